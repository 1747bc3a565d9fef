import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const { statistics: courseId } = COURSE_KEYS
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('focus', () => {
  test('moves to the heading of the page that one goes to, and stays where it is at the start', async () => {
    const { user } = await renderApp(path.gradingInfo({ courseId }))
    expect(document.body).toHaveFocus()
    await user.click(screen.getByRole('link', { name: 'Example University' }))
    const courses = await heading('Courses')
    await waitFor(() => expect(courses).toHaveFocus())
  })

  test('moves to the heading of the page once trying again has helped', async () => {
    const { user, lms } = await renderApp('/', { faults: ['offline'] })
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    const courses = await heading('Courses')
    await waitFor(() => expect(courses).toHaveFocus())
  })

  test('moves to the new words when trying again shows another way on', async () => {
    const { user, lms } = await renderApp('/', { faults: ['offline'] })
    lms.change({ faults: [], user: 'nobody' })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    const words = await heading('Sign in to continue')
    await waitFor(() => expect(words).toHaveFocus())
  })

  test('stays on the button while the failure stays', async () => {
    const { user, lms } = await renderApp('/', { faults: ['offline'] })
    lms.requests.length = 0
    const button = screen.getByRole('button', { name: 'Try again' })
    await user.click(button)
    await waitFor(() => expect(lms.requests).not.toHaveLength(0))
    await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'))
    expect(button).toBeInTheDocument()
    expect(button).toHaveFocus()
  })
})

describe('the link past the navigation', () => {
  test('comes first, and leads to the content', async () => {
    const { user } = await renderApp('/')
    await user.tab()
    const skip = screen.getByRole('link', { name: 'Skip to content' })
    expect(skip).toHaveFocus()
    expect(skip).toHaveAttribute('href', `#${screen.getByRole('main').id}`)
    await user.keyboard('{Enter}')
    expect(screen.getByRole('main')).toHaveFocus()
  })

  test('leaves the history entry alone, which holds the search', async () => {
    history.replaceState({ usr: { search: 'ada' } }, '')
    const entries = history.length
    const { user } = await renderApp('/')
    await user.click(screen.getByRole('link', { name: 'Skip to content' }))
    expect(location.hash).toBe('')
    expect(history.length).toBe(entries)
    expect(history.state).toEqual({ usr: { search: 'ada' } })
  })
})
