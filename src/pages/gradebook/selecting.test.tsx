import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { guessMapping } from '#src/domain/paste-columns.ts'
import { LearnerIndex } from '#src/domain/paste-learners.ts'
import { changesOf, readPaste } from '#src/domain/paste.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import { lms as connected } from '#src/lms/connect.ts'
import { toQuery } from './filters.ts'
import { courseId, grid, openTable } from './under-test.ts'

const cell = (name: RegExp) => within(grid()).getByRole('gridcell', { name })

/** Presses Ctrl+C, and gives what the clipboard would hold. */
function copy(): string {
  const texts = new Map<string, string>()
  const target = document.activeElement ?? document.body
  const event = createEvent.copy(target, {
    clipboardData: { setData: (type: string, text: string) => texts.set(type, text) },
  })
  fireEvent(target, event)
  return texts.get('text/plain') ?? ''
}

async function select(user: Awaited<ReturnType<typeof openTable>>['user'], keys: string) {
  await user.tab()
  const header = screen.getByRole('rowheader', { name: /^Amara/ })
  header.focus()
  await user.keyboard(keys)
}

test('what is selected is counted, added up and averaged, in the unit of the view', async () => {
  const { user } = await openTable()
  await select(user, '{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  // 90, 80 and 100 percent.
  await screen.findByText('3 cells selected · 3 grades · sum 270 · mean 90%')
  await user.click(screen.getByRole('radio', { name: 'Points' }))
  await waitFor(() => expect(screen.getByText(/^3 cells selected/)).toHaveTextContent('sum 27 · mean 9'))
})

test('Ctrl+C copies what is selected, a single cell too; names and totals as they are', async () => {
  const { user } = await openTable()
  await select(user, '{ArrowRight}{ArrowRight}')
  // What writes the text comes with the first moments of the table.
  await waitFor(() => expect(copy()).toBe('90%'))
  expect(await screen.findAllByText('1 cell copied')).not.toHaveLength(0)
  await user.keyboard('{Home}{Shift>}{ArrowRight}{ArrowRight}{ArrowDown}{/Shift}')
  expect(copy()).toBe('Amara Okafor\t89%\t90%\r\nAda Lovelace-Byron\t50%\t80%')
})

test.each([
  ['percent', 'default', 'Homework 1'],
  ['points', 'extra-credit', 'Homework 1 (points)'],
])(
  'the copy with usernames and headers in %s, pasted again, changes nothing',
  async (view, scenario, header) => {
    const { user } = await openTable(`?scores=${view}`, { scenario })
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await select(user, '{Control>}a{/Control}{Control>}{Shift>}c{/Shift}{/Control}')
    await waitFor(() => expect(written).toHaveBeenCalledOnce())
    const table = (written.mock.calls[0]?.[0] ?? '').split('\r\n').map((line) => line.split('\t'))
    expect(table[0]?.slice(0, 4)).toEqual(['username', 'Learner', 'Total', header])
    const gradebook = openGradebook(connected(), toQuery(courseId, {}))
    const { sheet } = gradebook
    const course = {
      learners: new LearnerIndex(sheet.learners),
      facts: (learnerId: string, subsectionId: string) => gradebook.factsOf({ learnerId, subsectionId }),
      possible: (id: string) => sheet.possible(sheet.column(id)),
    }
    const mapping = guessMapping(table, { ...course, assignments: sheet.columns, decimal: '.' })
    expect(mapping.roles.filter(({ kind }) => kind === 'score')).toHaveLength(sheet.columns.length)
    const choices = { learners: new Map<number, string>(), extraCredit: true }
    const lines = [...readPaste(table, mapping, course, choices)]
    expect(lines.every(({ learner }) => learner.kind === 'matched')).toBe(true)
    expect(lines.flatMap((line) => changesOf(line, course, choices))).toEqual([])
  },
)

test('a cell that is opened is no longer selected with others', async () => {
  const { user } = await openTable()
  await select(user, '{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}')
  await screen.findByText(/^2 cells selected/)
  await user.click(cell(/^Homework 1, Ada/))
  await waitFor(() => expect(screen.queryByText(/cells selected/)).toBeNull())
})
