import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dialog as pasteDialog, linesOf } from './paste/under-test.ts'
import { choose, courseId, grid, names, openTable } from './under-test.ts'

/** Files that were handed to the browser's downloads. */
let blobs: Blob[] = []
beforeEach(() => {
  blobs = []
  // jsdom has neither.
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

type User = Awaited<ReturnType<typeof openTable>>['user']

/** Saves the file of the export dialog that is open. */
async function save(user: User, title: RegExp, scores: 'Percent' | 'Points' | 'Both'): Promise<Blob> {
  const dialog = within(await screen.findByRole('dialog', { name: title }))
  await user.click(dialog.getByRole('radio', { name: scores }))
  await user.click(dialog.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(blobs).toHaveLength(1))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  return blobs[0] ?? new Blob()
}

async function exportAll(user: User, scores: 'Percent' | 'Points' | 'Both') {
  await user.click(screen.getByRole('button', { name: 'Export…' }))
  return save(user, /^Export/, scores)
}

/** Drops a file on the table, and waits for what the preview says. */
async function drop(...parts: BlobPart[]): Promise<HTMLElement> {
  const files = [new File(parts, 'grades.csv')]
  fireEvent.drop(grid(), { dataTransfer: { files, types: ['Files'], dropEffect: 'none' } })
  const found = await pasteDialog()
  await within(found).findByText(/^\d+ lines?: /)
  return found
}

const stage = (found: HTMLElement) => within(found).getByRole('button', { name: /^Stage/ })

test.each([
  ['as it is', '', {}, 'Both'],
  ['filtered, sorted, with columns hidden', '?max=80&sort=-total&type=Homework', {}, 'Points'],
  ['with decimal commas', '', { locale: 'de-DE' }, 'Both'],
  ['right to left', '', { scenario: 'rtl' }, 'Both'],
  ['with overrides', '', { scenario: 'overridden' }, 'Percent'],
  ['beyond the maximum', '', { scenario: 'extra-credit' }, 'Both'],
] as const)('an export that is imported unchanged stages nothing: %s', async (_, query, options, scores) => {
  const { user } = await openTable(query, options)
  const shown = names().length
  const found = await drop(await exportAll(user, scores))
  expect(within(found).getByText(new RegExp(`^${shown} lines: no changes\\.$`))).toBeVisible()
  expect(within(found).queryByRole('button', { name: /^(Unknown|Several|More than|Refused)/ })).toBeNull()
  expect(linesOf(found)).toHaveLength(shown)
  expect(stage(found)).toHaveAccessibleDescription('There is nothing to stage.')
  // Every line is there, in a few words, and each assignment has its column.
  expect(within(found).getByText(/^Learners by: Username.* · scores of \d+ assignments/)).toBeVisible()
})

test('one column that is downloaded comes back, too', async () => {
  const { user } = await openTable()
  await choose(user, 'HW 02', 'Download this column…')
  const found = await drop(await save(user, /^Download/, 'Points'))
  expect(within(found).getByText(/^12 lines: no changes\.$/)).toBeVisible()
})

/** Gives a line with another text in a column. */
function withCell([header = '']: readonly string[], line = '', column: string, text: string): string {
  const at = header.split(',').indexOf(column)
  expect(at).toBeGreaterThan(0)
  return line.split(',').with(at, text).join(',')
}

test('one score changed in an export is one change', async () => {
  const { user } = await openTable()
  const text = await (await exportAll(user, 'Points')).text()
  const lines = text.split('\r\n')
  const at = lines.findIndex((line) => line.startsWith('amara.okafor,'))
  lines[at] = withCell(lines, lines[at], 'Homework 1 (points)', '4')
  const found = await drop(lines.join('\r\n'))
  expect(within(found).getByText(/^12 lines: 1 change, 1 lowers a grade\.$/)).toBeVisible()
  await user.click(within(found).getByRole('button', { name: /^Changes · 1/ }))
  expect(linesOf(found)).toEqual([
    expect.stringMatching(
      /^Line \d+Amara Okafor amara\.okaforHW 01 9 to 4 of 10 lowers the grade\d+ unchanged$/,
    ),
  ])
})

// Course team stands in it, too, whom the gradebook leaves out.
test('the table that the LMS itself writes is read: only what is to be overridden counts', async () => {
  await openTable('', { learners: 5 })
  const response = await fetch(`http://lms.test/api/bulk_grades/course/${courseId}/`, {
    headers: { Authorization: 'Bearer mock-instructor' },
  })
  const text = await response.text()
  const lines = text.trimEnd().split(/\r?\n/)
  const at = lines.findIndex((line) => line.includes(',amara.okafor,'))
  lines[at] = withCell(lines, lines[at], 'new_override-hw_01', '1')
  const found = await drop(lines.join('\r\n'))
  expect(within(found).getByText(/^\d+ lines: 1 change, 1 lowers a grade, \d+ lines without/)).toBeVisible()
  expect(stage(found)).toHaveTextContent('Stage 1 change')
})
