import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { renderApp } from '#src/testing.tsx'
import { address, count, listQueries, names, openTable } from './under-test.ts'

const field = () => screen.getByRole('searchbox', { name: /^Search learners/ })

describe('searching learners', () => {
  test('finds names among those read, and usernames', async () => {
    const app = await openTable()
    await app.user.type(field(), 'BJORN')
    await waitFor(() => expect(names()).toEqual(['Björn Þórsson']))
    expect(count()).toBe('Showing 1 of 17 enrolled')
    await app.user.clear(field())
    await app.user.type(field(), 'noura{Enter}')
    await waitFor(() => expect(names()).toEqual(['نورة القحطاني']))
  })

  test('asks the server, which knows e-mail addresses that no row tells', async () => {
    const app = await openTable()
    await app.user.type(field(), 'wei@')
    await waitFor(() => expect(names()).toEqual(['Chen Wei']))
    expect(listQueries(app).at(-1)?.get('user_contains')).toBe('wei@')
    expect(listQueries(app)).toHaveLength(2)
  })

  test('stays out of the URL, in the history entry, and has a chip; without it the focus is not lost', async () => {
    const { user, router } = await openTable('?sort=-total')
    await user.type(field(), 'rossi')
    const chip = await screen.findByRole('button', { name: 'Remove filter: Search rossi' })
    expect(router.state.location.search).toBe('?sort=-total')
    expect(router.state.location.state).toMatchObject({ search: 'rossi' })
    await user.click(chip)
    await waitFor(() => expect(field()).toHaveValue(''))
    expect(names()).toHaveLength(12)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Filter' })).toHaveFocus())
    expect(screen.queryByRole('list', { name: 'Filters that are on' })).toBeNull()
  })

  test('Escape empties it; blanks are no search', async () => {
    const { user, router } = await openTable()
    await user.type(field(), 'musa')
    await waitFor(() => expect(names()).toEqual(['Ibrahim Musa']))
    await user.type(field(), '{Escape}')
    await waitFor(() => expect(names()).toHaveLength(12))
    await user.type(field(), '   ')
    await waitFor(() => expect(router.state.location.state).toMatchObject({ search: '   ' }))
    expect(names()).toHaveLength(12)
    expect(screen.queryByRole('button', { name: /^Remove filter/ })).toBeNull()
  })

  test('where nobody fits one can clear it', async () => {
    const { user } = await openTable()
    await user.type(field(), 'xyz')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Nobody fits')
    expect(count()).toBe('Showing 0 of 17 enrolled')
    await user.click(within(alert).getByRole('button', { name: 'Clear all' }))
    await waitFor(() => expect(names()).toHaveLength(12))
    expect(field()).toHaveValue('')
    expect(screen.getByRole('main')).toHaveFocus()
  })

  test('where the server cannot be asked it says so, searches what is read, and asks again', async () => {
    const { user, lms } = await openTable()
    lms.change({ faults: ['offline'] })
    await user.type(field(), 'wei@')
    const again = await screen.findByRole('button', { name: 'Try again' })
    expect(again.closest('p')).toHaveTextContent(
      /^The server could not be asked, so only learners already read are searched. The connection was lost./,
    )
    lms.change({ faults: [] })
    await user.click(again)
    await waitFor(() => expect(names()).toEqual(['Chen Wei']))
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    expect(document.body).not.toHaveFocus()
  })

  test('while not all is read it says that names are searched as far as read', async () => {
    const { lms, user } = await renderApp(address, { learners: 115, subsections: 4, latency: 500 })
    await user.click(await screen.findByRole('button', { name: 'Pause' }))
    lms.change({ latency: 0 })
    await user.type(field(), 'maria.garcia{Enter}')
    await waitFor(() => expect(count()).toBe('Showing 1 · 50 of 113 read · names as far as read'))
    await user.clear(field())
    await user.type(field(), 'qqq{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody fits so far')
    await user.click(screen.getByRole('button', { name: 'Go on' }))
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('No learner fits'))
  })
})

test('one goes to a learner by typing a part of the name; who is not shown is not offered', async () => {
  const { user } = await openTable('?sort=learner')
  const open = screen.getByRole('button', { name: 'Go to learner' })
  await user.click(open)
  const finder = await screen.findByRole('dialog', { name: 'Name or username' })
  expect(within(finder).getByRole('searchbox')).toHaveFocus()
  expect(finder).toHaveTextContent('Type the beginning of a name.')
  await user.keyboard('du chat')
  await user.click(await within(finder).findByRole('menuitem', { name: /Émilie du Châtelet/ }))
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Émilie du Châtelet/))
  expect(document.activeElement).toHaveAttribute('role', 'rowheader')

  await user.type(field(), 'rossi{Enter}')
  await waitFor(() => expect(names()).toEqual(['Giulia Rossi']))
  await user.click(open)
  await user.keyboard('du chat')
  expect(await screen.findByText('Nobody in the table has this name.')).toBeVisible()
  await user.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(open).toHaveFocus())
})
