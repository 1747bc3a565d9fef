import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { afterEach, describe, expect, test } from 'vitest'
import type { UserEvent } from '@testing-library/user-event'
import { loadLanguage } from '#src/i18n/messages.ts'
import { lms } from '#src/lms/connect.ts'
import { memoryStorage } from '#src/lms/memory-storage.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'
import { UserBadge } from './UserBadge.tsx'

afterEach(() => queryClient.clear())

test('says who is signed in', async () => {
  await renderApp('/')
  expect(await screen.findByRole('button', { name: /^Signed in as / })).toBeVisible()
})

describe('signing out', () => {
  const openMenu = async (user: UserEvent) => {
    await user.click(await screen.findByRole('button', { name: /^Signed in as / }))
    return screen.findByRole('menuitem', { name: 'Sign out' })
  }

  test('is offered in a menu, which closes without it', async () => {
    const { user } = await renderApp('/')
    expect(await openMenu(user)).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(screen.getByRole('button', { name: /^Signed in as / })).toHaveAttribute('aria-expanded', 'false')
  })

  test('asks first when something is not saved; who stays keeps it', async () => {
    const storage = memoryStorage()
    const { user } = await renderApp('/', { device: { storage } })
    const { username } = await lms().viewer({})
    const place = { site: lms().site, username, courseId: 'another course' }
    const was = { attempted: null, earned: 5, possible: 10 }
    const edit = { learnerId: '1', subsectionId: 'x', was, will: null, reason: null, inDoubt: [] }
    await storage.write(place, { version: 1, edits: [edit], at: 0 })
    await user.click(await openMenu(user))
    const dialog = await screen.findByRole('dialog', { name: 'Sign out and lose changes?' })
    expect(dialog).toHaveTextContent('1 change is not saved.')
    await user.click(within(dialog).getByRole('button', { name: 'Stay signed in' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await storage.readAll(place)).toHaveLength(1)
  })
})

test.each([
  ['ipek ışık', 'tr', 'İI'],
  ['ipek ışık', 'en', 'II'],
  ['ada.lovelace', 'en', 'AL'],
  ['Maria del Carmen Ruiz', 'es', 'MD'],
  ['𝒜da', 'en', '𝒜'],
])('%s, in %s: %s', async (name, locale, initials) => {
  const { messages } = await loadLanguage(['en'])
  queryClient.setQueryData(q('viewer', {}).queryKey, { username: 'x', name, globalStaff: false })
  render(
    <IntlProvider locale={locale} messages={messages}>
      <QueryClientProvider client={queryClient}>
        <UserBadge />
      </QueryClientProvider>
    </IntlProvider>,
  )
  expect(screen.getByRole('button').textContent).toBe(initials)
})
