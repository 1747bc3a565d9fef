import type { IntlShape } from 'react-intl'
import type { Exception } from '#src/domain/course.ts'

/** Gives what stands in a score's place, in words: `excused`. */
export function exceptionText(intl: IntlShape, exception: Exception): string {
  return intl.formatMessage({ id: 'gradebook.exception' }, { exception })
}
