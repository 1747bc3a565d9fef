import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { lms as connected } from '#src/lms/connect.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const address = path.gradingInfo({ courseId: COURSE_KEYS.statistics })

test('where the server tells the policy alone, what it does not tell is not called missing', async () => {
  await renderApp(address, { backend: 'openedx-v0' })
  expect(screen.getByRole('row', { name: /Homework/ })).toHaveTextContent('15%')
  expect(screen.getAllByText('This server does not tell.')).toHaveLength(2)
  expect(screen.queryByText(/passing grade|no assignments|frozen/i)).toBeNull()
  expect(screen.getByText(/^Nothing looks wrong in the weights/)).toBeVisible()
})

test('weights are checked all the same, and values that are null', async () => {
  await renderApp(address, { backend: 'openedx-v0', scenario: 'messy-policy' })
  const checks = screen.getByRole('region', { name: 'Checks' })
  expect(within(checks).getAllByRole('listitem')).toHaveLength(1)
})

test('learners are refused it', async () => {
  await renderApp(address, { backend: 'openedx-v0', user: 'learner' })
  expect(within(screen.getByRole('main')).queryByRole('table')).toBeNull()
})

test('where the server tells nothing of it, the page says so', async () => {
  await renderApp(address, { backend: 'so2' })
  act(() => connected().token?.take('mock-global-staff'))
  expect(screen.getByText(/does not tell how a course is graded/)).toBeVisible()
})
