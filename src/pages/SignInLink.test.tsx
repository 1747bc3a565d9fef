import { act, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { RouterProvider, createMemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { parseConfig } from '#src/config.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { connect } from '#src/lms/connect.ts'
import { SignInLink } from './SignInLink.tsx'

test('one link, while it stands, leads back to wherever one has moved on to, base path included', async () => {
  await connect(parseConfig({}))
  const language = await loadLanguage(['en'])
  const router = createMemoryRouter([{ path: '*', Component: SignInLink }], {
    basename: '/gradebook',
    initialEntries: ['/gradebook/course-v1:a+b+c?cohort=3'],
  })
  render(
    <IntlProvider {...language}>
      <RouterProvider router={router} />
    </IntlProvider>,
  )
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Sign in' })
  const next = () => new URL(link.href).searchParams.get('next')
  expect(next()).toBe(`${location.origin}/gradebook/course-v1:a+b+c?cohort=3`)
  await act(() => router.navigate('/edX%2FDemo%2F2026/grading-info#checks'))
  expect(link).toBeInTheDocument()
  expect(next()).toBe(`${location.origin}/gradebook/edX%2FDemo%2F2026/grading-info#checks`)
})
