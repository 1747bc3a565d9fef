import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { reduce } from '#src/domain/edits.ts'
import { ADA, REFUSED, answered, sending } from '#src/domain/edits-testing.ts'
import { NO_EDITS } from '#src/domain/edits-state.ts'
import { Sheet } from '#src/domain/sheet.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { summaryTable } from './summary-file.ts'

test('names are neutralised; what was refused says why', async () => {
  const { locale, messages } = await loadLanguage(['en'])
  const intl = createIntl({ locale, messages })
  const state = [...sending(), answered('b1', ADA, REFUSED)].reduce(reduce, NO_EDITS)
  const batch = state.batches.get('b1')
  if (!batch) throw new Error('no batch')
  const learner = { id: 'ada', username: '=ada', name: '+Ada', email: null, studentKey: null }
  const table = summaryTable({
    intl,
    tray: { learner: () => learner },
    gradebook: { sheet: new Sheet() },
    batch,
  })
  expect(table).toEqual([
    ['Username', 'Name', 'Assignment', 'Before', 'After', 'Reason', 'Outcome', 'Why'],
    ["'=ada", "'+Ada", 'hw1', '5', '8', '', 'refused', 'Grades are frozen for this course.'],
  ])
})
