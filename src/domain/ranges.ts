import type { SubsectionId } from './course.ts'
import type { Sheet } from './sheet.ts'

/** Percent, 0..100, both ends included. */
export interface PercentRange {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** Which grades a row must have to be shown. */
export interface GradeRanges {
  readonly assignmentGrade?: (PercentRange & { readonly subsectionId: SubsectionId }) | undefined
  readonly courseGrade?: PercentRange | undefined
}

/**
 * Gives a test whether a row's grades lie within ranges, as the Grades API v1 (gradebook) does it: an end that is not
 * given is 0 or 100; who has no grade in the assignment does not fit, who has no course grade fits what begins at 0.
 */
export function withinRanges(
  sheet: Sheet,
  { assignmentGrade, courseGrade }: GradeRanges,
): (row: number) => boolean {
  return (row) =>
    (!courseGrade || isWithin(sheet.total(row), courseGrade, true)) &&
    (!assignmentGrade ||
      isWithin(sheet.percent(row, sheet.column(assignmentGrade.subsectionId)), assignmentGrade, false))
}

function isWithin(grade: number, { min = 0, max = 100 }: PercentRange, isBlankZero: boolean): boolean {
  if (Number.isNaN(grade)) return isBlankZero && min === 0
  // A fraction times 100 may miss the percentage by the last bit.
  const percent = Math.round(grade * 1e6) / 1e4
  return percent >= min && percent <= max
}
