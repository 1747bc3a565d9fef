import type { Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { Instant, UsageKey } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { categoryIdOf, periodIdOf } from '#mocks/lms/schoology/ids.ts'
import type { GradingScale } from '#mocks/lms/schoology/scales.ts'
import type { GradingCategory, GradingPeriod, ItemSetup, SectionSetup } from '#mocks/lms/schoology/setup.ts'
import { learnerId } from './people.ts'

/** Place in the list of the learner whose enrolment is archived. */
export const ARCHIVED = 21

const LETTERS: GradingScale = {
  id: 1,
  title: 'Letters',
  type: 1,
  autoAveraging: false,
  hideNumeric: false,
  levels: [
    { grade: 'F', cutoff: 0, average: 50 },
    { grade: 'D', cutoff: 60, average: 65 },
    { grade: 'C', cutoff: 70, average: 75 },
    { grade: 'B', cutoff: 80, average: 85 },
    { grade: 'A', cutoff: 90, average: 95 },
  ],
}

/** Nothing is said of what its levels count: their cutoffs do. */
const PASS: GradingScale = {
  id: 96_031,
  title: 'Pass or not yet',
  type: 1,
  autoAveraging: false,
  hideNumeric: true,
  levels: [
    { grade: 'Not yet', cutoff: 0, average: null },
    { grade: 'Pass', cutoff: 60, average: null },
  ],
}

const RUBRIC: GradingScale = {
  id: 96_033,
  title: 'Four points',
  type: 3,
  autoAveraging: false,
  hideNumeric: false,
  levels: [
    { points: 4, description: 'Exceeds the standard' },
    { points: 3, description: 'Meets the standard' },
    { points: 2, description: 'Approaching the standard' },
    { points: 1, description: 'Beginning' },
  ],
}

/** What some homework differs in, by its number from 1. */
const SPECIAL: Readonly<Record<number, Partial<ItemSetup>>> = {
  2: { scaleId: LETTERS.id },
  3: { scaleId: RUBRIC.id },
  4: { scaleId: PASS.id },
  5: { periodId: 0 },
  6: { categoryId: 0 },
  7: { factor: 2 },
  8: { counts: false },
}

/** Gives how the class is graded: two quarters of 40, midterm and final exam of 10 each, weighed categories. */
export function classSetup(course: Course, middle: Instant): SectionSetup {
  const category = (title: string, rest: Omit<GradingCategory, 'id' | 'title'>): GradingCategory => {
    return { id: categoryIdOf(course, title), title, ...rest }
  }
  const homework = category('Homework', { calculationType: 1, dropLowest: 1, weight: 40 })
  const quizzes = category('Quizzes', { calculationType: 2, dropLowest: 0, weight: 60 })
  const notes = category('Notebook', { calculationType: 1, dropLowest: 0, weight: 0 })
  const period = (title: string, start: Instant | null, end: Instant | null): GradingPeriod => {
    return { id: periodIdOf(course, title), title, weight: 40, start, end }
  }
  const first = period('Quarter 1', course.start, middle)
  const second = period('Quarter 2', middle, course.end)

  let number = 0
  const itemOf = ({ subsection: { key, format, due } }: PlacedSubsection): [UsageKey, ItemSetup] => {
    const usual = { scaleId: 0, factor: 1, examWeight: null, counts: true }
    const periodId = due === null || due > middle ? second.id : first.id
    if (format === 'Homework') {
      number += 1
      return [key, { ...usual, periodId, categoryId: homework.id, ...SPECIAL[number] }]
    }
    if (format === 'Quiz') return [key, { ...usual, periodId, categoryId: quizzes.id }]
    return [key, { ...usual, periodId: 0, categoryId: 0, examWeight: 10 }]
  }
  return {
    title: 'Section 9b',
    periods: [first, second],
    categories: [homework, quizzes, notes],
    weighted: true,
    scales: [LETTERS, PASS, RUBRIC],
    items: Object.fromEntries(gradedSubsections(course).map(itemOf)),
    archived: [learnerId(ARCHIVED)],
  }
}
