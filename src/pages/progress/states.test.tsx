import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { renderApp } from '#src/testing.tsx'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const PAGE = `/${COURSE}/progress`
const LEARNER = { user: 'learner' } as const

const title = () => screen.getByRole('heading', { level: 1 }).textContent
const ways = () =>
  within(screen.getByRole('alert'))
    .queryAllByRole('link')
    .map(({ textContent }) => textContent)
const told = () => screen.getByRole('alert').textContent

describe('a page that is refused says why, to the one who would read it', () => {
  test('who is not enrolled', async () => {
    await renderApp(PAGE, { user: 'stranger' })
    expect(title()).toBe('You are not enrolled in this course')
    expect(document.title).toContain('You are not enrolled in this course')
    expect(ways()).toEqual(['Open the course', 'All courses'])
    expect(screen.getByRole('link', { name: 'Open the course' })).toHaveAttribute(
      'href',
      expect.stringContaining(`/courses/${encodeURIComponent(COURSE)}/`),
    )
  })

  test('who is not signed in', async () => {
    await renderApp(PAGE, { user: 'nobody' })
    expect(title()).toBe('Sign in to continue')
    expect(ways()).toEqual(['Sign in'])
  })

  test('before the course begins, with the day', async () => {
    await renderApp(PAGE, { ...LEARNER, now: '2026-08-01T09:00:00Z' })
    expect(title()).toBe('This course has not begun')
    expect(told()).toContain('It begins on 31 August 2026.')
  })

  test('once access is over, with the server’s own day', async () => {
    await renderApp(PAGE, { ...LEARNER, scenario: 'audit-locked', now: '2026-12-15T09:00:00Z' })
    expect(title()).toBe('Your access to this course is over')
    expect(told()).toContain('Access expired on Dec 10, 2026')
    expect(ways()).toEqual(['Open the course', 'All courses'])
  })

  test('where the page is switched off', async () => {
    await renderApp(PAGE, { ...LEARNER, scenario: 'switched-off' })
    expect(title()).toBe('This course shows no progress page')
  })

  test('of a course that does not exist', async () => {
    await renderApp('/course-v1:MITx+None+2026/progress', LEARNER)
    expect(title()).toBe('Course not found')
    expect(ways()).toEqual(['All courses'])
  })

  test('of another learner, which is not told from one who does not exist', async () => {
    const { router } = await renderApp(`${PAGE}/1002`, LEARNER)
    const words = told()
    expect(title()).toBe('Not found')
    expect(ways()).toEqual(['Your own progress', 'All courses'])
    await router.navigate(`${PAGE}/99999999`)
    expect(router.state.location.pathname).toContain('99999999')
    expect(told()).toBe(words)
  })

  test('of a learner whom the server does not know, to staff', async () => {
    await renderApp(`${PAGE}/99999999`)
    expect(title()).toBe('Learner not found')
    expect(ways()).toEqual(['To the gradebook', 'All courses'])
  })

  test('never speaks of the gradebook to a learner', async () => {
    await renderApp(PAGE, { user: 'stranger' })
    expect(told()).not.toMatch(/gradebook/i)
  })
})

describe('a server that fails', () => {
  test.each([
    ['a page of HTML', ['html-error'], 'The server sent a page instead of data'],
    ['a dropped connection', ['offline'], 'The connection was lost'],
    ['another form than agreed', ['contract-drift-progress'], 'The server’s answer could not be read'],
  ] as const)('%s: says so, and tries again on demand', async (_, faults, words) => {
    const { user, lms } = await renderApp(PAGE, { ...LEARNER, faults })
    expect(title()).toBe(words)
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Your progress' })).toHaveFocus()
  })

  test('no answer in time', async () => {
    await renderApp(PAGE, { ...LEARNER, faults: ['latency'], timeout: 0.1 })
    expect(title()).toBe('The server takes too long')
  })

  test('only in what stands around the grade: the page stands', async () => {
    await renderApp(PAGE, { ...LEARNER, faults: ['course-home-500'] })
    expect(title()).toBe('Your progress')
    expect(screen.getByRole('region', { name: 'All scores' })).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('heading', { name: 'In the course' })).toBeNull()
  })

  test('an older one, which tells less', async () => {
    await renderApp(PAGE, { ...LEARNER, faults: ['older-progress'] })
    expect(title()).toBe('Your progress')
    expect(screen.getByRole('region', { name: 'All scores' })).toHaveTextContent(/Week 1.*of 30/)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('every state of a course has a page', () => {
  test.each([
    ['no graded work', 'no-graded'],
    ['a policy without types', 'no-policy'],
    ['more than 100 %', 'extra-credit'],
    ['everything dropped', 'all-dropped'],
    ['hidden scores', 'hidden-scores'],
    ['locked work', 'audit-locked'],
    ['long names', 'long-names'],
    ['a course in Arabic', 'rtl'],
    ['a single learner', 'one-learner'],
    ['a total at a cutoff', 'passing-edge'],
  ])('%s', async (_, scenario) => {
    await renderApp(PAGE, { ...LEARNER, scenario })
    expect(title()).toBe('Your progress')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('region', { name: 'All scores' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Around the grade' })).toBeVisible()
  })
})

describe('under a learner’s mask', () => {
  test('staff are told as whom they look, and where that ends', async () => {
    await renderApp(PAGE, { scenario: 'masquerade' })
    const note = screen.getByRole('note')
    expect(title()).toMatch(/^Progress of .+/)
    expect(note).toHaveTextContent(/^You look at this course as \S+\. This is the progress that they see\./)
    expect(within(note).getByRole('link', { name: 'Change that in the course' })).toBeVisible()
    expect(screen.queryByText('Grading in Studio')).toBeNull()
  })

  test('a learner wears none', async () => {
    await renderApp(PAGE, LEARNER)
    expect(screen.queryByRole('note')).toBeNull()
  })
})

test('a learner who opens the gradebook is shown the way to their own progress', async () => {
  const { user } = await renderApp(`/${COURSE}`, LEARNER)
  expect(title()).toBe('You cannot open this gradebook')
  await user.click(screen.getByRole('link', { name: 'Your own progress' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Your progress' })).toHaveFocus()
})
