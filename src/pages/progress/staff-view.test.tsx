import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { usageKey } from '#mocks/lms/keys.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics
const pageOf = (learnerId: string) => path.progress({ courseId, learnerId })
const staffView = () => screen.findByRole('region', { name: 'Staff view' })
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

/** Opens a learner's page as staff of a small course. */
async function openPage(learnerId: string, options: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(pageOf(learnerId), { learners: 4, ...options })
  return { ...app, view: within(await staffView()) }
}

describe('a learner’s page, for staff', () => {
  test('says whose it is, and that staff see it', async () => {
    const { view } = await openPage('1001')
    await view.findByText('Amara Okafor')
    const [who] = view.getAllByRole('paragraph')
    expect(who).toHaveTextContent('You see the page of Amara Okafor (amara.okafor) as staff of this course.')
    expect(view.getByRole('link', { name: 'Gradebook' })).toHaveAttribute(
      'href',
      path.gradebook({ courseId }),
    )
  })

  test('the next learner comes in the order of enrolment, and the ends are said', async () => {
    const { view, user, router } = await openPage('1001')
    await user.click(view.getByRole('button', { name: 'Previous learner' }))
    const previous = () => screen.getByRole('button', { name: 'Previous learner' })
    await waitFor(() => expect(previous()).toHaveAccessibleDescription('This is the first learner.'))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await heading('Progress of ada.lovelace')
    expect(router.state.location.pathname).toBe(pageOf('1002'))
    expect(previous()).not.toHaveAccessibleDescription('This is the first learner.')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await heading('Progress of bjorn.thorsson')
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await heading('Progress of ada.lovelace')
  })

  test('a list that cannot be read says so, and is tried again', async () => {
    const { view, user, router, lms } = await openPage('1001')
    lms.change({ faults: ['gradebook-500'] })
    await user.click(view.getByRole('button', { name: 'Next learner' }))
    expect(await screen.findAllByText('The server has a problem')).not.toHaveLength(0)
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Next learner' }))
    await waitFor(() => expect(router.state.location.pathname).toBe(pageOf('1002')))
  })

  test('who has left before the list is read stays where they went', async () => {
    const { view, user, router, lms } = await openPage('1001')
    await view.findByText('Amara Okafor')
    lms.change({ latency: 50 })
    await user.click(view.getByRole('button', { name: 'Next learner' }))
    act(() => void router.navigate(path.gradingInfo({ courseId })))
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    await waitFor(() => expect(router.state.navigation.state).toBe('idle'))
    expect(router.state.location.pathname).toBe(path.gradingInfo({ courseId }))
  })

  test('a learner finds nobody’s page but their own', async () => {
    await renderApp(pageOf('1002'), { learners: 4, user: 'learner' })
    expect(screen.queryByRole('region', { name: 'Staff view' })).toBeNull()
    expect(document.body).not.toHaveTextContent('ada.lovelace')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Not found')
  })

  test('the order of the gradebook that was open counts, and the way back keeps its address', async () => {
    const { user, router } = await renderApp(`${path.gradebook({ courseId })}?sort=-total`, { learners: 4 })
    const rows = await screen.findAllByRole('rowheader')
    await waitFor(() => expect(screen.getAllByRole('rowheader').length).toBeGreaterThan(3))
    const names = screen
      .getAllByRole('rowheader')
      .map((row) => row.getAttribute('aria-label') ?? row.textContent)
    expect(rows.length).toBeGreaterThan(0)
    await user.dblClick(screen.getAllByRole('rowheader')[0]!)
    await user.click(await screen.findByRole('menuitem', { name: 'Progress page' }))
    await staffView()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Staff view' })).toHaveTextContent(
        (names[1] ?? '').split(/[,\n]/)[0] ?? '',
      ),
    )
    expect(
      within(screen.getByRole('region', { name: 'Staff view' })).getByRole('link', { name: 'Gradebook' }),
    ).toHaveAttribute('href', `${path.gradebook({ courseId })}?sort=-total`)
    expect(router.state.location.pathname).toMatch(/\/progress\/\d+$/)
  })
})

describe('the ways into the override editor', () => {
  const openAll = async (user: UserEvent) =>
    user.click(await screen.findByRole('button', { name: 'Open all sections' }))

  test('stand beside each graded score of a learner', async () => {
    const { user } = await openPage('1001')
    await openAll(user)
    const subsectionId = usageKey(courseId, 'sequential', 'hw_01')
    expect(screen.getByRole('link', { name: 'Edit score Homework 1' })).toHaveAttribute(
      'href',
      path.override({ courseId, learnerId: '1001', subsectionId }),
    )
  })

  test('are not offered to learners on their own page', async () => {
    const { user } = await renderApp(path.progress({ courseId }), { learners: 4, user: 'learner' })
    await openAll(user)
    expect(screen.queryByRole('link', { name: /^Edit score/ })).toBeNull()
  })
})

describe('numbers that differ', () => {
  test('stand side by side with the reason, where hidden scores count', async () => {
    const { view } = await openPage('1001', { scenario: 'hidden-scores', learners: 120 })
    const table = await view.findByRole('table', { name: 'Gradebook and this page differ' })
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent)
    expect(rows).toEqual(['FigureIn the gradebookOn this page', 'Course total91%87%', 'Passingyesyes'])
    expect(view.getByText(/^The gradebook counts every score/)).toBeVisible()
  })

  test('say nothing where they agree and nothing is hidden', async () => {
    const { view } = await openPage('1001', { scenario: 'no-policy' })
    await view.findByText('Amara Okafor')
    expect(view.queryByRole('table')).toBeNull()
  })
})

describe('choosing a learner', () => {
  const open = (options: Parameters<typeof renderApp>[1] = {}) =>
    renderApp(path.progress({ courseId }), { user: 'global-staff', learners: 30, ...options })
  const search = async (user: UserEvent, text: string) => {
    const field = await screen.findByRole('searchbox', { name: 'Learner' })
    await user.clear(field)
    await user.type(field, text)
  }

  test('staff who are not enrolled search, and open a learner’s page', async () => {
    const { user, router } = await open()
    await heading('Learner progress')
    expect(await screen.findByText('20 learners. There are more: type to narrow the list.')).toBeVisible()
    await search(user, 'ada.l')
    const link = await screen.findByRole('link', { name: 'Ada Lovelace-Byron' })
    await waitFor(() => expect(screen.getByText('1 learner')).toBeVisible())
    await user.click(link)
    await heading('Progress of ada.lovelace')
    expect(router.state.location.pathname).toBe(pageOf('1002'))
  })

  test('says when nobody fits', async () => {
    const { user } = await open()
    await search(user, 'zzz')
    expect(await screen.findByText('No learner fits.')).toBeVisible()
  })

  test('a gradebook that is closed says so, and is tried again', async () => {
    const { user, lms } = await open({ faults: ['gradebook-500'] })
    expect(await screen.findByText('The server has a problem')).toBeVisible()
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^20 learners/)).toBeVisible()
    expect(document.body).not.toHaveFocus()
  })

  test('staff who learn there see their own page, and find others from it', async () => {
    const { user } = await renderApp(path.progress({ courseId }), { learners: 4 })
    const view = within(await staffView())
    expect(view.queryByRole('button', { name: 'Next learner' })).toBeNull()
    await user.click(view.getByRole('button', { name: 'Find a learner' }))
    expect(await view.findByRole('link', { name: 'Amara Okafor' })).toHaveAttribute('href', pageOf('1001'))
  })
})
