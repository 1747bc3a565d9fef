import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { lms as connected } from '#src/lms/connect.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import { toQuery } from './filters.ts'
import { choose, courseId, openPart, openTable } from './under-test.ts'

type User = Awaited<ReturnType<typeof openTable>>['user']
const gradebook = () => openGradebook(connected(), toQuery(courseId, {}))

async function open(user: User, title: string, entry: string, name: RegExp) {
  await choose(user, title, entry)
  return within(await screen.findByRole('dialog', { name }))
}
const statistics = (user: User, title: string) => open(user, title, 'Statistics…', /^Statistics: /)
const blanks = (user: User, title: string) => open(user, title, 'Set a default for blanks…', /^Default for/)

type Dialog = Awaited<ReturnType<typeof open>>
const figure = (dialog: Dialog, name: string) => dialog.queryByText(name)?.nextElementSibling?.textContent
const bars = (dialog: Dialog) =>
  dialog.getAllByRole('button', { name: /: \d+ learners?$/ }).map(({ ariaLabel }) => ariaLabel)

describe('statistics', () => {
  test('of one learner are one number', async () => {
    const { user } = await openTable('', { learners: 1 })
    const dialog = await statistics(user, 'HW 01')
    const value = figure(dialog, 'Mean')
    expect(value).toMatch(/^\d+%$/)
    for (const name of ['Median', 'Lowest', 'Highest', 'Lower quartile', 'Upper quartile']) {
      expect(figure(dialog, name)).toBe(value)
    }
    expect(bars(dialog)).toHaveLength(1)
  })

  test('of what nobody has attempted say so, and draw nothing', async () => {
    const { user } = await openTable('?type=Lab', { subsections: 24 })
    const dialog = await statistics(user, 'Lab 10')
    expect(figure(dialog, 'Grades')).toBe('0')
    expect(figure(dialog, 'Not attempted')).toBe('12')
    expect(figure(dialog, 'Mean')).toBeUndefined()
    expect(dialog.getByText('There are no grades yet.')).toBeVisible()
    expect(dialog.queryByRole('figure')).toBeNull()
  })

  test('tell of grades over 100 %, which no filter of the server reaches', async () => {
    const { user } = await openTable('', { scenario: 'extra-credit', learners: 60 })
    const dialog = await statistics(user, 'HW 01')
    const [above = ''] = dialog.getByText(/more than 100%/).textContent.split(' ')
    expect(Number(above)).toBeGreaterThan(1)
    expect(dialog.getByRole('row', { name: `above 100% ${above}`, hidden: true })).toBeInTheDocument()
    expect(dialog.queryByRole('button', { name: /^above/ })).toBeNull()
    expect(Number.parseInt(figure(dialog, 'Highest') ?? '', 10)).toBeGreaterThan(100)
    const inBars = bars(dialog).map((name) => Number(/(\d+) learners?$/.exec(name ?? '')?.[1]))
    const sum = inBars.reduce((all, count) => all + count, 0)
    expect(sum + Number(above)).toBe(Number(figure(dialog, 'Grades')))
  })

  test('of a course that is not read to the end say so, and count the others once they are read', async () => {
    const { user, read, matching, end } = await openPart()
    const dialog = await statistics(user, 'HW 01')
    expect(dialog.getByText(`${read} of ${matching} learners are read so far.`)).toBeVisible()
    const before = Number(figure(dialog, 'Grades'))
    expect(before).toBeLessThanOrEqual(read)
    end()
    await user.click(dialog.getByRole('button', { name: 'Read all' }))
    await waitFor(() => expect(dialog.queryByText(/are read so far/)).toBeNull())
    expect(Number(figure(dialog, 'Grades'))).toBeGreaterThan(before)
  })

  test('say that reading on failed, and can be asked again', async () => {
    const { user, lms, end, loader } = await openPart()
    const dialog = await statistics(user, 'HW 01')
    end()
    lms.change({ faults: ['gradebook-500'] })
    await user.click(dialog.getByRole('button', { name: 'Read all' }))
    expect(await dialog.findByText(/Reading stopped\. The server has a problem\./)).toBeVisible()
    lms.change({ faults: [] })
    await user.click(dialog.getByRole('button', { name: 'Read all' }))
    await waitFor(() => expect(loader.state().status).toBe('done'))
    expect(dialog.queryByText(/Reading stopped/)).toBeNull()
  })
})

describe('a default for blanks', () => {
  const staged = () => [...gradebook().edits.state().edits.values()]

  test('in a course that is not read to the end is for those read, and says so', async () => {
    const { user, read, matching } = await openPart()
    const dialog = await blanks(user, 'HW 02')
    expect(dialog.getByText(`${read} of ${matching} learners are read so far.`)).toBeVisible()
    await user.type(dialog.getByRole('textbox'), '70')
    const button = dialog.getByRole('button', { name: /^Set \d+ scores of those read so far$/ })
    const count = Number(/\d+/.exec(button.textContent)?.[0])
    await user.click(button)
    await waitFor(() => expect(staged()).toHaveLength(count))
    expect(count).toBeLessThan(read)
  })

  test('in percent of what is not open yet asks for points beside the score', async () => {
    const { user } = await openTable('?type=Lab', { subsections: 24 })
    const dialog = await blanks(user, 'Lab 10')
    expect(await dialog.findByText(/^Nobody knows yet how many points there are/)).toBeVisible()
    await user.type(dialog.getByRole('textbox'), '50{Enter}')
    expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/not known yet how many points/)
    await user.clear(dialog.getByRole('textbox'))
    await user.type(dialog.getByRole('textbox'), '4/10{Enter}')
    await waitFor(() => expect(staged()).toHaveLength(12))
    expect(staged()[0]?.will).toEqual({ earned: 4, possible: null })
  })

  test('in percent says why the points could not be read, keeps the score, and reads again', async () => {
    const { user, lms } = await openTable('?type=Lab', { learners: 1, subsections: 24 })
    const { sheet } = gradebook()
    const untouched = sheet.columns.find((_, at) => sheet.possible(at) === null)
    lms.change({ faults: ['offline'] })
    const dialog = await blanks(user, untouched?.label ?? '')
    await user.type(dialog.getByRole('textbox'), '50')
    expect(await dialog.findByText('The connection was lost.')).toBeVisible()
    lms.change({ faults: [] })
    await user.click(dialog.getByRole('button', { name: 'Try again' }))
    expect(await dialog.findByText(/^% · \d+ of \d+ points$/)).toBeVisible()
    expect(dialog.queryByText('The connection was lost.')).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Set 1 score' }))
    await waitFor(() => expect(staged()).toHaveLength(1))
  })
})
