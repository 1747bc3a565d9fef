import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { usageKey } from '#mocks/lms/keys.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics
const page = path.progress({ courseId, learnerId: '1001' })
const site = { user: 'global-staff', learners: 4 } as const
const toggle = (name = 'Submissions by problem') => screen.findByRole('button', { name })

describe('what a learner has submitted', () => {
  test('is read when it is opened: by problem, with points, state and, where there is one, a time', async () => {
    const { user, lms } = await renderApp(page, site)
    const asked = () => lms.requests.filter((line) => line.includes('submission_history'))
    const button = await toggle()
    expect(asked()).toHaveLength(0)
    await user.click(button)
    const [problem] = await screen.findAllByText(/submissions?$/, { selector: 'small' })
    expect(asked()).toHaveLength(1)
    expect(screen.getByText(/Problems drawn from a content library are left out/)).toBeVisible()
    const details = problem?.closest('details')
    expect(details).not.toBeNull()
    await user.click(problem!)
    const [newest] = within(details!).getAllByRole('listitem')
    expect(newest).toHaveTextContent(/\d+ of \d+ points/)
    const terms = within(newest!).getAllByRole('term')
    expect(terms.map((term) => term.textContent)).toEqual(
      expect.arrayContaining(['student_answers', 'attempts']),
    )
    expect(screen.getAllByText(/no time kept/).length).toBeGreaterThan(0)
    expect(document.querySelectorAll('details time').length).toBeGreaterThan(0)
    await user.click(button)
    expect(screen.queryByText(/Problems drawn from/)).toBeNull()
  })

  test('is not offered to staff of the course', async () => {
    await renderApp(page, { learners: 4 })
    await screen.findByText('Amara Okafor')
    expect(screen.queryByRole('button', { name: 'Submissions by problem' })).toBeNull()
  })

  test('a server that has enough says so in words, and is asked again', async () => {
    const { user, lms } = await renderApp(page, site)
    const button = await toggle()
    lms.change({ faults: ['html-error'] })
    await user.click(button)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The server sent a page instead of data')
    lms.change({ faults: [] })
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findAllByText(/submissions?$/, { selector: 'small' })).not.toHaveLength(0)
  })

  test('in the override editor: to the problems of that assignment only', async () => {
    const subsectionId = usageKey(courseId, 'sequential', 'hw_01')
    const { user } = await renderApp(path.override({ courseId, learnerId: '1001', subsectionId }), site)
    await user.click(await toggle('Submissions to these problems'))
    const problems = await screen.findAllByText(/submissions?$/, { selector: 'small' })
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThan(12)
  })
})
