import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { lms as connected } from '#src/lms/connect.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { allRead, names, rowOf } from './under-test.ts'

test('where the server cannot filter by grades, the sheet does, and nothing is asked anew', async () => {
  const { router, lms } = await renderApp('/?all', { backend: 'schoology', scenario: 'schoology' })
  const [course] = await connected().courses({})
  const address = path.gradebook({ courseId: course?.id ?? '' })
  await router.navigate(address)
  await screen.findByRole('grid', { name: 'Gradebook' })
  await allRead()
  const percents = () => names().map((name) => Number.parseFloat(rowOf(name)[0] ?? ''))
  const all = percents()
  const from = Math.ceil(Math.max(...all.filter((value) => !Number.isNaN(value)))) - 5
  const asked = lms.requests.length
  await router.navigate(`${address}?min=${from}`)
  await expect.poll(() => names().length).toBeLessThan(all.length)
  expect(percents().every((value) => value >= from - 1)).toBe(true)
  expect(names().length).toBeGreaterThan(0)
  expect(lms.requests).toHaveLength(asked)
})
