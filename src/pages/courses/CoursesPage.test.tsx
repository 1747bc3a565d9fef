import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { CourseSummary } from '#src/lms/lms.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'

const region = (name: string) => within(screen.getByRole('region', { name }))

describe('the course picker', () => {
  test('lists taught courses with dates and role, the latest first, and what is past apart', async () => {
    await renderApp('/')
    expect(document.title).toBe('Courses · Example University')
    const rows = region('You teach').getAllByRole('listitem')
    expect(rows).toHaveLength(3)
    expect(rows[0]).toHaveTextContent(
      'Introduction to StatisticsMITx · 18.05 · 2026_Autumn31 Aug – 27 Nov 2026Instructor',
    )
    expect(rows[1]).toHaveTextContent(
      'The Analytics EdgeMITx · 15.071 · 2026_Autumn31 Aug – 27 Nov 2026Staff',
    )
    expect(rows[2]).toHaveTextContent(
      'Statistics 101edX · Stats101 · 2013_Spring4 Feb – 31 May 2013Instructor',
    )
    const past = region('You teach').getByRole('heading', { name: 'Past' })
    expect(past.compareDocumentPosition(rows[1]!)).toBe(Node.DOCUMENT_POSITION_PRECEDING)
    expect(past.compareDocumentPosition(rows[2]!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  test('leads to the gradebook of a taught course, old keys encoded', async () => {
    await renderApp('/')
    expect(screen.getByRole('link', { name: 'Introduction to Statistics' })).toHaveAttribute(
      'href',
      '/course-v1:MITx+18.05+2026_Autumn',
    )
    expect(screen.getByRole('link', { name: 'Statistics 101' })).toHaveAttribute(
      'href',
      '/edX%2FStats101%2F2013_Spring',
    )
  })

  test('leads a learner to their own progress, never to a gradebook that would be refused', async () => {
    const { router } = await renderApp('/', { user: 'learner' })
    expect(screen.queryByRole('region', { name: 'You teach' })).toBeNull()
    const link = region('You learn').getByRole('link', { name: 'Introduction to Statistics' })
    expect(link).toHaveAttribute('href', '/course-v1:MITx+18.05+2026_Autumn/progress')
    expect(region('You learn').getAllByText('Learner')).toHaveLength(3)
    expect(router.state.location.pathname).toBe('/')
  })

  test('goes straight to the one course that somebody has', async () => {
    const { router } = await renderApp('/', { user: 'limited-staff' })
    expect(router.state.location.pathname).toBe('/course-v1:MITx+18.05+2026_Autumn')
    expect(router.state.historyAction).toBe('REPLACE')
  })

  test('shows the list of one course to those who ask for it', async () => {
    const { router } = await renderApp('/?all', { user: 'limited-staff' })
    expect(router.state.location.pathname).toBe('/')
    expect(region('You teach').getAllByRole('listitem')).toHaveLength(1)
  })

  test('goes straight to the progress in the one course that somebody learns in', async () => {
    given([{ ...COURSE, role: null, enrolled: true }])
    const { router } = await renderApp('/')
    expect(router.state.location.pathname).toBe('/a/progress')
  })

  test('offers staff of the site its other courses too', async () => {
    await renderApp('/', { user: 'global-staff' })
    expect(
      region('Other courses of this site').getByRole('link', { name: 'The Analytics Edge' }),
    ).toHaveAttribute('href', '/course-v1:MITx+15.071+2026_Autumn')
  })

  test('says so where there is none', async () => {
    await renderApp('/', { user: 'stranger' })
    expect(screen.getByText('No courses yet')).toBeVisible()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })
})

describe('a course of which little is known', () => {
  test.each([
    [{ start: '2026-09-01T00:00:00Z' }, 'From 1 Sept 2026'],
    [{ end: '2027-02-01T00:00:00Z' }, 'Until 1 Feb 2027'],
    [{ start: '2027-03-01T00:00:00Z', end: '2027-02-01T00:00:00Z' }, 'Until 1 Feb 2027'],
    [{ start: 'soon' }, ''],
    [{}, ''],
  ])('dates %j', async (dates, words) => {
    given([COURSE, { ...COURSE, id: 'b', name: 'Other', role: 'course_coach', ...dates }])
    await renderApp('/')
    const row = screen.getByRole('link', { name: 'Other' }).closest('li')
    expect(row).toHaveTextContent(new RegExp(`^Other${words}course_coach$`))
  })
})

describe('searching courses', () => {
  const many = Array.from({ length: 11 }, (_, index) => ({
    ...COURSE,
    id: `course ${index}`,
    name: `Course ${index}`,
  }))

  test('is offered once there are more than ten', async () => {
    given(many.slice(1))
    await renderApp('/')
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  test('narrows the list, says how many fit, and what to do when none does', async () => {
    given(many)
    const { user } = await renderApp('/')
    const field = screen.getByRole('searchbox', { name: 'Search courses' })
    const count = within(screen.getByRole('main')).getByRole('status')
    expect(count).toHaveTextContent('11 of 11 courses')
    await user.type(field, 'course 1')
    expect(count).toHaveTextContent('2 of 11 courses')
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringContaining('Course 1'),
      expect.stringContaining('Course 10'),
    ])
    await user.type(field, '2')
    expect(screen.getByText(/^No course fits/)).toHaveTextContent('No course fits “course 12”.')
    await user.clear(field)
    expect(screen.getAllByRole('listitem')).toHaveLength(11)
  })
})

describe('when courses cannot be read', () => {
  test('asks to sign in, and comes back here', async () => {
    await renderApp('/', { user: 'nobody' })
    const page = within(screen.getByRole('main'))
    expect(page.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
    expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      expect.stringContaining('next='),
    )
  })

  test.each([
    ['offline', 'The connection was lost'],
    ['html-error', 'The server sent a page instead of data'],
  ] as const)('%s: says why, and tries again on demand', async (fault, title) => {
    const { user, lms } = await renderApp('/', { faults: [fault] })
    expect(screen.getByRole('heading', { name: title })).toBeVisible()
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Courses' })).toBeVisible()
  })
})

const COURSE: CourseSummary = {
  id: 'a',
  name: 'Course',
  org: null,
  number: null,
  run: null,
  start: null,
  end: null,
  role: 'staff',
  enrolled: false,
}

/** What the simulated school does not have: the answer is there before the page asks. */
function given(courses: CourseSummary[]): void {
  queryClient.setQueryData(q('courses', {}).queryKey, courses)
}
