import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { lms as connected } from '#src/lms/connect.ts'
import { address, allRead, choose, grid, header, names, rowOf, titles } from './under-test.ts'
import { renderApp } from '#src/testing.tsx'

/** Opens the totals of the course, by token. */
async function openTotals(query = '', options: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(address + query, { backend: 'so2', ...options })
  await app.user.type(await screen.findByLabelText('Access token'), 'mock-global-staff')
  await app.user.click(screen.getByRole('button', { name: 'Continue' }))
  await allRead()
  return app
}

describe('a course of which the server tells totals', () => {
  test('is a table of what it tells, for reading', async () => {
    const { user } = await openTotals()
    expect(titles()).toEqual(['Learner', 'Total', 'E-mail', 'Letter', 'Passed at', 'Last active'])
    const [total, email, letter, passedAt, lastActivity] = rowOf('amara.okafor')
    expect(total).toMatch(/^\d+%$/)
    expect(email).toContain('@')
    expect(letter).toMatch(/^[A-F–]/)
    expect(passedAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/)
    expect(lastActivity).toMatch(/^\d+ \w+ \d{4}$/)
    expect(screen.getByText(/no single assignments/)).toHaveTextContent('in which time zone')
    const paste = screen.getByRole('button', { name: 'Paste or import…' })
    expect(paste).toHaveAttribute('aria-disabled', 'true')
    expect(paste).toHaveAccessibleDescription(/cannot change grades/)
    await user.click(within(grid()).getByRole('gridcell', { name: /^Total, amara\.okafor/ }))
    await user.keyboard('7')
    expect(await screen.findByText('This site cannot change grades.')).toBeVisible()
  })

  test('is sorted by any column, blanks last', async () => {
    const { user, router } = await openTotals()
    await choose(user, 'Passed at', 'Sort, highest first')
    const first = rowOf(names()[0] ?? '')[3] ?? ''
    const second = rowOf(names()[1] ?? '')[3] ?? ''
    expect(first > second).toBe(true)
    expect(router.state.location.search).toBe('?sort=-passedAt')
    await choose(user, 'Passed at', 'Sort, lowest first')
    expect(rowOf(names()[0] ?? '')[3]).toMatch(/^\d{4}/)
  })

  test('is filtered in the sheet: by course grade and by name; nothing is asked anew', async () => {
    const { user, lms, router } = await openTotals()
    const asked = lms.requests.length
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    const dialog = await screen.findByRole('dialog', { name: 'Filter' })
    for (const name of ['Track', 'Cohort', 'Assignment type', 'Assignment']) {
      const field = within(dialog).getByRole('combobox', { name })
      expect(field).toBeDisabled()
      expect(field).toHaveAccessibleDescription(/^This server/)
    }
    expect(within(dialog).getByRole('checkbox')).toBeDisabled()
    await user.type(within(dialog).getByLabelText('Course grade, at least, in percent'), '70')
    await user.click(within(dialog).getByRole('button', { name: 'Apply' }))
    expect(router.state.location.search).toBe('?min=70')
    await waitFor(() => expect(screen.getByText(/^Showing/)).not.toHaveTextContent(/(\d+) of \1 /))
    expect(names().every((name) => Number.parseFloat(rowOf(name)[0] ?? '') >= 70)).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Clear all' }))
    await user.type(screen.getByRole('searchbox'), 'amara')
    await waitFor(() => expect(names()).toEqual(['amara.okafor']))
    expect(lms.requests).toHaveLength(asked)
  })

  test('drops what no server and no sheet can filter by, and says so', async () => {
    await openTotals('?track=audit&sort=hw1')
    expect(screen.getByText(/was left out: track(,| and) sort/)).toBeVisible()
    expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull()
  })

  test('is exported as it is shown', async () => {
    const { user } = await openTotals('?min=90')
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
    await user.click(screen.getByRole('button', { name: 'Export…' }))
    expect(await screen.findByText(/exported to .*-totals-.*\.csv/)).toBeVisible()
    const [file] = made.mock.calls[0] ?? []
    if (!(file instanceof Blob)) throw new Error('nothing was saved')
    const text = await file.text()
    const [head, ...lines] = text.trim().split('\r\n')
    expect(head).toContain('username,total (%),email,letter,passed at (time zone not told),last activity')
    expect(lines).toHaveLength(names().length)
    made.mockRestore()
    revoked.mockRestore()
  })

  test('leads to a learner’s standing, and tells the distribution of totals', async () => {
    const { user, router } = await openTotals()
    await choose(user, 'Total', 'Statistics…')
    expect(await screen.findByRole('dialog', { name: /Total/ })).toBeVisible()
    await user.keyboard('{Escape}')
    await user.click(within(grid()).getByRole('rowheader', { name: /^amara\.okafor/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Progress page' }))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/progress\/amara\.okafor$/))
  })

  test('of nobody says that nobody is there', async () => {
    await renderApp(address, { backend: 'so2', scenario: 'empty' })
    await screen.findByLabelText('Access token')
    act(() => connected().token?.take('mock-global-staff'))
    expect(await screen.findByText('No learners yet')).toBeVisible()
    expect(header('Total')).toBeVisible()
  })
})
