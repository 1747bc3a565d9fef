import type { Course, PlacedSubsection } from './course-model.ts'
import type { Instant, UserId } from './model.ts'
import { draw, hashText, mix } from './random.ts'
import type { School } from './store.ts'

const DAY = 24 * 3600 * 1000
/** Learners work at something in the days before it is due. */
const LASTS = 6 * DAY
/** What draws the moment. */
const MOMENT = 21

/**
 * Gives when a learner last answered in a subsection: some days before it was due, and before the school's first instant.
 * Depends on the arguments only; with fractions of a millisecond.
 */
export function answeredAt(
  { world }: School,
  course: Course,
  { subsection, released }: PlacedSubsection,
  userId: UserId,
): Instant {
  const end = Math.min(subsection.due ?? course.end ?? world.startsAt, world.startsAt)
  const start = Math.min(end, Math.max(released ?? end - LASTS, end - LASTS))
  const state = mix(mix(world.seed, userId), hashText(subsection.key))
  return start + (end - start) * draw(state, MOMENT)
}
