import type { Course, Problem, Subsection } from '#mocks/lms/course-model.ts'
import type { CourseKey, UserId, World } from '#mocks/lms/model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import { draw, drawBell, hashText, mix } from '#mocks/lms/random.ts'
import { TODAY } from './calendar.ts'

/** Each number is drawn for a purpose of its own, so that they do not move together. */
const DRAW = { kind: 1, leaves: 2, ability: 3, diligence: 4, attempt: 5, zero: 6, skip: 7, form: 8, bonus: 9 }

interface Place {
  readonly salt: number
  /** How far into the course it stands, 0..1. */
  readonly depth: number
  /** How much better or worse it goes here for everybody. */
  readonly ease: number
}

/**
 * Gives what learners answered, from the ability and diligence of each: who is good is good throughout. Some never start,
 * some leave, some skip work, some fail with zero, a few go beyond the maximum. Nothing is kept: the same question
 * has the same answer.
 * @param seed another seed, another class
 * @param idle tells who is enrolled and does not take the course
 */
export function answersOf(
  seed: number,
  idle: (courseKey: CourseKey, userId: UserId) => boolean,
): World['answers'] {
  const placesOf = placer()
  return (course, { subsection, released }, userId) => {
    const { problems, due } = subsection
    const place = placesOf(course).get(subsection)
    const open = released === null || released <= TODAY
    const learner = mix(seed, userId)
    const attempted =
      place !== undefined &&
      open &&
      !idle(course.key, userId) &&
      attempts(learner, place, due === null || due <= TODAY)
    if (!attempted) return problems.map(() => null)
    const state = mix(learner, place.salt)
    if (draw(state, DRAW.zero) < 0.015) return problems.map(() => 0)
    const ability = 0.8 + 0.16 * drawBell(learner, DRAW.ability) + place.ease
    return problems.map((problem, index) => answer(problem, ability, mix(state, index)))
  }
}

function placer(): (course: Course) => ReadonlyMap<Subsection, Place> {
  const known = new WeakMap<Course, ReadonlyMap<Subsection, Place>>()
  return (course) => {
    const places = known.get(course) ?? new Map(placesIn(course))
    known.set(course, places)
    return places
  }
}

function placesIn(course: Course): Array<[Subsection, Place]> {
  const all = subsectionsOf(course)
  return all.map(({ subsection }, index) => {
    const salt = hashText(subsection.key)
    return [subsection, { salt, depth: index / all.length, ease: 0.05 * drawBell(salt, DRAW.form) }]
  })
}

function attempts(learner: number, { salt, depth }: Place, closed: boolean): boolean {
  const kind = draw(learner, DRAW.kind)
  const never = kind < 0.03
  const left = kind >= 0.03 && kind < 0.1 && depth > 0.15 + 0.7 * draw(learner, DRAW.leaves)
  if (never || left) return false
  const diligence = 0.87 + 0.12 * draw(learner, DRAW.diligence)
  // What is not due yet, some still have before them.
  return draw(mix(learner, salt), DRAW.attempt) < (closed ? diligence : diligence * 0.9)
}

function answer({ rawPossible }: Problem, ability: number, state: number): number | null {
  if (draw(state, DRAW.skip) < 0.02) return null
  const share = ability + 0.17 * drawBell(state, DRAW.form)
  if (share > 1.1 && draw(state, DRAW.bonus) < 0.03) return rawPossible + 1
  return Math.round(Math.min(1, Math.max(0, share)) * rawPossible)
}
