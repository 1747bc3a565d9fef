import type { IntlShape } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { refusalWords } from '#src/i18n/refusal-words.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'

/** Gives why no grade of the course can be changed, in words; null where they can. */
export function courseLock(
  intl: IntlShape,
  info: GradingInfo,
  { lms }: Pick<Gradebook, 'lms'>,
): string | null {
  const cause = info.frozen ? 'frozen' : lms.saveOverrides ? null : 'unsupported'
  return cause && refusalWords(intl, { words: null, cause })
}

/** Gives why no grade of a column can be changed, in words; null where they can. */
export function columnLock(
  intl: IntlShape,
  info: GradingInfo,
  { lms, sheet }: Pick<Gradebook, 'lms' | 'sheet'>,
  columnId: string,
): string | null {
  if (sheet.columns[sheet.column(columnId)]?.isComputed) {
    return intl.formatMessage({ id: 'gradebook.editing.computed' })
  }
  return courseLock(intl, info, { lms })
}

/** Gives why a cell cannot be changed, in words; null where it can. */
export function cellLock(
  intl: IntlShape,
  info: GradingInfo,
  gradebook: Gradebook,
  { rowKey, columnId }: CellAddress,
): string | null {
  const { sheet } = gradebook
  if (columnId === 'total') return intl.formatMessage({ id: 'gradebook.editing.total' })
  if (columnId === 'learner') return intl.formatMessage({ id: 'gradebook.editing.learner' })
  const lock = columnLock(intl, info, gradebook, columnId)
  if (lock !== null) return lock
  if (sheet.grade(sheet.row(rowKey), sheet.column(columnId)) !== null) return null
  // A row that has come without the cell says that the work is not this learner's.
  const isWhole = gradebook.loader.state().status === 'done'
  return intl.formatMessage({ id: isWhole ? 'refusal.notAvailable' : 'gradebook.editing.notRead' })
}
