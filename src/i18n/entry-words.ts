import type { IntlShape } from 'react-intl'
import type { Exception, ScaleLevel, SubsectionId } from '#src/domain/course.ts'
import { type EntryWords, exceptionWords } from '#src/domain/entry-words.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'

const EXCEPTIONS: readonly Exception[] = ['excused', 'incomplete', 'missing']

/**
 * Gives the words that may be written in a score's place, in the reader's language and in that of tables.
 * @param settable what the server lets one put there
 * @param scale of the assignment
 */
export function entryWords(
  intl: IntlShape,
  settable: readonly Exception[],
  scale: readonly ScaleLevel[] | undefined,
): EntryWords {
  const words = scale ? { scale } : {}
  if (settable.length === 0) return words
  const own = EXCEPTIONS.map((exception) => [exception, typedWords(intl, exception)] as const)
  return {
    ...words,
    exceptions: exceptionWords(own),
    offered: settable.map((exception) => typedWords(intl, exception)[0] ?? exception),
  }
}

/** Gives the words that may be written in a column of a gradebook. */
export function wordsOfColumn(
  intl: IntlShape,
  { lms, sheet }: Pick<Gradebook, 'lms' | 'sheet'>,
  subsectionId: SubsectionId,
): EntryWords {
  const assignment = sheet.columns[sheet.column(subsectionId)]
  return entryWords(intl, lms.capabilities.exceptions, assignment?.scale)
}

/** The first one is the shortest. */
function typedWords(intl: IntlShape, exception: Exception): string[] {
  const words = intl.formatMessage({ id: 'gradebook.exception.typed' }, { exception })
  return words.split(',').map((word) => word.trim())
}
