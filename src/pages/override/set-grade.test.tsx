import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { button, closed, courseId, openFromTable, panel, said, scoreField } from './under-test.ts'

const section = String(sectionIdOf({ key: courseId }))

/** Opens the editor of a cell of a class in which grades are set, not overridden. */
async function openGrade(beginning: string, options: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(path.gradebook({ courseId: section }), {
    backend: 'schoology',
    scenario: 'schoology',
    ...options,
  })
  await screen.findByText(/^Showing/)
  await openFromTable(app.user, beginning)
  await screen.findByRole('heading', { name: 'History' })
  return app
}

const comment = () => within(panel()).getByRole('textbox', { name: 'Comment' })
const choose = (user: UserEvent, name: string) => user.click(within(panel()).getByRole('radio', { name }))

describe('a grade that is set', () => {
  test('is one grade, without original, reason, estimate and history', async () => {
    const { user } = await openGrade('Homework 2, Amara')
    expect(panel()).toHaveTextContent(/Grade8 \/ 10/)
    expect(panel()).not.toHaveTextContent(/Original|override/i)
    expect(within(panel()).queryByRole('textbox', { name: 'Reason' })).toBeNull()
    expect(panel()).toHaveTextContent('This site keeps no history of grades.')
    await user.type(scoreField(), '9')
    expect(panel()).not.toHaveTextContent('estimated')
  })

  test('takes a word of the scale, and tells the points; refused words list those that there are', async () => {
    const { user } = await openGrade('Homework 2, Amara')
    await user.type(scoreField(), 'b')
    expect(scoreField()).toHaveAccessibleDescription('or A, B, C, D or F of 10 points · 85% · B')
    await user.clear(scoreField())
    await user.type(scoreField(), 'X{Enter}')
    expect(scoreField()).toHaveAccessibleDescription(/one of these words: A, B, C, D, F, ex, inc/)
    await user.clear(scoreField())
    await user.type(scoreField(), 'B{Enter}')
    await closed()
    expect(said('Homework 2, Amara')).toBe('Homework 2, Amara Okafor, 8.5 of 10 points, 85%, B')
  })

  test('is excused beside the score, then cleared', async () => {
    const { user } = await openGrade('Homework 2, Amara')
    expect(within(panel()).getByRole('radio', { name: 'Missing' })).toBeDisabled()
    await choose(user, 'Excused')
    expect(screen.queryByLabelText('New score')).toBeNull()
    await user.click(button('Save'))
    await closed()
    expect(said('Homework 2, Amara')).toBe('Homework 2, Amara Okafor, excused')
    await openFromTable(user, 'Homework 2, Amara')
    await waitFor(() => expect(panel()).toHaveTextContent(/Gradeexcused/))
    await user.click(button('Clear grade'))
    expect(panel()).toHaveTextContent('There is no grade then.')
    await user.click(button('Clear grade'))
    await closed()
    expect(said('Homework 2, Amara')).toBe('Homework 2, Amara Okafor, not attempted')
  })

  test('of a period is computed: the editor says so, and shows the grades of periods', async () => {
    const { user } = await openGrade('Homework 2, Amara')
    await openFromTable(user, 'Quarter 1, Amara')
    expect(await within(panel()).findByText('Computed grade')).toBeVisible()
    expect(await within(panel()).findByRole('textbox', { name: 'Comment on Quarter 1' })).toBeVisible()
  })
})

describe('comments', () => {
  test('are saved at once, for the learner to read or not; the grade stays', async () => {
    const { user, lms } = await openGrade('Homework 2, Amara')
    expect(comment()).toHaveValue('Compare with the essay of last year.')
    await user.clear(comment())
    await user.type(comment(), 'Well argued')
    await user.click(within(panel()).getAllByRole('checkbox', { name: 'Visible to the learner' })[0]!)
    await user.click(button('Save comment'))
    expect(await within(panel()).findByText('Saved. The learner can read it.')).toBeVisible()
    expect(lms.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
    expect(said('Homework 2, Amara')).toContain('8 of 10 points, 80%')
    await openFromTable(user, 'Homework 3, Amara')
    await openFromTable(user, 'Homework 2, Amara')
    await waitFor(() => expect(comment()).toHaveValue('Well argued'))
  })

  test('that were typed and not saved are kept from cell to cell', async () => {
    const { user } = await openGrade('Homework 2, Amara')
    await user.type(comment(), ' More.')
    await user.click(button('Next learner'))
    await waitFor(() => expect(panel()).toHaveTextContent('Ada'))
    expect(screen.getByText('What you typed as a comment is kept, not saved.')).toBeInTheDocument()
    await user.click(button('Previous learner'))
    await waitFor(() => expect(comment()).toHaveValue('Compare with the essay of last year. More.'))
  })

  test('that are refused say so in the server’s words, and stay', async () => {
    const { user, lms } = await openGrade('Homework 2, Amara')
    await user.type(comment(), '!')
    lms.change({ faults: ['save-422'] })
    await user.click(button('Save comment'))
    expect(await within(panel()).findByText(/^Not saved: .*This enrollment cannot be graded/)).toBeVisible()
    expect(comment()).toHaveValue('Compare with the essay of last year.!')
  })

  test('without an answer are read again: nobody is left in doubt', async () => {
    const { user, lms } = await openGrade('Homework 2, Amara', { timeout: 1 })
    await user.type(comment(), '!')
    lms.change({ faults: ['save-timeout'] })
    await user.click(button('Save comment'))
    await waitFor(() => expect(within(panel()).getByText(/^Saved\. Only staff/)).toBeVisible(), {
      timeout: 10_000,
    })
  })

  test('on the course stand with the grades of periods', async () => {
    const { user } = await openGrade('Homework 2, Amara')
    await user.click(within(panel()).getByText('Period grades'))
    const final = await within(panel()).findByRole('textbox', { name: 'Comment on Whole course' })
    expect(final).toHaveValue('To be discussed at the conference.')
    expect(panel()).toHaveTextContent(/Quarter 186\.42%counts 40%/)
  })
})
