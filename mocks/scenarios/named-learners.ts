import type { Course, CourseMode, Roster } from '#mocks/lms/course-model.ts'
import type { World } from '#mocks/lms/model.ts'
import type { GivenStanding } from '#mocks/lms/standing-model.ts'
import { TODAY } from './calendar.ts'
import type { StatisticsPlan } from './courses.ts'
import { NAME_POOLS } from './names.ts'
import { learnerIndex } from './people.ts'
import { COURSE_KEYS } from './team.ts'

/** A learner who is there to show something: their name and username say what. */
export interface NamedLearner {
  readonly name: string
  readonly username: string
  readonly mode: CourseMode['slug']
  /** The share of every answer that is right. */
  readonly right: number
  readonly standing: GivenStanding
}

/**
 * Gives a course whose first learners show one thing each; the first of them signs in as the learner. The others are
 * as always, and nobody's grade was overridden.
 */
export function withLearners(
  learners: readonly NamedLearner[],
): Pick<StatisticsPlan, 'people' | 'change' | 'answers' | 'standing' | 'past'> {
  const named = (course: Course, userId: number): NamedLearner | undefined =>
    course.key === COURSE_KEYS.statistics ? learners[learnerIndex(userId)] : undefined
  return {
    people: { first: learners.map(({ name, username }) => [name, username]), pools: NAME_POOLS },
    change: (course) => ({ ...course, roster: enrolledAs(course, named) }),
    answers: (usual) => answersOf(usual, named),
    standing: (course, userId) => named(course, userId)?.standing ?? {},
    past: { among: 0, every: 1, cells: 0 },
  }
}

type Named = (course: Course, userId: number) => NamedLearner | undefined

function enrolledAs(course: Course, named: Named): Roster {
  return {
    ...course.roster,
    at: (position) => {
      const row = course.roster.at(position)
      const mode = named(course, row.userId)?.mode
      return mode === undefined ? row : { ...row, mode, active: true }
    },
  }
}

function answersOf(usual: World['answers'], named: Named): World['answers'] {
  return (course, place, userId) => {
    const learner = named(course, userId)
    if (!learner) return usual(course, place, userId)
    const open = place.released === null || place.released <= TODAY
    return place.subsection.problems.map(({ rawPossible }) =>
      open ? Math.round(learner.right * rawPossible) : null,
    )
  }
}
