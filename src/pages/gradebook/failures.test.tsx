import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { address, allRead, count, grid, openTable, rowOf, titles } from './under-test.ts'

type Options = Parameters<typeof renderApp>[1]

const SMALL = { learners: 12, subsections: 8 }

describe('a gradebook that cannot be opened', () => {
  test.each<[string, Options, title: string, text: RegExp]>([
    [
      'by a learner',
      { user: 'learner' },
      'You cannot open this gradebook',
      /Ask an instructor of the course/,
    ],
    ['by somebody from outside', { user: 'stranger' }, 'You cannot open this gradebook', /course team/],
    [
      'because the site has it switched off',
      { scenario: 'flag-off' },
      'The gradebook is switched off for this course',
      /Ask your site’s support to enable it/,
    ],
    ['without a connection', { faults: ['offline'] }, 'The connection was lost', /Check your connection/],
    [
      'because the policy has changed its form',
      { faults: ['contract-drift-info'] },
      'The server’s answer could not be read',
      /grading-info: assignment_types should be/,
    ],
    [
      'because something else answers',
      { faults: ['html-error'] },
      'The server sent a page instead of data',
      /maintenance page/,
    ],
  ])('%s says why and what one can do', async (_, options, title, text) => {
    await renderApp(address, { ...SMALL, ...options })
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByRole('heading')).toHaveTextContent(title)
    expect(alert).toHaveTextContent(text)
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  test('by nobody leads to the sign-in page and back', async () => {
    await renderApp(address, { ...SMALL, user: 'nobody' })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(/^Sign in to continue/)
    const link = within(alert).getByRole('link', { name: 'Sign in' })
    const next = new URL(link.getAttribute('href') ?? '').searchParams.get('next')
    expect(next).toBe(`${window.location.origin}${address}`)
    expect(document.title).toBe('Sign in to continue · Example University')
  })

  test.each(['foo', 'course-v1:No+Such'])('because %s is no course key', async (key) => {
    const { lms } = await renderApp(`/${key}`, SMALL)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Course not found')
    expect(screen.getByRole('alert')).not.toHaveTextContent(/GET|404/)
    expect(lms.requests.filter((line) => line.includes(key))).toEqual([])
  })

  test('because there is no such course', async () => {
    await renderApp('/course-v1:No+Such+Course', SMALL)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Course not found')
    expect(screen.getByRole('link', { name: 'All courses' })).toBeVisible()
  })

  test('is tried again without reloading the page', async () => {
    const { user, lms } = await renderApp(address, { ...SMALL, faults: ['offline'] })
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await allRead()).toBe('Showing 12 of 17 enrolled')
    expect(rowOf('Amara')[0]).toBe('89% B')
  })
})

describe('rows that do not come', () => {
  test('because the answer has changed name endpoint and field; the columns stand', async () => {
    await renderApp(address, { ...SMALL, faults: ['contract-drift'] })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The server’s answer could not be read')
    expect(alert).toHaveTextContent(
      /GET \/api\/grades\/v1\/gradebook\/:courseId\/: results\.0\..*percent should be number, but string came\./,
    )
    expect(titles()).toContain('HW 01')
    expect(count()).toBe('')
  })
})

describe('what passes by itself', () => {
  test('is waited for: a server that throttles', async () => {
    const { lms } = await openTable('', { faults: ['throttled'] })
    expect(rowOf('Amara')[0]).toBe('89% B')
    expect(screen.queryByRole('alert')).toBeNull()
    const pages = lms.requests.filter((line) => /\/gradebook\/[^/]+\/\?/.test(line))
    expect(pages).toHaveLength(2 * new Set(pages).size)
  })

  test('is renewed: a session that ends again and again', async () => {
    const { lms } = await openTable('', { faults: ['session-expired'] })
    expect(rowOf('Amara')[0]).toBe('89% B')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(lms.requests.filter((line) => line === 'POST /login_refresh').length).toBeGreaterThan(0)
  })
})

describe('a cohort that does not exist', () => {
  test.each(['999999', 'abc'])(
    '(%s) leaves the table standing, and its filter can be taken away',
    async (id) => {
      const { user, router } = await renderApp(`${address}?cohort=${id}&track=audit`, SMALL)
      const alert = await screen.findByRole('alert')
      expect(alert).toHaveTextContent(/^Cohort not foundThis course has no such cohort/)
      expect(alert).not.toHaveTextContent(/server says|GET/)
      expect(titles()).toContain('HW 01')
      expect(within(alert).getAllByRole('button')).toHaveLength(1)
      await user.click(within(alert).getByRole('button', { name: 'Clear the cohort filter' }))
      await allRead()
      expect(screen.queryByRole('alert')).toBeNull()
      expect(router.state.location.search).toBe('?track=audit')
    },
  )
})

describe('a course in a state of its own', () => {
  test('that nobody has enrolled in', async () => {
    await openTable('?type=Homework&team=included', { scenario: 'empty', learners: undefined })
    expect(screen.getByRole('alert')).toHaveTextContent(/^No learners yet/)
    expect(within(screen.getByRole('alert')).queryByRole('button')).toBeNull()
    expect(titles().slice(0, 3)).toEqual(['Learner', 'Total', 'HW 01'])
    expect(await allRead()).toBe('Showing 0 of 0 enrolled')
  })

  test('that has no graded subsections shows totals alone', async () => {
    await openTable('', { scenario: 'no-graded', subsections: undefined })
    expect(screen.getByText(/^This course has no graded assignments/)).toBeVisible()
    expect(titles()).toEqual(['Learner', 'Total'])
    expect(rowOf('Amara')).toHaveLength(1)
  })

  test('whose grades are frozen can be read', async () => {
    await openTable('', { scenario: 'frozen' })
    expect(screen.getByText(/^Grades are frozen: this course ended/)).toBeVisible()
    const cells = grid().querySelectorAll('[role=gridcell][aria-label*="Homework 1, Amara"]')
    expect(cells).toHaveLength(1)
    expect(cells[0]).toHaveAccessibleName(
      /^Homework 1, Amara Okafor, .* points, \d+%, locked: grades are frozen$/,
    )
  })

  test('whose policy is messy shows what the policy does not know apart', async () => {
    await openTable('', { scenario: 'messy-policy' })
    const group = screen.getByText(/counts for nothing/).closest('[role=columnheader]')
    expect(group).toHaveTextContent('Not in the policy · counts for nothing')
  })

  test('with an old key stands under its encoded address', async () => {
    await openTable('', {}, path.gradebook({ courseId: COURSE_KEYS.archive }))
    expect(document.title).toBe('Gradebook · Statistics 101 · Example University')
  })
})

describe('what fails is asked once', () => {
  const asked = (requests: readonly string[], what: string) =>
    requests.filter((line) => line.includes(what)).map((line) => line.split(' ')[0])

  test('the sign-in that cannot be renewed', async () => {
    const { lms } = await renderApp(address, { ...SMALL, user: 'nobody' })
    await screen.findByRole('alert')
    expect(asked(lms.requests, '/login_refresh')).toEqual(['POST'])
  })

  test('the name of a course that does not exist', async () => {
    const { lms } = await renderApp('/course-v1:No+Such+Course', SMALL)
    await screen.findByRole('heading', { name: 'Course not found' })
    expect(asked(lms.requests, '/enrollment/v1/course/')).toEqual(['GET'])
    expect(asked(lms.requests, '/course_home/course_metadata/')).toEqual(['GET'])
  })
})
