import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { lms as connected } from '#src/lms/connect.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import { path } from '#src/paths.ts'
import { cell, choose, courseId, editor, header, heard, openTable, said, titles } from './under-test.ts'
import { findTray, inTray } from './tray/under-test.ts'

const section = String(sectionIdOf({ key: courseId }))
const address = path.gradebook({ courseId: section })
const amara = 'Homework 2, Amara'

/** Opens a class of a school where grades are set, not overridden. */
function openClass(query = '', options: Parameters<typeof openTable>[1] = {}) {
  const size = { learners: undefined, subsections: undefined }
  return openTable(query, { ...size, backend: 'schoology', scenario: 'schoology', ...options }, address)
}

async function typeInto(user: UserEvent, beginning: string, text: string): Promise<void> {
  await user.click(cell(beginning))
  await user.keyboard(text)
}

async function save(user: UserEvent): Promise<void> {
  await findTray()
  await user.click(inTray().getByRole('button', { name: 'Save' }))
}

describe('columns', () => {
  test('stand by grading period and category, what is computed at the end of each, exams last', async () => {
    await openClass('?type=Quizzes')
    expect(titles()).toEqual(expect.arrayContaining(['Learner', 'Total', 'Quiz 1', 'Quiz 5']))
    expect(screen.getByText('Quarter 1 · Quizzes')).toBeInTheDocument()
    expect(screen.queryByText('Quarter 1 · Homework')).toBeNull()
  })

  test('are filtered by grading period, in the URL; the chip takes it away', async () => {
    const { user, router } = await openClass()
    await user.click(screen.getByRole('button', { name: /^Filter/ }))
    await user.selectOptions(await screen.findByLabelText('Grading period'), 'Quarter 2')
    await user.click(screen.getByRole('button', { name: 'Apply' }))
    await waitFor(() => expect(router.state.location.search).toMatch(/^\?period=\d+$/))
    expect(titles()).toContain('Quarter 2')
    expect(titles()).not.toContain('Homework 1')
    await user.click(screen.getByRole('button', { name: 'Remove filter: Period Quarter 2' }))
    await waitFor(() => expect(titles()).toContain('Homework 1'))
  })

  test('of a period are computed: nobody types into them', async () => {
    const { user } = await openClass()
    expect(said('Quarter 1, Amara')).toBe('Quarter 1, Amara Okafor, 86.42%, computed')
    await typeInto(user, 'Quarter 1, Amara', '9')
    expect(heard('The site computes this grade. It cannot be set.')).toBeInTheDocument()
    await user.click(header('Quarter 1'))
    const blanks = within(await screen.findByRole('menu')).getByText(/^Set a default/)
    expect(blanks.closest('[role=menuitem]')).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('what stands in a score’s place', () => {
  test('is told in words and by a shape, and not counted', async () => {
    const running = await openClass()
    expect(said('Quiz 2, Amara')).toBe('Quiz 2, Amara Okafor, excused')
    expect(cell('Quiz 2, Amara')).toHaveAttribute('data-mark', 'excused')
    expect(cell('Homework 1, Björn')).toHaveTextContent('Inc.')
    const { user } = running
    await choose(user, 'Homework 1', 'Statistics…')
    const figures = within(await screen.findByRole('dialog'))
    for (const name of ['Excused', 'Incomplete']) {
      expect((await figures.findByText(name)).nextElementSibling).toHaveTextContent('1')
    }
    expect(said('Homework 3, Amara')).toMatch(/, 4 of 4 points, 100%, Exceeds the standard$/)
  })

  test.each([
    ['ex', '8 of 10 points, 80%, changed to excused, not saved'],
    ['INC', '8 of 10 points, 80%, changed to incomplete, not saved'],
    ['a', '8 of 10 points, 80%, changed to 9.5 of 10 points, 95%, not saved'],
    ['7', '8 of 10 points, 80%, changed to 7 of 10 points, 70%, not saved'],
  ])('%s is typed', async (text, words) => {
    const { user } = await openClass('?scores=points')
    await typeInto(user, amara, `${text}{Enter}`)
    await waitFor(() => expect(said(amara)).toBe(`Homework 2, Amara Okafor, ${words}`))
  })

  test('other words are refused with those that there are; missing is not for anybody to type', async () => {
    const { user } = await openClass()
    await typeInto(user, amara, 'Z')
    await waitFor(() => expect(editor()).toHaveValue('Z'))
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(editor()).toHaveAccessibleDescription(/one of these words: A, B, C, D, F, ex, inc/),
    )
    await user.clear(editor())
    await user.type(editor(), 'missing{Enter}')
    await waitFor(() => expect(editor()).toHaveAccessibleDescription(/The site itself says what is missing/))
  })

  test('is set from the menu, where Missing says why not; Delete leaves no grade', async () => {
    const { user } = await openClass()
    fireEvent.contextMenu(cell(amara))
    const menu = await screen.findByRole('menu')
    expect(within(menu).getByRole('menuitem', { name: /^Missing, The site itself/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await user.click(within(menu).getByRole('menuitem', { name: 'Excused' }))
    await waitFor(() => expect(said(amara)).toContain('changed to excused, not saved'))
    expect(cell(amara)).toHaveAttribute('data-mark', 'excused')
    cell(amara).focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(said(amara)).toContain('changed to no grade, not saved'))
    expect(heard('1 grade will be cleared when you save.')).toBeInTheDocument()
  })

  test('is pasted, and fills down', async () => {
    const { user } = await openClass()
    await user.click(cell(amara))
    await user.paste('excused\tmissing\n9\t1')
    await waitFor(() => expect(said(amara)).toContain('changed to excused'))
    expect(heard(/Homework 3, Amara Okafor: The site itself says/)).toBeInTheDocument()
    await user.click(cell(amara))
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}')
    await waitFor(() => expect(said('Homework 2, Björn')).toContain('changed to excused'))
  })
})

describe('saving', () => {
  test('is reviewed without reasons and estimates, saved, and taken back without a history', async () => {
    const { user, lms } = await openClass()
    await typeInto(user, amara, 'ex{Enter}')
    await findTray()
    await user.click(inTray().getByRole('button', { name: 'Review' }))
    const review = within(await screen.findByRole('dialog'))
    expect(await review.findByText('erases the grade')).toBeVisible()
    expect(review.getByText('excused')).toBeVisible()
    expect(review.queryByRole('textbox')).toBeNull()
    expect(review.queryByText(/estimated|known after saving/)).toBeNull()
    await user.click(review.getByRole('button', { name: /^Save/ }))
    expect(await inTray().findByText('1 saved')).toBeVisible()
    expect(said(amara)).toBe('Homework 2, Amara Okafor, excused')
    await user.click(inTray().getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(said(amara)).toContain('changed to 8 of 10 points'))
    await save(user)
    expect(await inTray().findByText('1 saved')).toBeVisible()
    expect(said(amara)).toBe('Homework 2, Amara Okafor, 8 of 10 points, 80%')
    expect(lms.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(2)
  })

  test('a refused one says so in the server’s words, and is tried again alone', async () => {
    const { user, lms } = await openClass('?scores=points', { faults: ['save-422'] })
    await typeInto(user, amara, '1{Enter}2{Enter}')
    await waitFor(() => expect(said('Homework 2, Ada')).toContain('not saved'))
    await save(user)
    expect(await inTray().findByText('1 saved, 1 refused')).toBeVisible()
    const refused = [amara, 'Homework 2, Ada'].find((one) => said(one)?.includes('refused')) ?? ''
    expect(said(refused)).toContain('This enrollment cannot be graded.')
    lms.change({ faults: [] })
    await user.click(inTray().getByRole('button', { name: 'Retry refused' }))
    expect(await inTray().findByText('1 saved')).toBeVisible()
  })

  test('what somebody else has set meanwhile is not overwritten', async () => {
    const { user } = await openClass('?scores=points')
    await typeInto(user, amara, '1{Enter}')
    await findTray()
    const { sheet } = openGradebook(connected(), { courseId: section })
    const learnerId = sheet.learners.find(({ name }) => name === 'Amara Okafor')?.id ?? ''
    const subsectionId = sheet.columns.find(({ name }) => name === 'Homework 2')?.id ?? ''
    const items = [
      { learnerId, subsectionId, earned: null, exception: 'excused', possible: null, reason: null },
    ] as const
    await connected().saveOverrides?.({ courseId: section, items })
    await save(user)
    await waitFor(() => expect(said(amara)).toContain('theirs excused'))
    expect(said(amara)).toContain('mine 1 of 10 points')
  })

  test.each(['offline', 'save-500'] as const)('%s: nothing is lost', async (fault) => {
    const { user, lms } = await openClass('?scores=points')
    await typeInto(user, amara, 'ex{Enter}')
    await findTray()
    lms.change({ faults: [fault] })
    await save(user)
    await waitFor(() => expect(inTray().queryByRole('progressbar')).toBeNull())
    await waitFor(() =>
      expect(said(amara)).toMatch(/changed to excused, not saved|excused sent, outcome unknown/),
    )
  })
})
