import type { IntlShape } from 'react-intl'
import type { SubsectionId } from '#src/domain/course.ts'
import type { EntryWords } from '#src/domain/entry-words.ts'
import { entryWords } from '#src/i18n/entry-words.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'

/** Gives the words that may be written in a column in a score's place. */
export function wordsOfColumn(
  intl: IntlShape,
  { lms, sheet }: Pick<Gradebook, 'lms' | 'sheet'>,
  subsectionId: SubsectionId,
): EntryWords {
  const assignment = sheet.columns[sheet.column(subsectionId)]
  return entryWords(intl, lms.capabilities.exceptions, assignment?.scale)
}
