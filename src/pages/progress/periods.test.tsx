import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { WorldOptions } from '#mocks/world.ts'
import { lms } from '#src/lms/connect.ts'
import { queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

/** Opens the page of a learner, by user id, or one's own; the class is known once the app stands. */
async function open({ of, at = 0, ...options }: Partial<WorldOptions> & { of?: string; at?: number } = {}) {
  const app = await renderApp('/', { backend: 'schoology', scenario: 'schoology', ...options })
  const courseId = (await lms().courses({}))[at]?.id ?? ''
  const row = of === undefined ? null : await lms().learnerGrades({ courseId, username: of })
  const learnerId = row?.rows?.[0]?.learner.id
  await app.router.navigate(path.progress({ courseId, ...(learnerId === undefined ? {} : { learnerId }) }))
  await screen.findByRole('region', { name: 'Standing' })
  return app
}

const region = (name: string) => within(screen.getByRole('region', { name }))
const scoreOf = (name: RegExp) => {
  const item = region('All scores')
    .getAllByRole('listitem')
    .find((one) => name.test(one.textContent ?? ''))
  return within(item!)
}

test('a learner sees total, periods and every score, and nothing that is worked out here', async () => {
  const { user } = await open({ user: 'learner' })
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Standing',
    'Grades of periods',
    'All scores',
  ])
  expect(screen.getByRole('heading', { level: 1, name: 'Your progress' })).toBeVisible()
  const standing = region('Standing')
  const total = standing.getByText(/^\d+([.,]\d+)?%$/).textContent
  expect(standing.getByText(/rules of its own/)).toBeVisible()
  expect(standing.queryByText(/passing/i)).toBeNull()
  const periods = region('Grades of periods')
  expect(periods.getByRole('row', { name: /^Quarter 1.*A good start into the year\..*40% \d/ })).toBeVisible()
  expect(periods.getByRole('row', { name: /^Midterm 10% \d+([.,]\d+)?%$/ })).toBeVisible()
  expect(periods.getByRole('row', { name: `Whole course – ${total}` })).toBeVisible()
  await user.click(region('All scores').getByRole('button', { name: 'Open all sections' }))
  expect(scoreOf(/^Homework 1/).getByText('Clear and well argued.')).toBeVisible()
  expect(scoreOf(/^Quiz 2/).getByText('excused')).toBeVisible()
  expect(scoreOf(/^Quiz 2/).getByText('At the away match.')).toBeVisible()
  expect(scoreOf(/^Homework 8/).getByText(/does not count toward the total/)).toBeVisible()
  expect(screen.queryByText('Compare with the essay of last year.')).toBeNull()
  expect(screen.queryByText(/cannot be opened|are not shown|no such type/)).toBeNull()
})

test('who teaches sees the same of a learner by name, and which comments the learner does not', async () => {
  const { user } = await open({ of: '1001' })
  expect(screen.getByRole('heading', { level: 1, name: 'Progress of Amara Okafor' })).toBeVisible()
  await user.click(region('All scores').getByRole('button', { name: 'Open all sections' }))
  const hidden = scoreOf(/^Homework 2/)
  expect(hidden.getByText('Compare with the essay of last year.')).toBeVisible()
  expect(hidden.getByText('The learner does not see this comment.')).toBeVisible()
  expect(scoreOf(/^Homework 1/).queryByText('The learner does not see this comment.')).toBeNull()
  expect(hidden.getByRole('link', { name: /Homework 2/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/learners\/\d+\/\d+$/),
  )
})

test('another’s page is not for a learner', async () => {
  const { router, lms: mock } = await open({ of: '1002' })
  const { pathname } = router.state.location
  await router.navigate('/?all')
  mock.change({ user: 'learner' })
  queryClient.clear()
  await router.navigate(pathname)
  expect(await screen.findByText('There is no progress for you to see under this address.')).toBeVisible()
})

test('a course without weights has no total, and says so', async () => {
  await open({ of: '1041', at: 1 })
  expect(region('Standing').getByText('No total yet')).toBeVisible()
  expect(screen.queryByText(/NaN/)).toBeNull()
})

test('one’s own totals stand across courses', async () => {
  const { router } = await open({ user: 'learner' })
  const total = region('Standing').getByText(/^\d+([.,]\d+)?%$/).textContent ?? ''
  await router.navigate(path.grades())
  expect(await screen.findByRole('row', { name: new RegExp(`World History.*${total}`) })).toBeVisible()
})
