import type { AssignmentRule, Course } from '#mocks/lms/course-model.ts'
import type { Instant, UsageKey, UserId } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import type { School } from '#mocks/lms/store.ts'
import { setRow, table } from '#mocks/lms/tables.ts'
import type { CountedCategory } from './final-grades.ts'
import { categoryIdOf, periodIdOf } from './ids.ts'
import type { GradingScale } from './scales.ts'

/** What Schoology knows of a course beyond what every LMS does. */
export interface SectionSetup {
  /** Of the section; the course has its own. */
  readonly title: string
  readonly periods: readonly GradingPeriod[]
  readonly categories: readonly GradingCategory[]
  /** Whether the categories' weights count. */
  readonly weighted: boolean
  readonly scales: readonly GradingScale[]
  readonly items: Readonly<Record<UsageKey, ItemSetup>>
  /** Those whose enrolment is archived rather than expired. */
  readonly archived: readonly UserId[]
}

export interface GradingPeriod {
  readonly id: number
  readonly title: string
  readonly weight: number
  readonly start: Instant | null
  readonly end: Instant | null
}

export interface GradingCategory extends CountedCategory {
  readonly title: string
}

export interface ItemSetup {
  /** 0 for none: it does not count then. */
  readonly categoryId: number
  /** 0 for “Other”. */
  readonly periodId: number
  /** 0 for points alone. */
  readonly scaleId: number
  readonly factor: number
  /** What a midterm or final exam weighs beside the periods; null for all other work. */
  readonly examWeight: number | null
  /** False for what is graded for practice. */
  readonly counts: boolean
}

const SETUPS = 'schoology-sections'
const setups = table<SectionSetup>(SETUPS)
const INSTALLATION = 'schoology-installation'
const installation = table<Installation>(INSTALLATION)

interface Installation {
  /** Grades of a user are refused unless a section is named. */
  readonly demandsSection: boolean
}

/** Gives how a section is graded: as somebody set it up, else after the course's own policy. */
export function setupOf(school: School, course: Course): SectionSetup {
  return setups.get(school, course.key) ?? afterPolicy(course)
}

/** Sets a section up, for scenarios. */
export function setUp(school: School, course: Course, setup: SectionSetup): void {
  setRow(school, SETUPS, course.key, setup)
}

/** Tells whether this installation refuses a user's grades unless a section is named. */
export function demandsSection(school: School): boolean {
  return installation.get(school, INSTALLATION)?.demandsSection ?? false
}

/** Makes the installation refuse a user's grades unless a section is named, for scenarios. */
export function demandSection(school: School): void {
  setRow(school, INSTALLATION, INSTALLATION, { demandsSection: true })
}

/** One period, and a weighed category for each assignment type; letters from the cutoffs; no exams. */
function afterPolicy(course: Course): SectionSetup {
  const { rules, cutoffs } = course.policy
  const categories = rules.flatMap((rule) => categoryOf(course, rule))
  const period: GradingPeriod = {
    id: periodIdOf(course, course.run),
    title: course.run.replaceAll('_', ' '),
    weight: 100,
    start: course.start,
    end: course.end,
  }
  const items = gradedSubsections(course).map(({ subsection }): [UsageKey, ItemSetup] => [
    subsection.key,
    {
      categoryId: categories.find(({ title }) => title === subsection.format)?.id ?? 0,
      periodId: period.id,
      scaleId: 0,
      factor: 1,
      examWeight: null,
      counts: true,
    },
  ])
  const levels = cutoffs.map(({ letter, from }) => ({ grade: letter, cutoff: from * 100, average: null }))
  return {
    title: course.run.replaceAll('_', ' '),
    periods: [period],
    categories,
    weighted: true,
    scales: [{ id: 1, title: 'Letters', type: 1, autoAveraging: false, hideNumeric: false, levels }],
    items: Object.fromEntries(items),
    archived: [],
  }
}

function categoryOf(course: Course, { type, weight, dropCount }: AssignmentRule): GradingCategory[] {
  if (type === null) return []
  return [
    {
      id: categoryIdOf(course, type),
      title: type,
      calculationType: 1,
      dropLowest: Math.min(dropCount ?? 0, 10),
      weight: Math.round((weight ?? 0) * 100),
    },
  ]
}
