import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { renderApp } from '#src/testing.tsx'
import { address, allRead, count, grid, listQueries, names, openTable, rowOf, titles } from './under-test.ts'

/** 113 learners on three pages, each answer held back for so many milliseconds: time to do something meanwhile. */
const SLOW = { learners: 115, subsections: 4, latency: 500 }

describe('the table', () => {
  test('shows every learner with total and grades, and names the course in the title', async () => {
    const app = await openTable('?sort=learner')
    expect(document.title).toBe('Gradebook · Introduction to Statistics · Example University')
    expect(await allRead()).toBe('Showing 12 of 17 enrolled')
    expect(names().slice(0, 3)).toEqual(['Ada Lovelace-Byron', 'Amara Okafor', 'Björn Þórsson'])
    expect(rowOf('Amara')).toEqual(['89% B', '90', '80', '100', '80', '91.7', '58.3', '94', '91'])
    expect(grid()).toHaveAttribute('aria-rowcount', '15')
    expect(listQueries(app).map(String)).toEqual(['excluded_course_roles=all&page_size=50'])
    expect(screen.queryByRole('button', { name: /Remove filter/ })).toBeNull()
  })

  test('stands with all its columns before any row, even where none comes', async () => {
    const { lms, user } = await renderApp(address, {
      learners: 12,
      subsections: 8,
      faults: ['gradebook-500'],
    })
    expect(titles()).toEqual([
      'Learner',
      'Total',
      'HW 01',
      'HW 02',
      'HW 03',
      'HW 04',
      'Lab 01',
      'Lab 02',
      'Midterm 01',
      'Final 01',
    ])
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The server has a problem')
    expect(count()).toBe('')
    lms.change({ faults: [] })
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await allRead()).toBe('Showing 12 of 17 enrolled')
    expect(screen.getByRole('main')).toHaveFocus()
  })
})

describe('reading a course', () => {
  test('counts honestly, pauses and goes on; a screen reader hears the count only at rest', async () => {
    const { user, lms } = await renderApp(`${address}?sort=-total`, SLOW)
    const pause = await screen.findByRole('button', { name: 'Pause' })
    expect(count()).toBe('50 of 113 read · sorted as far as read')
    expect(grid()).toHaveAttribute('aria-rowcount', '116')
    const [told] = screen.getAllByRole('status')
    if (!told) throw new Error('nobody would hear the count')
    expect(told).toBeEmptyDOMElement()
    await user.click(pause)
    expect(told).toHaveTextContent('50 of 113 read')
    expect(names().length).toBeGreaterThan(5)
    const goOn = screen.getByRole('button', { name: 'Go on' })
    expect(goOn).toHaveFocus()

    lms.change({ latency: 0 })
    await user.keyboard('{Enter}')
    expect(await allRead()).toBe('Showing 113 of 118 enrolled')
    expect(told).toHaveTextContent('Showing 113 of 118 enrolled')
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
    // The button that had the focus is gone.
    expect(told.parentElement).toHaveFocus()
  })

  test.each([
    ['a server error', 'gradebook-500', /^Reading stopped after 50 learners. The server has a problem./],
    [
      'another form of answer',
      'contract-drift',
      /The server’s answer could not be read.*gradebook.*percent should be number, but string came\.$/,
    ],
  ] as const)(
    'stopped in the middle by %s says so, keeps what came, and goes on',
    async (_, fault, words) => {
      const { user, lms } = await renderApp(address, SLOW)
      await screen.findByRole('button', { name: 'Pause' })
      lms.change({ faults: [fault], latency: 0 })
      const again = await screen.findByRole('button', { name: 'Try again' })
      expect(again.closest('p')).toHaveTextContent(words)
      expect(count()).toBe('50 of 113 read')
      expect(names()[0]).toBe('Amara Okafor')
      lms.change({ faults: [] })
      await user.click(again)
      expect(await allRead()).toBe('Showing 113 of 118 enrolled')
      expect(document.body).not.toHaveFocus()
    },
  )

  test('stopped because the session has ended leads to the sign-in page', async () => {
    const { lms } = await renderApp(address, SLOW)
    await screen.findByRole('button', { name: 'Pause' })
    lms.change({ user: 'nobody' })
    const link = await screen.findByRole('link', { name: 'Sign in' })
    expect(link.closest('p')).toHaveTextContent(/Reading stopped after 50 learners. Sign in to continue/)
    expect(link).toHaveAttribute('href', expect.stringContaining('/login?next='))
  })
})

test('a filter restarts the reading without a word from React', async () => {
  const complaints = vi.spyOn(console, 'error')
  const app = await renderApp(address, SLOW)
  await screen.findByRole('button', { name: 'Pause' })
  app.lms.change({ latency: 0 })
  await app.router.navigate(`${address}?track=verified`)
  await waitFor(() => expect(listQueries(app).at(-1)?.get('enrollment_mode')).toBe('verified'))
  expect(await allRead()).toMatch(/^Showing \d\d of 118 enrolled$/)
  expect(complaints.mock.calls).toEqual([])
})
