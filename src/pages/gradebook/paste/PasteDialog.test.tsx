import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { dialog, linesOf, pasteTable } from './under-test.ts'

const address = path.gradebook({ courseId: COURSE_KEYS.statistics })

async function openTable(query = '', options: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(address + query, { learners: 20, subsections: 8, ...options })
  await screen.findByText(/^Showing/)
  return app
}
const cell = (name: string) => screen.findByRole('gridcell', { name: new RegExp(`^${name}`) })
const stage = (found: HTMLElement) => within(found).getByRole('button', { name: /^Stage/ })

test('each line says what becomes of it, and what is said is staged', async () => {
  const { user } = await openTable()
  const found = await pasteTable(
    user,
    'Name|HW 01|Homework 2',
    'Amara Okafor|10|6',
    'Ada Lovelace-Byron|8|12',
    'Maria Garcia|9|9',
    'Nobody Knows|1|2',
    'Okafor, Amara|3|4',
    '|5|6',
    'Chen Wei|8/10/2026|',
  )
  await within(found).findByText(/^7 lines: 2 changes, 1 lowers a grade, 4 lines without/)
  expect(linesOf(found)).toEqual([
    'Line 2Amara Okafor amara.okaforHW 01 9 to 10 of 10HW 02 8 to 6 of 10 lowers the grade',
    'Line 3Ada Lovelace-Byron ada.lovelaceHW 01 8, unchangedHW 02 5 to 12 of 10 more than the maximum, left out',
    expect.stringMatching(/^Line 4Who is Maria Garcia\?/),
    'Line 5Nobody Knowsnobody among the learners read fits',
    'Line 6Amara Okafor amara.okaforthe same learner as in line 2: changes nothing',
    'Line 7This line names no learner.',
    expect.stringMatching(
      /^Line 8Chen Wei chen\.weiHW 01 “8\/10\/2026” refused: looks like a date.*blank, stays as it is$/,
    ),
  ])
  expect(stage(found)).toHaveTextContent('Stage 2 changes')
  expect(within(found).getByText('1 line that fits several learners is left out')).toBeVisible()

  // Who is meant, chosen by name and username; the line stays where it is.
  const who = within(found).getByRole('combobox', { name: 'Who is Maria Garcia?' })
  expect(within(who).getByRole('option', { name: 'Maria Garcia (mgarcia77)' })).toBeInTheDocument()
  await user.click(within(found).getByRole('button', { name: /^Several learners fit/ }))
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Who is Maria Garcia?' }),
    'Maria Garcia (mgarcia77)',
  )
  expect(screen.getByRole('combobox', { name: 'Who is Maria Garcia?' })).toHaveValue('1019')
  await user.click(screen.getByRole('checkbox', { name: /^Extra credit is meant/ }))
  expect(stage(found)).toHaveTextContent(/^Stage [45] changes$/)

  await user.click(stage(found))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findAllByText(/^[45] changes for 3 learners staged, not saved yet$/)).not.toHaveLength(
    0,
  )
  expect(await cell('Homework 1, Amara Okafor, .*10 of 10')).toBeVisible()
  expect(await cell('Homework 2, Ada Lovelace-Byron, .*12 of 10')).toBeVisible()
})

test('columns, unit, header and decimal sign can be said otherwise', async () => {
  const { user } = await openTable()
  const found = await pasteTable(user, 'chen.wei|71,5|late')
  await within(found).findByText('Say which column holds the scores of which assignment.')
  expect(stage(found)).toHaveAttribute('aria-disabled', 'true')
  await user.selectOptions(within(found).getByRole('combobox', { name: 'Column 2' }), 'HW 01 · Homework 1')
  expect(linesOf(found)[0]).toContain('7 to 71.5 of 10 more than the maximum')
  await user.click(within(found).getByRole('radio', { name: 'Percent' }))
  expect(linesOf(found)[0]).toContain('7 to 7.15 of 10')
  await user.click(within(found).getByRole('radio', { name: 'Point: 8.5' }))
  expect(linesOf(found)[0]).toContain('“71,5” refused: has a decimal comma')
  await user.selectOptions(within(found).getByRole('combobox', { name: 'Column 3' }), 'HW 01 · Homework 1')
  expect(within(found).getByRole('combobox', { name: 'Column 2' })).toHaveDisplayValue('Leave out')
  expect(linesOf(found)[0]).toContain('“late” refused: not a score')
  await user.click(within(found).getByRole('checkbox', { name: 'The first line names the columns' }))
  expect(linesOf(found)).toEqual([])
})

test('filters leave out learners: they are read on demand, and then count', async () => {
  const { user } = await openTable('?track=verified')
  const found = await pasteTable(user, 'Username|HW 01', ...NAMES.map((name) => `${name}|1`))
  await within(found).findByText(/^The table is filtered: only the \d+ learners read so far count/)
  const unknown = () => linesOf(found).filter((line) => line.includes('nobody among')).length
  expect(unknown()).toBeGreaterThan(0)
  await user.click(within(found).getByRole('button', { name: 'Read all learners first' }))
  await waitFor(() => expect(unknown()).toBe(0))
  expect(within(found).queryByText(/^The table is filtered/)).toBeNull()
  await user.click(stage(found))
  expect(await screen.findAllByText('5 changes for 5 learners staged, not saved yet')).not.toHaveLength(0)
})
const NAMES = ['amara.okafor', 'ada.lovelace', 'bjorn.thorsson', 'chen.wei', 'noura.q']

test('the same paste again changes nothing; a staged score is what counts', async () => {
  const { user } = await openTable()
  const lines = ['Username|HW 01', 'chen.wei|8', 'noura.q|9'] as const
  await user.click(stage(await pasteTable(user, ...lines)))
  const again = await pasteTable(user, ...lines)
  await within(again).findByText(/^2 lines: no changes/)
  expect(stage(again)).toHaveAccessibleDescription('There is nothing to stage.')
})

test('what is in the dialog is kept when it is closed, until it is staged or something else is pasted', async () => {
  const { user } = await openTable()
  const found = await pasteTable(user, 'Username|HW 01', 'chen.wei|8')
  await user.click(within(found).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Paste or import…' }))
  const again = await dialog()
  expect(linesOf(again)).toEqual(['Line 2Chen Wei chen.weiHW 01 7 to 8 of 10'])
  await user.click(within(again).getByRole('button', { name: 'Paste something else' }))
  await user.click(within(again).getByRole('button', { name: 'Preview' }))
  expect(within(again).getByRole('textbox', { name: 'Table' })).toHaveAccessibleDescription(
    'Paste a table first, or choose a file.',
  )
})

/** How a spreadsheet's own file begins. */
const WORKBOOK = Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0)

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name)

function drop(...files: readonly File[]) {
  const target = screen.getByRole('grid', { name: 'Gradebook' })
  const dataTransfer = { files, types: ['Files'], dropEffect: 'none' }
  fireEvent.dragOver(target, { dataTransfer })
  expect(target.closest('[data-drop]')).toHaveAttribute('data-drop', expect.stringMatching(/^Drop a CSV/))
  fireEvent.drop(target, { dataTransfer })
  expect(target.closest('[data-drop]')).toBeNull()
}

const TABLE = 'Name;HW 01\r\nÉmilie du Châtelet;8,5'
/** UTF-16, the smaller byte first. */
const wide = (text: string) => new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer)
const swapped = (bytes: Uint8Array) => bytes.map((_, at) => bytes[at ^ 1] ?? 0)
/** Cells of several lines, lines of several lengths, headers that stand twice, blank lines. */
const RAGGED = 'Name;HW 01;"Notes,\r\n""all""";HW 01\r\nÉmilie du Châtelet;8,5;"a\nb";7;;\r\n;;\r\n\r\n'

test.each([
  ['UTF-8 with a mark', [`\ufeff${TABLE}`]],
  ['older spreadsheets', [Uint8Array.from(TABLE, (letter) => letter.charCodeAt(0))]],
  ['UTF-16 with a mark', [wide(`\ufeff${TABLE}`)]],
  ['UTF-16, the greater byte first', [swapped(wide(`\ufeff${TABLE}`))]],
  ['UTF-16 without a mark', [wide(TABLE)]],
  ['what Excel calls Unicode text', [wide(`\ufeff${TABLE.replaceAll(';', '\t')}\r\n`)]],
  ['with its delimiter in the first line', [`sep=;\r\n${TABLE}`]],
  ['ragged', [RAGGED]],
])('a dropped file is read: %s', async (_, parts) => {
  await openTable()
  drop(file('Grades.CSV', ...parts))
  const found = await dialog()
  await waitFor(() =>
    expect(linesOf(found)).toEqual([
      'Line 2Émilie du Châtelet emilie.du.chateletHW 01 9 to 8.5 of 10 lowers the grade',
    ]),
  )
})

test.each([
  ['is not a CSV, TSV or text file. Save it as CSV in your spreadsheet', [file('grades.xlsx', 'PK')]],
  ['has more than 10 MB', [file('grades.csv', 'x'.repeat(10_000_001))]],
  ['Choose one file', [file('a.csv', 'a'), file('b.csv', 'b')]],
  ['holds no text, whatever its name says. Save it as CSV', [file('grades.csv', WORKBOOK)]],
  ['There is nothing in grades.csv', [file('grades.csv', ' \r\n')]],
])('a file that is refused: %s', async (words, files) => {
  await openTable()
  drop(...files)
  const found = await dialog()
  await waitFor(() => expect(within(found).getByRole('alert')).toHaveTextContent(words))
  expect(within(found).getByRole('textbox', { name: 'Table' })).toBeVisible()
})

function pasteAt(name: string, text: string): void {
  const target = screen.getByRole('gridcell', { name: new RegExp(`^${name}`) })
  fireEvent(
    target,
    createEvent.paste(target, { clipboardData: { getData: () => text, types: ['text/plain'] } }),
  )
}

test('a table that names its learners, pasted into the grid, opens the dialog; a block of scores does not', async () => {
  await openTable()
  act(() => screen.getByRole('gridcell', { name: /^Homework 1, Amara/ }).focus())
  // What decides is loaded with the first focus.
  await import('./is-table.ts')
  await act(() => Promise.resolve())
  pasteAt('Homework 1, Amara', '8\t9\r\n7\t6')
  await cell('Homework 2, Ada Lovelace-Byron, .*6 of 10')
  expect(screen.queryByRole('dialog', { name: 'Paste or import scores' })).toBeNull()
  pasteAt('Homework 1, Amara', 'chen.wei\t8\r\nnoura.q\t9')
  await within(await dialog()).findByText('Say which column holds the scores of which assignment.')
})

test('frozen grades say so', async () => {
  await openTable('', { scenario: 'frozen' })
  const button = screen.getByRole('button', { name: 'Paste or import…' })
  expect(button).toHaveAccessibleDescription('Grades are frozen: nothing can be pasted or imported.')
})

test('a percentage where nothing was attempted takes the points of its column', async () => {
  const { user } = await openTable()
  const found = await pasteTable(user, 'Username|Final 01', 'ada.lovelace|80%')
  await waitFor(() => expect(linesOf(found)[0]).toContain('not attempted to 80 of 100'))
})
