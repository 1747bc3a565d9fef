import type { IntlShape } from 'react-intl'
import { type CellFacts, isSet } from '#src/domain/conflict.ts'
import type { Exception } from '#src/domain/course.ts'

/** Gives what stands in a score's place, in words: `excused`. */
export function exceptionText(intl: IntlShape, exception: Exception): string {
  return intl.formatMessage({ id: 'gradebook.exception' }, { exception })
}

/** Gives what is left where an override goes, in words; where scores are set, where the grade itself does. */
export function noneText(intl: IntlShape, was: CellFacts): string {
  return intl.formatMessage({ id: isSet(was) ? 'gradebook.cell.noGrade' : 'gradebook.cell.noOverride' })
}
