import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import { availableTo } from '#mocks/lms/availability.ts'
import { gradeSubsection } from '#mocks/lms/grades.ts'
import type { OverrideTotals, Totals } from '#mocks/lms/grade-model.ts'
import type { Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { Instant, UserId } from '#mocks/lms/model.ts'
import type { OverrideSystem } from '#mocks/lms/write-model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { removeOverride, storeOverride } from '#mocks/lms/override-records.ts'
import { mix } from '#mocks/lms/random.ts'
import type { School } from '#mocks/lms/store.ts'
import { DAY } from './calendar.ts'
import { PERSONAS } from './team.ts'

interface Step {
  readonly system: OverrideSystem | null
  readonly by: UserId | null
  readonly reason: string | null
  /** Share of the possible points, or what happens instead. */
  readonly score: number | 'original' | 'undo'
}

const nuria = PERSONAS.instructor
const jonas = PERSONAS['limited-staff']

function graded(score: Step['score'], reason: string | null, by = nuria): Step {
  return { system: 'GRADEBOOK', by, reason, score }
}

function imported(score: number): Step {
  return { system: 'grade-import', by: jonas, reason: 'Bulk Grade Import', score }
}

function proctored(score: Step['score']): Step {
  return { system: 'PROCTORING', by: null, reason: null, score }
}

/** What became of one cell, from the oldest step to the newest. */
const STORIES: ReadonlyArray<readonly Step[]> = [
  [imported(0.65), graded(0.8, 'Late pass granted')],
  [graded(1, 'Re-marked question 4')],
  [proctored(0)],
  [graded(0.9, null), graded(0.7, null, jonas), graded(0.85, 'Agreed with the learner')],
  [imported(0.5)],
  // Proctoring took its zero back; then somebody graded by hand.
  [proctored(0), proctored('undo'), graded(0.6, 'Oral exam instead')],
  // Cleared: the record stays, the original counts.
  [graded(0.3, 'Copied from a neighbour'), graded('original', 'Taken back after the hearing')],
  // Nothing is left to see.
  [proctored(0), proctored('undo')],
  [graded(1.1, 'Extra credit for the poster')],
  [graded(0.75, 'Wrote the exam on paper. '.repeat(11).trim())],
]

/** How much was overridden. */
export interface Past {
  /** Overrides stand among so many first learners, whatever the size of the course. */
  readonly among: number
  /** One learner in so many has some. */
  readonly every: number
  /** So many stories for each of them, in cells that may coincide. */
  readonly cells: number
}

/** When the past begins, before its end, and the longest time from one step to the next. */
const LASTS = 30 * DAY
const LONGEST_PAUSE = DAY / 3

/** Gives a school its past: overrides from weeks ago, with their history. They are no part of the journal. */
export function rememberOverrides(school: School, course: Course, end: Instant, past: Past): void {
  const size = Math.min(course.roster.size, past.among)
  let told = 0
  let at = end - LASTS
  // Two steps to a story, at most: so that nothing happens after the end.
  const pause = Math.min(LONGEST_PAUSE, (LASTS * past.every) / (2 * size * past.cells + 1))
  for (let position = 0; position < size; position += 1) {
    const { userId } = course.roster.at(position)
    const learner = mix(mix(school.world.seed, userId), position)
    if (learner % past.every !== 0) continue
    for (let cell = 0; cell < past.cells; cell += 1) {
      const story = STORIES[told % STORIES.length] ?? []
      const drawn = cell === 0 ? learner : mix(learner, cell)
      const place = placeFor(school, course, { story, userId, drawn, at })
      if (!place) continue
      told += 1
      for (const step of story) {
        at += pause
        tell(school, course, { place, userId, at }, step)
      }
    }
  }
}

/** Proctoring watches exams; nobody overrides what is not open yet. The team is left alone. */
function placeFor(
  school: School,
  course: Course,
  { story, userId, drawn, at }: { story: readonly Step[]; userId: UserId; drawn: number; at: Instant },
): PlacedSubsection | undefined {
  const account = accountById(school, userId)
  if (!account || hasAuthorAccess(school, account, course)) return undefined
  const proctored = story[0]?.system === 'PROCTORING'
  const places = gradedSubsections(course)
    .filter(availableTo(school, course, userId))
    .filter(({ released }) => released === null || released <= at)
    .filter(({ subsection }) => !proctored || subsection.hideAfterDue)
  return places[(drawn >>> 8) % Math.max(places.length, 1)]
}

function tell(
  school: School,
  course: Course,
  { place, userId, at }: { place: PlacedSubsection; userId: UserId; at: Instant },
  { system, by, reason, score }: Step,
): void {
  const cell = { userId, usageKey: place.subsection.key, system, by, at }
  if (score === 'undo') {
    removeOverride(school, course, cell)
    return
  }
  const { original } = gradeSubsection(school, course, place, userId)
  storeOverride(school, course, { ...cell, reason, totals: totalsAfter(score, original) })
}

/** As the gradebook sends it: graded points only, so that the rest is filled from the original. */
function totalsAfter(score: number | 'original', original: Totals): OverrideTotals {
  if (score === 'original') {
    return { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
  }
  return { ...original, earnedGraded: Math.round(score * original.possibleGraded * 2) / 2 }
}
