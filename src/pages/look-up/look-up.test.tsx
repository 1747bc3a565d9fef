import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics
const open = (options: Parameters<typeof renderApp>[1] = {}) =>
  renderApp(path.gradebook({ courseId }), { backend: 'openedx-v0', ...options })
const field = () => screen.getByRole('textbox', { name: 'Username' })

describe('a server that gives one learner at a time', () => {
  test('says what it tells, and opens a learner’s standing by username', async () => {
    const { user, router } = await open()
    expect(document.title).toBe('Gradebook · Introduction to Statistics · Example University')
    expect(screen.getByRole('link', { name: 'how the course is graded' })).toHaveAttribute(
      'href',
      path.gradingInfo({ courseId }),
    )
    await user.type(field(), ' amara.okafor {Enter}')
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(path.progress({ courseId, learnerId: 'amara.okafor' })),
    )
  })

  test('an unknown username is told beside the field, and what was typed stays', async () => {
    const { user, router } = await open()
    await user.type(field(), 'amara.okafo{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody of this username')
    expect(field()).toHaveValue('amara.okafo')
    expect(field()).toHaveAttribute('aria-invalid', 'true')
    expect(router.state.location.pathname).toBe(path.gradebook({ courseId }))
    await user.type(field(), 'r')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('who has left before the answer comes stays where they went', async () => {
    const { user, router, lms } = await open()
    lms.change({ latency: 50 })
    await user.type(field(), 'amara.okafor{Enter}')
    await user.click(screen.getByRole('link', { name: 'how the course is graded' }))
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    await screen.findByRole('heading', { level: 1, name: 'Grading info' })
    await waitFor(() => expect(router.state.navigation.state).toBe('idle'))
    expect(router.state.location.pathname).toBe(path.gradingInfo({ courseId }))
  })

  test('learners may not see others', async () => {
    const { user } = await open({ user: 'learner' })
    await user.type(field(), 'ada.lovelace{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('your own grade')
  })

  test('nothing is asked for without a username', async () => {
    const { user, lms } = await open()
    const asked = lms.requests.length
    const button = screen.getByRole('button', { name: 'Open' })
    expect(button).toHaveAccessibleDescription('Type a username first.')
    await user.click(button)
    expect(lms.requests).toHaveLength(asked)
  })

  test('a lost connection is told, and the next try works', async () => {
    const { user, lms } = await open()
    lms.change({ faults: ['offline'] })
    await user.type(field(), 'amara.okafor{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('The connection was lost')
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Open' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  test('who is not signed in is led to the sign-in page; an unknown course is not found', async () => {
    await open({ user: 'nobody' })
    expect(screen.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
  })
})
