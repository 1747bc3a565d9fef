import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import {
  address,
  button,
  cell,
  closed,
  courseId,
  entries,
  openEditor,
  overrideBehind,
  panel,
  people,
  said,
  scoreField,
  openFromTable,
} from './under-test.ts'

const { ada, bjorn, chen } = people
const facts = () =>
  within(panel())
    .getAllByRole('definition')
    .map((fact) => fact.textContent)

describe('opening', () => {
  test('from the table: the frame with what is known, the score field in focus; Escape goes back to the cell', async () => {
    const { user } = await renderApp(path.gradebook({ courseId }), { learners: 6 })
    await waitFor(() => cell('Homework 3, Björn'))
    await openFromTable(user, 'Homework 3, Björn')
    const title = await screen.findByRole('heading', { level: 2, name: 'Homework 3' })
    expect(title).toBeVisible()
    expect(panel()).toHaveTextContent('Björn Þórsson · 15% Homework')
    expect(scoreField()).toHaveFocus()
    expect(scoreField()).toHaveAccessibleDescription('of 10 points')
    await user.keyboard('{Escape}')
    await closed()
    await waitFor(() => expect(cell('Homework 3, Björn')).toHaveFocus())
  })

  test('shows original, override in force and all problems', async () => {
    await openEditor(ada, 'lab_03')
    expect(facts()).toEqual([
      expect.stringMatching(/^\d+(\.\d+)? \/ 20$/),
      '16 / 20',
      expect.stringMatching(/ \/ 20$/),
    ])
    expect(button('Save')).toBeEnabled()
  })

  test('tells work that was never attempted from work that earned nothing', async () => {
    await openEditor(chen, 'hw_02')
    await waitFor(() => expect(facts().slice(0, 2)).toEqual(['not attempted', 'No override']))
  })

  test('says when it is due for the learner, in the viewer’s zone', async () => {
    await openEditor(bjorn, 'hw_03')
    await waitFor(() =>
      expect(panel()).toHaveTextContent(/Björn Þórsson · 15% Homework · due \d+ Sept?, 23:59/),
    )
    expect(within(panel()).getByText(/^\d+ Sept?, 23:59$/)).toHaveAttribute(
      'datetime',
      expect.stringMatching(/^2026-09-\d\dT23:59:00/),
    )
  })

  test('says nothing of it where the server does not tell, and everything else all the same', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await within(panel()).findByText(/, 23:59$/)
    const course = lms.world.school.world.courses.find(({ key }) => key === courseId)
    Object.assign(course?.flags ?? {}, { progressPage: false })
    await user.click(button('Previous learner'))
    await waitFor(() => {
      expect(lms.requests.filter((line) => line.includes('/progress/'))).toHaveLength(2)
      expect(queryClient.isFetching()).toBe(0)
    })
    await screen.findByRole('heading', { name: 'History' })
    expect(panel()).toHaveTextContent(/Ada Lovelace-Byron · 15% Homework(?! · due)/)
    expect(within(panel()).queryByRole('alert')).toBeNull()
    expect(scoreField()).toBeEnabled()
  })

  test('tells the table whether there is an override', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    expect(said('Homework 3, Björn')).toBe('Homework 3, Björn Þórsson, 7 of 10 points, 70%')
    expect(facts()).toEqual(['7 / 10', 'No override', '10 / 14'])
    overrideBehind(lms, ada, 'hw_03', { earnedGraded: 7 })
    await user.click(button('Previous learner'))
    await waitFor(() => expect(said('Homework 3, Ada')).toContain('overridden'))
  })

  test('by an address: a learner whom the table does not show is looked up', async () => {
    await openEditor('1060', 'hw_09', { learners: 120, faults: ['contract-drift'] })
    expect(panel()).toHaveTextContent(/Homework 9.+ · 15% Homework/)
    expect(entries()).toHaveLength(1)
    expect(entries()[0]).toHaveTextContent('original to 5 · Bulk Grade Importjonas.eriksen · import · ')
  })
})

describe('history', () => {
  test('newest first: from and to, why, who, through what, when', async () => {
    await openEditor(ada, 'lab_03')
    const [newest, oldest, ...more] = entries()
    expect(more).toEqual([])
    expect(newest).toHaveTextContent(
      /^13 to 16 · Late pass grantednuria\.haddad · gradebook · \d+ \w+, \d\d:\d\d$/,
    )
    expect(oldest).toHaveTextContent(/^original to 13 · Bulk Grade Importjonas\.eriksen · import · /)
    const when = newest?.querySelector('time')
    expect(when).toHaveAttribute('datetime', expect.stringMatching(/^2026-10-\d\dT/))
    expect(when).toHaveAttribute('title', expect.stringMatching(/October 2026 at \d\d:\d\d:\d\d UTC$/))
    expect(when).toHaveAttribute('tabindex', '0')
  })

  test('a cleared override is told apart from none', async () => {
    const { lms, user } = await openEditor(bjorn, 'hw_03')
    expect(panel()).toHaveTextContent('There is no override. A history is told only while there is one.')
    const nothing = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
    overrideBehind(lms, ada, 'hw_03', { earnedGraded: 3 })
    overrideBehind(lms, ada, 'hw_03', nothing)
    await user.click(button('Previous learner'))
    await waitFor(() => expect(facts()[1]).toBe('Original, override cleared'))
    expect(entries().map((entry) => entry.querySelector('p')?.textContent)).toEqual([
      '3 to original',
      'original to 3',
    ])
  })

  test('hundreds of entries come on demand', async () => {
    const { lms, user } = await openEditor(bjorn, 'hw_03')
    for (let points = 0; points < 300; points += 1) {
      overrideBehind(lms, ada, 'hw_03', { earnedGraded: points / 100, comment: `Entry ${points}` })
    }
    await user.click(button('Previous learner'))
    await waitFor(() => expect(entries()).toHaveLength(20))
    expect(entries()[0]).toHaveTextContent('Entry 299')
    await user.click(button('Show 280 more'))
    expect(entries()).toHaveLength(300)
  })
})

describe('where there is nothing to edit', () => {
  test.each([
    ['nobody has the id', address('987654', 'hw_03'), 'Learner not found'],
    ['the id is no id', address('nobody', 'hw_03'), 'Learner not found'],
    ['the course has no such assignment', address(bjorn, 'hw_77'), 'Assignment not found'],
    ['the assignment is not graded', address(bjorn, 'hw_00'), 'Assignment not found'],
    [
      'the assignment is not available to the learner',
      address(chen, 'lab_09'),
      'Not available to this learner',
    ],
  ])('%s', async (_, url, title) => {
    await renderApp(url, { learners: 6 })
    expect(await screen.findByRole('heading', { level: 3, name: title })).toHaveFocus()
    expect(screen.queryByLabelText('New score')).toBeNull()
  })

  test('somebody who never enrolled', async () => {
    await renderApp(address('14', 'hw_03'), { learners: 6 })
    expect(await screen.findByRole('heading', { level: 3, name: /not found|Not enrolled/ })).toBeVisible()
  })
})

describe('where grades cannot be changed they can be read', () => {
  test('frozen', async () => {
    await openEditor(ada, 'lab_03', { scenario: 'frozen' })
    expect(panel()).toHaveTextContent('Grades are frozen')
    expect(scoreField()).toBeDisabled()
    expect(button('Save')).toHaveAccessibleDescription('Grades are frozen')
    expect(button('Clear override')).toHaveAccessibleDescription('Grades are frozen')
    expect(within(panel()).getByRole('heading', { level: 2 })).toHaveFocus()
    expect(facts()).toHaveLength(3)
  })

  test('the gradebook switched off', async () => {
    await openEditor(ada, 'lab_03', { scenario: 'flag-off' })
    expect(panel()).toHaveTextContent('ada.lovelace · 15% Lab')
    expect(panel()).toHaveTextContent('The gradebook is switched off for this course')
    expect(scoreField()).toBeDisabled()
    expect(entries()).toHaveLength(2)
  })
})

describe('where reading fails', () => {
  test('it says why, and can be tried again', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    lms.change({ faults: ['html-error'] })
    await user.click(button('Next learner'))
    expect(await within(panel()).findByRole('alert')).toHaveTextContent(
      'The server sent a page instead of data',
    )
    lms.change({ faults: [] })
    await user.click(button('Try again'))
    expect(await screen.findByRole('heading', { name: 'History' })).toBeVisible()
  })
})
