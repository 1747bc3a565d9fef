import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { FaultName } from '#mocks/faults.ts'
import {
  address,
  button,
  closed,
  courseId,
  entries,
  justBefore,
  openEditor,
  overrideBehind,
  panel,
  people,
  reasonField,
  said,
  save,
  scoreField,
  writes,
  openFromTable,
} from './under-test.ts'

const { bjorn } = people
const trouble = () => within(panel()).findByRole('alert')

function expectTyped() {
  expect(scoreField()).toHaveValue('9')
  expect(scoreField()).toBeValid()
  expect(reasonField()).toHaveValue('Re-marked')
}

describe('a failure of saving says why in the panel, and keeps what was typed', () => {
  test.each<[fault: FaultName, words: RegExp]>([
    ['save-422', /^Not saved: 9 of 10\. This learner is not enrolled in the course\./],
    ['save-500', /^It was not saved: the server has a problem, and the grade is as it was\. Save again\./],
    ['offline', /^Not saved: The connection was lost/],
    ['html-error', /^Not saved: The server sent a page instead of data/],
  ])('%s', async (fault, words) => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    lms.change({ faults: [fault] })
    await save(user, '9', 'Re-marked')
    expect(await trouble()).toHaveTextContent(words)
    expectTyped()
    expect(panel()).toContainElement(document.activeElement as HTMLElement)
    expect(said('Homework 3, Björn')).toContain('7 of 10 points, 70%')

    lms.change({ faults: [] })
    await user.click(button('Save'))
    await closed()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')
  })

  test('signed out: a link that comes back', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    lms.change({ user: 'nobody' })
    await save(user, '9', 'Re-marked')
    expect(await trouble()).toHaveTextContent(/^Not saved: Sign in to continue/)
    const link = within(panel()).getByRole<HTMLAnchorElement>('link', { name: 'Sign in' })
    expect(new URL(link.href).searchParams.get('next')).toBe(location.origin + address(bjorn, 'hw_03'))
    expectTyped()
  })

  test('no longer on the team', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    justBefore(lms, /bulk-update/, () => lms.change({ user: 'stranger' }))
    await save(user, '9', 'Re-marked')
    expect(await trouble()).toHaveTextContent('You may not change grades in this course.')
    expectTyped()
  })

  test('grades frozen meanwhile', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    justBefore(lms, /bulk-update/, () => {
      lms.world.school.now = Date.UTC(2027, 5, 1)
    })
    await save(user, '9', 'Re-marked')
    expect(await trouble()).toHaveTextContent('Grades are frozen for this course.')
    expectTyped()
  })

  test('grades frozen meanwhile: editors and table are locked from then on', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    justBefore(lms, /bulk-update/, () => {
      lms.world.school.now = Date.UTC(2027, 5, 1)
    })
    await save(user, '9', 'Re-marked')
    await waitFor(() => expect(scoreField()).toBeDisabled())
    expectTyped()
    expect(button('Save')).toHaveAccessibleDescription('Grades are frozen')
    expect(panel()).toContainElement(document.activeElement as HTMLElement)
    await user.click(button('Next learner'))
    await screen.findByRole('heading', { name: 'History' })
    expect(scoreField()).toBeDisabled()
  })

  test('the gradebook switched off meanwhile', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    const course = lms.world.school.world.courses.find(({ key }) => key === courseId)
    justBefore(lms, /bulk-update/, () => Object.assign(course?.flags ?? {}, { writableGradebook: false }))
    await save(user, '9', 'Re-marked')
    expect(await trouble()).toHaveTextContent('The gradebook is switched off for this course.')
    expectTyped()
  })
})

describe('what passes by itself keeps nobody from saving', () => {
  test('a session that expired', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    justBefore(lms, /bulk-update/, () => lms.change({ faults: ['session-expired'] }))
    await save(user, '9', 'Re-marked')
    await closed()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')
    expect(lms.requests).toContain('POST /login_refresh')
    // Refused unseen, then sent once more.
    expect(writes(lms)).toHaveLength(2)
  })

  test('a server that throttles what is read', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    lms.change({ faults: ['throttled'] })
    await save(user, '9', 'Re-marked')
    await closed()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')
    expect(writes(lms)).toHaveLength(1)
  })
})

test('a history that has changed its form is named', async () => {
  const { user, lms } = await openEditor(bjorn, 'hw_03')
  lms.change({ faults: ['contract-drift-history'] })
  await user.click(button('Next learner'))
  const alert = await trouble()
  expect(alert).toHaveTextContent('The server’s answer could not be read')
  expect(alert).toHaveTextContent(/subsection.*user_id should be number, but string came/)
})

describe('when no answer comes', () => {
  test('the grade is read again: it was saved', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03', { timeout: 0.2, faults: ['save-timeout'] })
    await save(user, '9', 'Re-marked')
    await closed()
    expect(screen.getAllByText(/^No answer came, but it was saved\. Saved: Homework 3/)).not.toHaveLength(0)
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')
    expect(writes(lms)).toHaveLength(1)
  })

  test('and reading fails, too: nobody knows, until it can be read', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03', { timeout: 0.2, faults: ['save-timeout'] })
    justBefore(lms, /bulk-update/, () => {
      justBefore(lms, /subsection/, () => lms.change({ faults: ['offline'] }))
    })
    await save(user, '9', 'Re-marked')
    expect(await trouble()).toHaveTextContent('Nobody knows whether it was saved: 9 of 10.')
    expectTyped()
    expect(scoreField()).toHaveAttribute('readonly')
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90% sent, outcome unknown')

    await user.click(button('Read again'))
    await waitFor(() => expect(button('Read again')).toBeEnabled())
    lms.change({ faults: [] })
    await user.click(button('Read again'))
    await closed()
    expect(screen.getAllByText(/^No answer came, but it was saved\./)).not.toHaveLength(0)
    expect(writes(lms)).toHaveLength(1)
  })
})

describe('saved, but', () => {
  test('the new total cannot be read', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    justBefore(lms, /\?username=/, () => lms.change({ faults: ['offline'] }))
    await save(user, '9')
    await closed()
    const message = /^Saved: Homework 3 for Björn Þórsson, 9 of 10\. The new total could not be read\.$/
    expect(screen.getAllByText(message)).not.toHaveLength(0)
    expect(said('Homework 3, Björn')).toContain('7 of 10')
    lms.change({ faults: [] })
    await user.click(screen.getByText('Read again'))
    await waitFor(() => expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden'))
  })

  test('somebody else wrote between the last look and the write', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    justBefore(lms, /bulk-update/, () =>
      overrideBehind(lms, bjorn, 'hw_03', { earnedGraded: 4, comment: 'Late' }),
    )
    await save(user, '9')
    await closed()
    expect(screen.getAllByText(/jonas\.eriksen changed it in the same moment/)).not.toHaveLength(0)
  })
})

/** Somebody else overrides the grade that one is about to override. */
async function conflict() {
  const app = await openEditor(bjorn, 'hw_03')
  overrideBehind(app.lms, bjorn, 'hw_03', { earnedGraded: 4, comment: 'Page 2 is missing' })
  await save(app.user, '9', 'Found page 2')
  const title = await within(panel()).findByRole('heading', { name: 'Somebody else changed this grade' })
  expect(title).toHaveFocus()
  return app
}

describe('a conflict', () => {
  test('shows theirs with who and when, mine, and what I started from', async () => {
    const { lms } = await conflict()
    const terms = within(panel()).getAllByRole('definition')
    const [theirs, mine, started] = terms.slice(-3).map((term) => term.textContent)
    expect(theirs).toMatch(/^4 of 10Page 2 is missing · jonas\.eriksen · 20 Nov, /)
    expect(mine).toBe('9 of 10Found page 2')
    expect(started).toBe('7 of 10')
    expect(entries()[0]).toHaveTextContent('original to 4 · Page 2 is missing')
    expect(writes(lms)).toEqual([])
    expect(said('Homework 3, Björn')).toContain('in conflict with somebody else: mine 9 of 10 points')
  })

  test('theirs can be taken', async () => {
    const { user, lms } = await conflict()
    await user.click(button('Take theirs'))
    expect(scoreField()).toHaveFocus()
    expect(scoreField()).toHaveValue('')
    await waitFor(() => expect(said('Homework 3, Björn')).toContain('4 of 10 points, 40%, overridden'))
    expect(writes(lms)).toEqual([])
  })

  test('mine can be kept', async () => {
    const { user, lms } = await conflict()
    await user.click(button('Keep mine'))
    await closed()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')
    expect(writes(lms)).toHaveLength(1)
  })

  test('is still there when one comes back', async () => {
    const { user } = await conflict()
    await user.keyboard('{Escape}')
    await closed()
    await openFromTable(user, 'Homework 3, Björn')
    expect(await screen.findByText('Somebody else changed this grade')).toBeVisible()
  })
})
