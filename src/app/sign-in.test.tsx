import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const { statistics: courseId } = COURSE_KEYS

/** Where each sign-in link leads back to, from the top of the page. */
const returns = () =>
  screen
    .getAllByRole<HTMLAnchorElement>('link', { name: 'Sign in' })
    .map(({ href }) => new URL(href).searchParams.get('next'))

test('the links to sign in come back to the page that is open, with its query', async () => {
  const here = `${path.gradebook({ courseId })}?cohort=3&score=points`
  await renderApp(here, { user: 'nobody' })
  expect(await screen.findByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
  expect(returns()).toEqual([location.origin + here, location.origin + here])
})

test('they follow when one moves on to another page', async () => {
  const { router } = await renderApp(path.gradebook({ courseId }), { user: 'nobody' })
  expect(returns()).toContain(location.origin + path.gradebook({ courseId }))
  await act(() => router.navigate(path.gradingInfo({ courseId })))
  const next = location.origin + path.gradingInfo({ courseId })
  expect(returns()).toEqual([next, next])
})

test('there is no other way on beside it, and nobody is named', async () => {
  await renderApp('/', { user: 'nobody' })
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  expect(within(screen.getByRole('banner')).queryByRole('button', { name: /^Signed in/ })).toBeNull()
})
