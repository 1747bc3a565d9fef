import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  address,
  button,
  cell,
  closed,
  openEditor,
  panel,
  people,
  reasonField,
  said,
  scoreField,
  writes,
  openFromTable,
} from './under-test.ts'

const { amara, bjorn } = people
const heading = () => within(panel()).getByRole('heading', { level: 2 })

describe('moving on', () => {
  test('to the next and the previous learner, by key and by button', async () => {
    const { user, router } = await openEditor(bjorn, 'hw_03')
    expect(panel()).toHaveTextContent('Björn Þórsson · 15% Homework')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(panel()).toHaveTextContent('Chen Wei · 15% Homework'))
    expect(scoreField()).toHaveFocus()
    expect(router.state.location.pathname).toContain('/learners/1004/')
    await user.click(button('Previous learner'))
    await waitFor(() => expect(panel()).toHaveTextContent('Björn Þórsson'))
    expect(button('Previous learner')).toHaveFocus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(panel()).toHaveTextContent('Ada Lovelace-Byron'))
  })

  test('to the next and the previous assignment', async () => {
    const { user } = await openEditor(bjorn, 'hw_03')
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
    await waitFor(() => expect(heading()).toHaveTextContent('Homework 4'))
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}')
    await waitFor(() => expect(heading()).toHaveTextContent('Homework 3'))
  })

  test('stops at the edges, and says so', async () => {
    const { user, router } = await openEditor(amara, 'hw_01')
    const before = router.state.location.key
    expect(button('Previous learner')).toHaveAccessibleDescription(
      'The table shows no learner before this one.',
    )
    expect(button('Previous assignment')).toHaveAccessibleDescription(
      'The table shows no assignment before this one.',
    )
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(
      screen.getByText('The table shows no learner before this one.', { selector: 'output *' }),
    ).toBeInTheDocument()
    expect(router.state.location.key).toBe(before)
  })

  test('the table stays, and another cell of it can be opened', async () => {
    const { user } = await openEditor(bjorn, 'hw_03')
    await user.click(cell('Homework 1, Amara'))
    await waitFor(() => expect(panel()).toHaveTextContent('Amara Okafor'))
    await waitFor(() => expect(scoreField()).toHaveFocus())
  })

  test('focus stays where somebody is at work', async () => {
    const { user, router } = await openEditor(bjorn, 'hw_03')
    const search = screen.getByRole('searchbox')
    await user.click(search)
    await router.navigate(address(amara, 'hw_03'))
    await waitFor(() => expect(panel()).toHaveTextContent('Amara Okafor'))
    expect(search).toHaveFocus()
  })

  test('Back closes the editor, Forward opens it again', async () => {
    const { user, router } = await openEditor(bjorn, 'hw_03')
    await user.keyboard('{Escape}')
    await closed()
    await router.navigate(-1)
    await waitFor(() => expect(panel()).toHaveTextContent('Björn Þórsson'))
    await router.navigate(1)
    await closed()
  })
})

describe('on a phone, where the editor covers the page', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })
  const isInert = (element: HTMLElement | null): boolean =>
    element !== null && (element.inert || isInert(element.parentElement))

  test('focus goes back to the cell once the page can take it', async () => {
    const wide = window.matchMedia
    vi.stubGlobal('matchMedia', (query: string) =>
      Object.assign(wide(query), { matches: query === '(max-width: 40rem)' }),
    )
    const { user } = await openEditor(bjorn, 'hw_03')
    const opened = cell('Homework 3, Björn')
    expect(isInert(opened)).toBe(true)
    // A browser would refuse it; jsdom lets anything have focus.
    const refused: boolean[] = []
    opened.addEventListener('focus', () => refused.push(isInert(opened)))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(opened).toHaveFocus())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(refused).toEqual([false])
  })
})

describe('what is typed and not saved', () => {
  test('makes the browser ask before the page is left, until it is discarded', async () => {
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const { user } = await openEditor(bjorn, 'hw_03')
    expect(leave()).toBe(true)
    await user.type(scoreField(), '9')
    await user.keyboard('{Escape}')
    await closed()
    expect(leave()).toBe(false)
    await openFromTable(user, 'Homework 3, Björn')
    await user.click(await screen.findByText('Discard'))
    expect(leave()).toBe(true)
  })

  test('is staged when one moves on, and found when one comes back', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await user.type(scoreField(), '9.5')
    await user.type(reasonField(), 'Re-marked')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    const words = 'Kept, not saved: Homework 3 for Björn Þórsson, 9.5 of 10.'
    await waitFor(() => expect(within(panel()).getByText(words)).toBeVisible())
    expect(screen.getByText(words, { selector: 'output *' })).toBeInTheDocument()
    expect(said('Homework 3, Björn')).toContain('changed to 9.5 of 10 points, 95%, not saved')
    expect(scoreField()).toHaveValue('')

    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(scoreField()).toHaveValue('9.5'))
    expect(reasonField()).toHaveValue('Re-marked')
    expect(panel()).toHaveTextContent('Not saved yet: 9.5 of 10.')
    expect(writes(lms)).toEqual([])

    await user.click(scoreField())
    await user.keyboard('{Enter}')
    await closed()
    expect(said('Homework 3, Björn')).toContain('9.5 of 10 points, 95%, overridden')
    expect(writes(lms)).toHaveLength(1)
  })

  test('is staged by Escape, too, and can be discarded', async () => {
    const { user } = await openEditor(bjorn, 'hw_03')
    await user.type(scoreField(), '9')
    await user.keyboard('{Escape}')
    await closed()
    await waitFor(() => expect(cell('Homework 3, Björn')).toHaveFocus())
    expect(said('Homework 3, Björn')).toContain('changed to 9 of 10 points, 90%, not saved')
    await user.keyboard('{Alt>}{Enter}{/Alt}')
    await waitFor(() => expect(scoreField()).toHaveValue('9'))
    await user.click(button('Discard'))
    expect(scoreField()).toHaveValue('')
    expect(said('Homework 3, Björn')).not.toContain('not saved')
  })

  test('is kept as text where it is no score yet', async () => {
    const { user } = await openEditor(bjorn, 'hw_03')
    await user.type(scoreField(), '12')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    const words = 'What you typed is kept, not saved: Homework 3 for Björn Þórsson.'
    await waitFor(() => expect(within(panel()).getByText(words)).toBeVisible())
    expect(said('Homework 3, Björn')).toBe('Homework 3, Björn Þórsson, 7 of 10 points, 70%')
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(scoreField()).toHaveValue('12'))
    expect(screen.getByLabelText('12 of 10: extra credit')).not.toBeChecked()
  })

  test('is nothing while it is being saved: that goes on', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await user.type(scoreField(), '9')
    lms.change({ latency: 50 })
    await user.keyboard('{Enter}{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(panel()).toHaveTextContent('Chen Wei'))
    expect(said('Homework 3, Björn')).toContain('saving 9 of 10 points, 90%')
    expect(
      await screen.findByText('Saved: Homework 3 for Björn Þórsson, 9 of 10.', { selector: 'output *' }),
    ).toBeInTheDocument()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')
    expect(panel()).toHaveTextContent('Chen Wei')
    expect(writes(lms)).toHaveLength(1)
  })

  test('is told, too, where saving fails after one has moved on', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await user.type(scoreField(), '9')
    lms.change({ latency: 50, faults: ['save-422'] })
    await user.keyboard('{Enter}{Alt>}{ArrowDown}{/Alt}')
    const words = 'Not saved: Homework 3 for Björn Þórsson. Open it to see why.'
    expect(await screen.findByText(words, { selector: 'output *' })).toBeInTheDocument()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90% was refused')
  })

  test('is not asked for where nothing was typed', async () => {
    const { user } = await openEditor(bjorn, 'hw_03')
    await user.click(button('Next learner'))
    await waitFor(() => expect(panel()).toHaveTextContent('Chen Wei'))
    expect(panel()).not.toHaveTextContent('ept, not saved')
  })
})
