import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { setSavingAsTyped } from './tray/saving-preference.ts'
import { cell, heard, openTable, said } from './under-test.ts'

type App = Awaited<ReturnType<typeof openTable>>

/** Longer than a pause and a saving. */
const SOON = { timeout: 9000 }

afterEach(() => act(() => setSavingAsTyped(false)))

/** Opens the table in points with saving as one types, and focus on a cell. */
async function at(beginning: string, options: Parameters<typeof openTable>[1] = {}): Promise<App> {
  setSavingAsTyped(true)
  const app = await openTable('?scores=points', options)
  cell(beginning).focus()
  return app
}

const saves = ({ lms }: App) => lms.requests.filter((line) => line.includes('bulk-update')).length

describe('save as I type', () => {
  test('is off at first; the menu says what it does; chosen, it stays chosen', async () => {
    const { user } = await openTable('?scores=points')
    expect(screen.queryByText(/^Saves as you type/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(await screen.findByRole('menuitemcheckbox', { name: /^Save as I type, Each change/ }))
    expect(localStorage.getItem('rollbook.saving')).toBe('as-typed')
    expect(await screen.findByText(/^Saves as you type/, {}, SOON)).toBeVisible()
    act(() => setSavingAsTyped(false))
    expect(localStorage.getItem('rollbook.saving')).toBeNull()
    expect(screen.queryByText(/^Saves as you type/)).toBeNull()
  }, 30_000)

  test('what stood there before is saved, too', async () => {
    const app = await openTable('?scores=points')
    cell('Homework 3, Amara').focus()
    await app.user.keyboard('8{Enter}')
    await waitFor(() => expect(said('Homework 3, Amara')).toContain('not saved'))
    act(() => setSavingAsTyped(true))
    expect(await screen.findByText('Saves as you type · 1 change saved', {}, SOON)).toBeVisible()
    expect(saves(app)).toBe(1)
  }, 30_000)

  test('a column typed down is saved at the pause, and one sentence says so', async () => {
    const app = await at('Homework 3, Amara')
    await app.user.keyboard('8{Enter}9{Enter}')
    expect(await screen.findByText('Saves as you type · 2 not saved yet')).toBeVisible()
    expect(await screen.findByText('Saves as you type · 2 changes saved', {}, SOON)).toBeVisible()
    expect(said('Homework 3, Amara')).not.toContain('not saved')
    expect(saves(app)).toBe(1)
    await waitFor(() => expect(heard('2 changes saved')).toBeInTheDocument(), SOON)
  }, 30_000)

  test('all that was saved as typed is one line of the list; each saving can be taken back', async () => {
    const { user, lms } = await at('Homework 3, Amara')
    await user.keyboard('8{Enter}')
    expect(await screen.findByText('Saves as you type · 1 change saved', {}, SOON)).toBeVisible()
    await user.keyboard('9{Enter}')
    expect(await screen.findByText('Saves as you type · 2 changes saved', {}, SOON)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Saved (1)' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Saved in this session' }))
    const line = dialog.getByText(/ · 2 changes, saved as you typed in 2 goes$/)
    await user.click(line)
    const undos = dialog.getAllByRole('button', { name: /^Undo what was saved at/ })
    expect(undos).toHaveLength(2)
    await user.click(undos[0] as HTMLElement)
    expect(
      await screen.findByText('1 change would take it back: it is saved like what you type.', {
        selector: 'p',
      }),
    ).toBeVisible()
    expect(await screen.findByText('Saves as you type · 3 changes saved', {}, SOON)).toBeVisible()
    expect(lms.world.school.journal).toHaveLength(3)
  }, 40_000)

  test('what is refused is said at once', async () => {
    const { user } = await at('Homework 3, Amara', { faults: ['save-422'] })
    await user.keyboard('8{Enter}9{Enter}')
    await waitFor(() => expect(heard('1 change was refused.')).toBeInTheDocument(), SOON)
    expect(said('Homework 3, Amara')).toContain('8 of 10')
  }, 30_000)

  test('without a connection it says that it waits; “Try now” goes on', async () => {
    const { user, lms } = await at('Homework 3, Amara')
    lms.change({ faults: ['offline'] })
    await user.keyboard('8{Enter}')
    expect(await screen.findByText(/saving is tried again at .* by itself/, {}, SOON)).toBeVisible()
    await waitFor(() => expect(heard(/Your changes are kept; saving goes on by itself/)).toBeInTheDocument())
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    expect(await screen.findByText('Saves as you type · 1 change saved', {}, SOON)).toBeVisible()
  }, 30_000)

  test('signed out: it stops, says why, and shows the way to sign in', async () => {
    const app = await at('Homework 3, Amara')
    app.lms.change({ user: 'nobody' })
    await app.user.keyboard('8{Enter}')
    const stopped = /^Saving as you type has stopped: Sign in to continue/
    expect(await screen.findByText(stopped, { selector: 'p' }, SOON)).toBeVisible()
    await waitFor(() => expect(heard(stopped)).toBeInTheDocument())
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeVisible()
    expect(said('Homework 3, Amara')).toContain('changed to 8 of 10')
    expect(saves(app)).toBe(0)
  }, 30_000)

  test('in a frozen course it says so', async () => {
    await at('Homework 3, Amara', { scenario: 'frozen' })
    expect(
      await screen.findByText(/^Saving as you type has stopped: .*frozen/, { selector: 'p' }),
    ).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull()
  })
})
