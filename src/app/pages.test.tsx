import { render, screen, waitFor } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '#src/config.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { renderApp } from '#src/testing.tsx'
import { App } from './App.tsx'
import { FatalError } from './FatalError.tsx'
import { PageError } from './PageError.tsx'
import { isStalePage, lazyPage } from './lazy-page.ts'

describe('an address where nothing is', () => {
  test('says so, in the title too, and leads to the courses', async () => {
    const { user } = await renderApp('/a/b/c/d', { user: 'limited-staff' })
    expect(screen.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    expect(document.title).toBe('Page not found · Example University')
    await user.click(screen.getByRole('link', { name: 'All courses' }))
    // The list, although this person has one course only.
    expect(await screen.findByRole('heading', { name: 'Courses' })).toBeVisible()
  })
})

describe('a page whose file is gone', () => {
  test('offers to load the new version, and does not blame the server', async () => {
    const gone = new TypeError('Failed to fetch dynamically imported module: /assets/x.js')
    const router = createMemoryRouter([
      { path: '/', lazy: lazyPage(() => Promise.reject(gone)), ErrorBoundary: PageError },
    ])
    const language = await loadLanguage(['en'])
    const config = parseConfig({ siteName: 'Example University' })
    render(<App world={{ config, language, now: () => new Date(0), shellSlot: null }} router={router} />)
    expect(await screen.findByRole('heading', { name: 'Rollbook has been updated' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    await waitFor(() => expect(document.title).toBe('Rollbook has been updated · Example University'))
    router.dispose()
  })

  test.each([
    'Failed to fetch dynamically imported module: https://x/a.js',
    'error loading dynamically imported module: https://x/a.js',
    'Importing a module script failed.',
  ])('is told by “%s”', (message) => {
    expect(isStalePage(new TypeError(message))).toBe(true)
  })

  test('is not made of other errors', () => {
    expect(isStalePage(new TypeError('x is undefined'))).toBe(false)
    expect(isStalePage(new Error('Importing a module script failed.'))).toBe(false)
    expect(isStalePage(null)).toBe(false)
  })

  test('whatever the reason was', async () => {
    const problem = await lazyPage(() => Promise.reject(new Error('odd')))().catch((error: unknown) => error)
    expect(isStalePage(problem)).toBe(true)
    expect(await lazyPage(() => Promise.resolve('page'))()).toBe('page')
  })
})

describe('an app that cannot start', () => {
  test('says what it was, and offers to reload', () => {
    render(<FatalError error={new Error('config.json: 404')} />)
    expect(screen.getByRole('heading', { name: 'Rollbook could not start' })).toBeVisible()
    expect(screen.getByText('config.json: 404')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
  })
})
