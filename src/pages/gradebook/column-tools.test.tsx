import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guessMapping } from '#src/domain/paste-columns.ts'
import { LearnerIndex } from '#src/domain/paste-learners.ts'
import { changesOf, readPaste } from '#src/domain/paste.ts'
import { lms as connected } from '#src/lms/connect.ts'
import { type Gradebook, openGradebook } from '#src/lms/gradebook.ts'
import { toQuery } from './filters.ts'
import { choose, courseId, grid, header, names, openPart, openTable, rowOf } from './under-test.ts'

type User = Awaited<ReturnType<typeof openTable>>['user']
const HW1 = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const gradebook = (): Gradebook => openGradebook(connected(), toQuery(courseId, {}))

/** Files that were handed to the browser's downloads. */
let saved: { readonly name: string; readonly text: Promise<string> }[] = []
let blobs: Blob[] = []
beforeEach(() => {
  saved = []
  blobs = []
  // jsdom has neither.
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = blobs.at(-1)
    if (blob) saved.push({ name: this.download, text: blob.text() })
  })
})
afterEach(() => vi.restoreAllMocks())

/** Gives the lines of the file saved last. */
async function lines(delimiter = ','): Promise<string[][]> {
  await waitFor(() => expect(saved).toHaveLength(1))
  const text = (await saved[0]?.text) ?? ''
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(delimiter))
}

/** Stages a score, as typing it does. */
function stage(learnerId: string, earned: number): void {
  const cell = { learnerId, subsectionId: HW1 }
  const was = gradebook().factsOf(cell)
  gradebook().edits.dispatch({ type: 'stage', changes: [{ ...cell, was, will: { earned, possible: null } }] })
}

async function openStatistics(user: User, title: string, name: string) {
  await choose(user, title, 'Statistics…')
  return within(await screen.findByRole('dialog', { name: `Statistics: ${name}` }))
}

describe('statistics', () => {
  test('tell how the grades shown are spread; a bar leaves the learners behind it', async () => {
    const { user, router } = await openTable()
    const grades = names().map((name) => Number(rowOf(name)[1]))
    const attempted = grades.filter((grade) => !Number.isNaN(grade)).toSorted((a, b) => a - b)
    const dialog = await openStatistics(user, 'HW 01', 'Homework 1')
    const figure = (name: string) => dialog.getByText(name).nextElementSibling?.textContent
    expect(figure('Grades')).toBe(String(attempted.length))
    expect(figure('Not attempted')).toBe(String(grades.length - attempted.length))
    expect(figure('Lowest')).toBe(`${attempted[0]}%`)
    expect(figure('Highest')).toBe(`${attempted.at(-1)}%`)
    const eighties = attempted.filter((grade) => grade >= 80 && grade < 90).length
    expect(dialog.getByRole('row', { name: `80 to under 90% ${eighties}`, hidden: true })).toBeInTheDocument()

    await user.click(
      dialog.getByRole('button', { name: new RegExp(`^80 to under 90%: ${eighties} learner`) }),
    )
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { search } = router.state.location
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      assignment: HW1,
      amin: '80',
      amax: '89.9999',
    })
    await waitFor(() => expect(names()).toHaveLength(eighties))
    expect(names().every((name) => Number(rowOf(name)[1]) >= 80 && Number(rowOf(name)[1]) < 90)).toBe(true)
    expect(screen.getByRole('button', { name: 'Remove filter: Assignment grade 80–90 %' })).toBeVisible()
    await waitFor(() => expect(grid()).toContainElement(document.activeElement as HTMLElement))
  })

  test('of totals filter by total, and say which filters are on', async () => {
    const { user, router } = await openTable('?max=90')
    const dialog = await openStatistics(user, 'Total', 'Total')
    expect(dialog.getByText('Filters that are on: Total 0–90 %')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: /^80 to under 90%: \d+ learner/ }))
    await waitFor(() => expect(router.state.location.search).toBe('?max=89.9999&min=80'))
  })

  test('stand in the unit of the view, and do not count what is not saved', async () => {
    const { user } = await openTable('?scores=points')
    stage(gradebook().sheet.learners[0]?.id ?? '', 1)
    const dialog = await openStatistics(user, 'HW 01 /10', 'Homework 1')
    expect(dialog.getByText('Highest').nextElementSibling).toHaveTextContent(/^\d+ pt$/)
    expect(dialog.getByRole('button', { name: /^8 to under 9 points: \d+ learner/ })).toBeEnabled()
    expect(dialog.getByText('1 change that is not saved is not counted.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('export', () => {
  const open = async (user: User) => {
    await user.click(screen.getByRole('button', { name: 'Export…' }))
    return within(await screen.findByRole('dialog', { name: 'Export what the table shows' }))
  }

  test('saves what the table shows, in its order; imported unchanged it stages nothing', async () => {
    const { user } = await openTable('?sort=-learner')
    const shown = names()
    const dialog = await open(user)
    expect(dialog.getByText(/^12 learners and 8 assignments, with totals/)).toBeVisible()
    await user.click(dialog.getByRole('radio', { name: 'Both' }))
    await user.click(dialog.getByRole('button', { name: 'Save the file' }))
    const table = await lines()
    expect(saved[0]?.name).toBe('course-v1-MITx+18.05+2026_Autumn-grades-2026-11-20.csv')
    expect(table[0]?.slice(0, 4)).toEqual(['username', 'name', 'email', 'student key'])
    expect(table[0]?.slice(4, 8)).toEqual(['total (%)', 'letter', 'Homework 1 (points)', 'Homework 1 (%)'])
    expect(table.slice(1).map((line) => line[1] || line[0])).toEqual(shown)
    expect(await screen.findAllByText(/^12 learners exported to course-v1/)).not.toHaveLength(0)
    expect(screen.queryByRole('dialog')).toBeNull()

    const { sheet } = gradebook()
    const course = {
      learners: new LearnerIndex(sheet.learners),
      facts: (learnerId: string, subsectionId: string) => gradebook().factsOf({ learnerId, subsectionId }),
      possible: (id: string) => sheet.possible(sheet.column(id)),
    }
    const mapping = guessMapping(table, { ...course, assignments: sheet.columns, decimal: '.' })
    expect(mapping.roles.filter(({ kind }) => kind === 'score')).toHaveLength(sheet.columns.length)
    const choices = { learners: new Map<number, string>(), extraCredit: true }
    const read = [...readPaste(table, mapping, course, choices)]
    expect(read.every(({ learner }) => learner.kind === 'matched')).toBe(true)
    expect(read.flatMap((line) => changesOf(line, course, choices))).toEqual([])
  })

  test('holds what the server holds, and changes that are not saved only where that is asked for', async () => {
    const { user } = await openTable('?scores=points')
    const { id = '', username } = gradebook().sheet.learners[0] ?? {}
    stage(id, 1)
    const scoreOf = async () => (await lines()).find(([first]) => first === username)?.[6]
    await user.click((await open(user)).getByRole('button', { name: 'Save the file' }))
    expect(await scoreOf()).toBe('9')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    saved = []
    const dialog = await open(user)
    await user.click(dialog.getByRole('checkbox', { name: 'Include 1 change that is not saved' }))
    await user.click(dialog.getByRole('button', { name: 'Save the file' }))
    expect(await scoreOf()).toBe('1')
  })

  test('leaves out columns that are hidden, and learners whom a filter leaves out', async () => {
    const { user } = await openTable(`?scores=points&max=80&hide=${encodeURIComponent(HW1)}&sort=-total`)
    const shown = names()
    expect(shown.length).toBeLessThan(12)
    const dialog = await open(user)
    expect(dialog.getByText('Filters that are on: Total 0–80 %')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Save the file' }))
    const [header = [], ...rest] = await lines()
    const total = header.indexOf('total (%)')
    expect(header.slice(total, total + 3)).toEqual(['total (%)', 'letter', 'Homework 2 (points)'])
    expect(rest.map((line) => line[1] || line[0])).toEqual(shown)
  })

  test('is written with decimal commas and semicolons where the reader has it so', async () => {
    const { user } = await openTable('?scores=points', { locale: 'en-ZA' })
    const dialog = await open(user)
    expect(dialog.getByText(/with semicolons and decimal commas/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Save the file' }))
    const [header = [], ...rest] = await lines(';')
    expect(header.slice(0, 2)).toEqual(['username', 'name'])
    expect(rest.flat().some((text) => /^\d+,\d+$/.test(text))).toBe(true)
    expect(rest.every((line) => line.length === header.length)).toBe(true)
  })

  test('of one column is asked for at its header', async () => {
    const { user } = await openTable()
    await choose(user, 'HW 02', 'Download this column…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Download: Homework 2' }))
    await user.click(dialog.getByRole('button', { name: 'Save the file' }))
    const table = await lines()
    expect(table[0]).toEqual(['username', 'name', 'email', 'student key', 'Homework 2 (%)'])
    expect(saved[0]?.name).toBe('course-v1-MITx+18.05+2026_Autumn-grades-HW-02-2026-11-20.csv')
  })

  test('of a course that is not read to the end says so, and reads on when it is asked to', async () => {
    const { user, read, matching, end } = await openPart()
    const dialog = await open(user)
    expect(dialog.getByText(`${read} of ${matching} learners are read so far.`)).toBeVisible()
    expect(dialog.getByRole('button', { name: `Save the ${read} learners read so far` })).toBeVisible()
    end()
    await user.click(dialog.getByRole('button', { name: 'Read all' }))
    expect(await dialog.findByRole('button', { name: 'Save the file' })).toBeVisible()
    expect(dialog.queryByText(/are read so far/)).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(saved).toEqual([])
  })
})

describe('a default for blanks', () => {
  const open = async (user: User, title = 'HW 02', name = 'Homework 2') => {
    await choose(user, title, 'Set a default for blanks…')
    return within(await screen.findByRole('dialog', { name: `Default for blanks: ${name}` }))
  }
  const staged = () => [...gradebook().edits.state().edits.values()]

  test('is staged for everybody shown who has not attempted it, as one step', async () => {
    const { user } = await openTable()
    const blank = names().filter((name) => rowOf(name)[2] === '–')
    expect(blank.length).toBeGreaterThan(0)
    const dialog = await open(user)
    await user.type(dialog.getByRole('textbox', { name: 'Score for each of them' }), '70')
    expect(dialog.getByText('% · 7 of 10 points')).toBeVisible()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(staged()).toHaveLength(blank.length)
    expect(staged().every(({ will, was }) => will?.earned === 7 && was.attempted === false)).toBe(true)
    expect(await screen.findAllByText(/^\d+ changes? for Homework 2, not saved yet\.$/)).not.toHaveLength(0)
    await waitFor(() => expect(blank.map((name) => rowOf(name)[2])).toEqual(blank.map(() => '70')))
    act(() => gradebook().edits.dispatch({ type: 'undo' }))
    expect(staged()).toEqual([])
  })

  test('may be 0, and leaves changes that wait alone', async () => {
    const { user } = await openTable('?scores=points')
    const blank = names().filter((name) => rowOf(name)[2] === '–')
    const dialog = await open(user, 'HW 02 /10')
    await user.type(dialog.getByRole('textbox'), '0{Enter}')
    await waitFor(() => expect(staged()).toHaveLength(blank.length))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const again = await open(user, 'HW 02 /10')
    expect(again.getByText(/^Nobody of the 12 shown/)).toBeVisible()
    await user.type(again.getByRole('textbox'), '5{Enter}')
    expect(staged().every(({ will }) => will?.earned === 0)).toBe(true)
  })

  test('is refused in words, and more than the maximum is asked about', async () => {
    const { user } = await openTable('?scores=points')
    const dialog = await open(user, 'HW 02 /10')
    const score = dialog.getByRole('textbox')
    await user.click(dialog.getByRole('button', { name: /^Set \d+ score/ }))
    expect(score).toHaveAccessibleDescription(/Type a score first\./)
    await user.type(score, '8,5')
    expect(score).toHaveAccessibleDescription(/Write decimals with a point: 8\.5\./)
    await user.clear(score)
    await user.type(score, '12{Enter}')
    expect(score).toHaveAccessibleDescription(/This is more than the 10 points to be had\./)
    expect(staged()).toEqual([])
    await user.click(dialog.getByRole('checkbox', { name: '12 of 10: extra credit' }))
    await user.click(dialog.getByRole('button', { name: /^Set \d+ score/ }))
    await waitFor(() => expect(staged().length).toBeGreaterThan(0))
    expect(staged()[0]?.will).toEqual({ earned: 12, possible: null })
  })

  test('in percent asks the server what a column is of that nobody has attempted', async () => {
    const { user } = await openTable('?type=Lab', { learners: 1, subsections: 24 })
    const { sheet } = gradebook()
    const untouched = sheet.columns.find((_, at) => sheet.possible(at) === null)
    const dialog = await open(user, untouched?.label ?? '', untouched?.name ?? '')
    await user.type(dialog.getByRole('textbox'), '50')
    expect(await dialog.findByText(/^% · \d+ of \d+ points$/)).toBeVisible()
    await user.click(await dialog.findByRole('button', { name: 'Set 1 score' }))
    await waitFor(() => expect(staged()).toHaveLength(1))
    expect(staged()[0]?.will?.earned).toBeGreaterThan(0)
  })

  test('cannot be set where grades are frozen', async () => {
    const { user } = await openTable('', { scenario: 'frozen' })
    await user.click(header('HW 02'))
    const entry = await screen.findByRole('menuitem', {
      name: /^Set a default for blanks…, Grades are frozen/,
    })
    expect(entry).toHaveAttribute('aria-disabled', 'true')
  })
})
