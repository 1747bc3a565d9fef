import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { lms as connected } from '#src/lms/connect.ts'
import { address, allRead } from '#src/pages/gradebook/under-test.ts'
import { renderApp } from '#src/testing.tsx'

const field = () => screen.findByLabelText('Access token', { selector: 'input' })
const use = () => screen.getByRole('button', { name: 'Continue' })

describe('where the server knows people by a token', () => {
  test('it is asked for in place of signing in, and not shown, kept or offered to be kept', async () => {
    const { user, router } = await renderApp(address, { backend: 'so2' })
    expect(await field()).toHaveAttribute('type', 'password')
    expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull()
    await user.type(await field(), ' mock-global-staff ')
    await user.click(use())
    await allRead()
    expect(router.state.location.search).toBe('')
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('mock-global')
  })

  test('a text that is no token is told beside the field, and nothing is sent', async () => {
    const { user, lms } = await renderApp(address, { backend: 'so2' })
    await user.type(await field(), 'two words')
    await user.click(use())
    expect(await field()).toHaveAccessibleDescription(/one word/)
    expect(lms.requests).toEqual([])
  })

  test('one that is refused is asked for again', async () => {
    const { user } = await renderApp(address, { backend: 'so2' })
    await user.type(await field(), 'mock-nonsense')
    await user.click(use())
    await waitFor(() => expect(connected().token?.give()).toBeNull())
    expect(await field()).toBeVisible()
  })

  test('one that may not see this says so', async () => {
    const { user } = await renderApp(address, { backend: 'so2' })
    await user.type(await field(), 'mock-learner')
    await user.click(use())
    expect(await screen.findByRole('heading', { name: /cannot open|not allowed/i })).toBeVisible()
  })

  test('one that is handed over later opens the page', async () => {
    await renderApp(address, { backend: 'so2' })
    await field()
    act(() => connected().token?.take('mock-global-staff'))
    expect(await allRead()).toMatch(/enrolled$/)
  })

  test('it can be forgotten, and with it all that was read', async () => {
    const { user } = await renderApp(address, { backend: 'so2' })
    await user.type(await field(), 'mock-global-staff')
    await user.click(use())
    await allRead()
    await user.click(await screen.findByRole('button', { name: 'Account' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Forget the token' }))
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
    expect(await field()).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Account' }))
    expect(await screen.findByRole('menuitem', { name: 'Forget the token' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })
})
