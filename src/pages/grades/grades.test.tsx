import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics
const ofCourse = `${path.grades()}?${new URLSearchParams({ course: courseId })}`
const table = (name: string) => screen.findByRole('table', { name })
const lines = (container: HTMLElement) =>
  within(container)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)

describe('one’s own courses', () => {
  test('each with its own total, leading to one’s progress there', async () => {
    await renderApp(path.grades(), { user: 'learner' })
    const own = await table('Your courses')
    await waitFor(() => expect(own).not.toHaveTextContent('Loading'))
    expect(lines(own)).toHaveLength(3)
    expect(within(own).getByRole('link', { name: 'Introduction to Statistics' })).toHaveAttribute(
      'href',
      path.progress({ courseId }),
    )
    expect(lines(own)[0]).toMatch(/\d+%.*passed/)
    expect(screen.getByText(/can count scores that your progress page does not show/)).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Look up totals' })).toBeNull()
  })

  test('one that cannot be read says so in its line; the others stand; it is read again', async () => {
    const app = await renderApp('/?all', { user: 'learner' })
    app.lms.change({ faults: ['html-error'] })
    await app.user.click(screen.getByRole('link', { name: 'Grades across courses' }))
    const own = await table('Your courses')
    const again = await within(own).findAllByRole('button', { name: /^Try again/ })
    expect(again).toHaveLength(3)
    app.lms.change({ faults: [] })
    await app.user.click(again[0]!)
    await waitFor(() => expect(within(own).getAllByRole('button', { name: /^Try again/ })).toHaveLength(2))
    expect(lines(own)[0]).toMatch(/\d+%/)
    expect(document.body).not.toHaveFocus()
  })

  test('somebody without courses is told so', async () => {
    await renderApp(path.grades(), { user: 'stranger' })
    expect(screen.getByText(/^You are not enrolled in a course/)).toBeVisible()
  })

  test('who is not signed in is asked to', async () => {
    await renderApp(path.grades(), { user: 'nobody' })
    expect(screen.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
  })
})

describe('staff of the whole site', () => {
  const site = { user: 'global-staff', learners: 60 } as const
  const open = (address: string = path.grades(), options: Parameters<typeof renderApp>[1] = {}) =>
    renderApp(address, { ...site, ...options })
  const fill = async (user: UserEvent, what: { course?: string; names?: string }) => {
    if (what.course) await user.type(screen.getByRole('combobox', { name: 'Course' }), what.course)
    if (what.names) await user.type(screen.getByRole('textbox', { name: 'Usernames' }), what.names)
    await user.click(screen.getByRole('button', { name: 'Show totals' }))
  }

  test('read a course by its name, page after page; the course stands in the URL', async () => {
    const { user, router } = await open()
    await fill(user, { course: 'Introduction to Statistics' })
    const found = await table('Totals found')
    expect(screen.getByRole('button', { name: 'Show totals' })).toHaveFocus()
    expect(new URLSearchParams(router.state.location.search).get('course')).toBe(courseId)
    expect(lines(found)).toHaveLength(50)
    expect(screen.getByText('50 totals, and there are more')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(lines(found).length).toBeGreaterThan(55))
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
    expect(within(found).queryByRole('columnheader', { name: 'Course' })).toBeNull()
  })

  test('of a server that gives a whole course at once, some are drawn, and more on demand', async () => {
    const { user } = await renderApp(ofCourse, { backend: 'so2', learners: 320 })
    await user.type(await screen.findByLabelText('Access token', { selector: 'input' }), 'mock-global-staff')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    const found = await table('Totals found')
    expect(lines(found)).toHaveLength(200)
    const more = screen.getByRole('button', { name: /^Show 100 more of 1\d\d$/ })
    await user.click(more)
    await waitFor(() => expect(lines(found)).toHaveLength(300))
    await waitFor(() => expect(within(found).getAllByRole('row')[201]).toHaveFocus())
    expect(screen.getByRole('button', { name: /^Download 3[12]\d lines$/ })).toBeVisible()
  })

  test('sort and narrow what was read', async () => {
    const { user } = await open(ofCourse)
    const found = await table('Totals found')
    const header = within(found).getByRole('columnheader', { name: 'Grade' })
    await user.click(within(header).getByRole('button'))
    await user.click(within(header).getByRole('button'))
    expect(header).toHaveAttribute('aria-sort', 'descending')
    const percents = within(found)
      .getAllByText(/^\d+%$/)
      .map((cell) => Number.parseInt(cell.textContent ?? '', 10))
    expect(percents).toHaveLength(50)
    expect(percents).toEqual(percents.toSorted((a, b) => b - a))
    await user.type(screen.getByRole('searchbox', { name: 'Filter by person or course' }), 'amara.')
    expect(lines(found)).toEqual([expect.stringContaining('amara.okafor')])
    expect(screen.getByText(/^1 of 50 shown/)).toBeVisible()
  })

  test('save what is shown as a file, in its order', async () => {
    const blobs: Blob[] = []
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
    URL.revokeObjectURL = () => undefined
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { user } = await open(ofCourse)
    const found = await table('Totals found')
    await user.type(screen.getByRole('searchbox', { name: 'Filter by person or course' }), 'a.')
    await user.click(within(found).getByRole('button', { name: 'Username' }))
    const names = within(found)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent)
    await user.click(screen.getByRole('button', { name: `Download ${names.length} lines` }))
    const [header, ...lines] = (await blobs[0]!.text()).replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(header).toMatch(/^course id,username,(?:email,)?grade \(%\),letter,passed$/)
    expect(lines.map((line) => line.split(',')[1])).toEqual(names)
    expect(lines[0]).toMatch(/^course-v1:MITx\+18\.05\+2026_Autumn,.*,\d+%,[A-C]?,(?:yes|no)$/)
    vi.restoreAllMocks()
  })

  test('open a learner’s progress, and the scores behind a total', async () => {
    const { user, router } = await open(ofCourse)
    const found = await table('Totals found')
    const row = within(found).getByRole('rowheader', { name: 'amara.okafor' }).closest('tr')
    const scores = within(row!).getByRole('button', { name: /^Scores/ })
    await user.click(scores)
    const type = await screen.findByRole('region', { name: 'Homework' })
    expect(within(type).getAllByRole('listitem')[0]).toHaveTextContent(/^HW 01 \d+% ?Homework 1/)
    expect(within(type).getAllByText(/dropped/).length).toBeGreaterThan(0)
    await user.click(scores)
    expect(screen.queryByRole('region', { name: 'Homework' })).toBeNull()
    await user.click(within(row!).getByRole('button', { name: /^Progress/ }))
    await screen.findByRole('heading', { name: 'Progress of amara.okafor' })
    expect(router.state.location.pathname).toBe(path.progress({ courseId, learnerId: '1001' }))
  })

  test('read people in all their courses; unknown names are told, none stands in the URL', async () => {
    const { user, router } = await open()
    await fill(user, { names: 'amara.okafor, nobody.at.all' })
    const found = await table('Totals found')
    expect(lines(found)[0]).toMatch(/^amara\.okafor.*\d+%/)
    expect(within(found).getByRole('columnheader', { name: 'Course' })).toBeVisible()
    expect(screen.getByText(/^No total in any course for nobody\.at\.all\./)).toBeVisible()
    expect(router.state.location.search).toBe('')
    await router.navigate(-1)
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Usernames' })).toHaveValue(''))
    await router.navigate(1)
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Usernames' })).toHaveValue('amara.okafor\nnobody.at.all'),
    )
  })

  test('malformed names, too many and none are said at the field; what was typed stays', async () => {
    const { user } = await open()
    const names = () => screen.getByRole('textbox', { name: 'Usernames' })
    await fill(user, {})
    expect(screen.getByRole('combobox', { name: 'Course' })).toHaveAccessibleDescription(
      /Give a course, or at least one username\.$/,
    )
    await fill(user, { names: 'amara.okafor b!d' })
    await waitFor(() => expect(names()).toHaveAccessibleDescription(/Not a username: b!d\./))
    expect(names()).toHaveValue('amara.okafor\nb!d')
    await user.clear(names())
    await user.click(names())
    await user.paste(Array.from({ length: 101 }, (_, index) => `name${index}`).join('\n'))
    await user.click(screen.getByRole('button', { name: 'Show totals' }))
    expect(names()).toHaveAccessibleDescription(/101 usernames are too many at once: 100 at most\.$/)
  })

  test('an unknown course is said at the field', async () => {
    const { user } = await open()
    await fill(user, { course: 'course-v1:No+Such+Course' })
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Course' })).toHaveAccessibleDescription(
        /There is no such course on this site/,
      ),
    )
  })

  test('a failing server says so, and is asked again', async () => {
    const { user, lms } = await open()
    lms.change({ faults: ['html-error'] })
    await fill(user, { course: courseId })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The server sent a page instead of data')
    lms.change({ faults: [] })
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(lines(await table('Totals found'))).toHaveLength(50)
  })

  test('anybody else who follows such a link is told whom it is for', async () => {
    await open(ofCourse, { user: 'instructor' })
    expect(await screen.findByRole('alert')).toHaveTextContent(/staff of the whole site only/)
  })
})
