import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { afterEach, expect, test } from 'vitest'
import { loadLanguage } from '#src/i18n/messages.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'
import { UserBadge } from './UserBadge.tsx'

afterEach(() => queryClient.clear())

test('says who is signed in', async () => {
  await renderApp('/')
  expect(await screen.findByRole('img', { name: /^Signed in as / })).toBeVisible()
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
  expect(screen.getByRole('img').textContent).toBe(initials)
})
