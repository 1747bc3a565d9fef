import { problemPoints } from '#mocks/lms/grading.ts'
import type { Course, PlacedSubsection, Subsection } from '#mocks/lms/course-model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import type { School } from '#mocks/lms/store.ts'
import { assignmentIdOf } from './ids.ts'
import type { GradingScale } from './scales.ts'
import { type ItemSetup, type SectionSetup, setupOf } from './setup.ts'

/** An assignment: a graded subsection as Schoology sees it. */
export interface Item extends ItemSetup {
  readonly id: number
  readonly place: PlacedSubsection
  /** Points of its graded problems. */
  readonly maxPoints: number
  readonly scale: GradingScale | null
}

/** A section with everything that is graded in it. */
export interface Section {
  readonly course: Course
  readonly setup: SectionSetup
  /** Exams last, each group by due date, what has none at its end. */
  readonly items: readonly Item[]
}

const NOTHING: ItemSetup = {
  categoryId: 0,
  periodId: 0,
  scaleId: 0,
  factor: 1,
  examWeight: null,
  counts: true,
}

/** Gives the section that a course is. */
export function sectionOf(school: School, course: Course): Section {
  const setup = setupOf(school, course)
  const items = gradedSubsections(course)
    .map((place) => itemOf(setup, place))
    .sort((one, other) => Number(isExam(one)) - Number(isExam(other)) || dueOf(one) - dueOf(other))
  return { course, setup, items }
}

/** True for a midterm or final exam: it stands beside the periods, with a weight of its own. */
export function isExam({ examWeight }: Pick<Item, 'examWeight'>): boolean {
  return examWeight !== null
}

function itemOf({ items, scales }: SectionSetup, place: PlacedSubsection): Item {
  const setup = items[place.subsection.key] ?? NOTHING
  return {
    ...setup,
    id: assignmentIdOf(place.subsection.key),
    place,
    maxPoints: maxPointsOf(place.subsection),
    scale: scales.find(({ id }) => id === setup.scaleId) ?? null,
  }
}

function maxPointsOf({ problems }: Subsection): number {
  const graded = problems.filter((problem) => problem.graded)
  return graded.reduce((sum, problem) => sum + problemPoints(problem, 0).possible, 0)
}

function dueOf({ place }: Item): number {
  return place.subsection.due ?? Number.MAX_SAFE_INTEGER
}
