import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { lms as connected } from '#src/lms/connect.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics
const of = (learnerId?: string) => path.progress({ courseId, ...(learnerId ? { learnerId } : {}) })
const section = () => within(screen.getByRole('region', { name: 'What this server tells' }))

/** Opens a page where the server knows people by a token. */
async function openByToken(address: string, token = 'mock-global-staff') {
  const app = await renderApp(address, { backend: 'so2' })
  await screen.findByLabelText('Access token')
  act(() => connected().token?.take(token))
  return app
}

describe('a standing of which the server tells the total only', () => {
  test('is total, letter, passing and, for the team, the policy; no section stands empty', async () => {
    await renderApp(of('amara.okafor'), { backend: 'openedx-v0' })
    const where = within(screen.getByRole('region', { name: 'Standing' }))
    expect(where.getByText(/^\d+([.,]\d)? ?%$/)).toBeVisible()
    expect(section().getByText(/no scores of single assignments/)).toBeVisible()
    expect(section().getByRole('row', { name: /^Homework 15%$/ })).toBeVisible()
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Standing',
      'What this server tells',
    ])
  })

  test('a learner sees their own, without the policy', async () => {
    await renderApp(of(), { backend: 'openedx-v0', user: 'learner' })
    expect(screen.getByRole('heading', { name: 'What this server tells' })).toBeVisible()
    expect(section().queryByRole('table')).toBeNull()
  })

  test('a learner is refused another’s', async () => {
    await renderApp(of('ada.lovelace'), { backend: 'openedx-v0', user: 'learner' })
    expect(screen.queryByRole('heading', { name: 'What this server tells' })).toBeNull()
    expect(within(screen.getByRole('main')).getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('staff without one of their own look a learner up by username', async () => {
    await renderApp(of(), { backend: 'openedx-v0', user: 'global-staff' })
    expect(await screen.findByRole('textbox', { name: 'Username' })).toBeVisible()
  })

  test('by token, learners are searched in the list of totals', async () => {
    const { user } = await openByToken(of())
    await user.type(await screen.findByRole('searchbox'), 'amara')
    expect(await screen.findByText('1 learner')).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'amara.okafor' }))
    expect(await screen.findByRole('heading', { name: 'What this server tells' })).toBeVisible()
    expect(screen.getByText(/^(?:not )?passing$/i)).toBeVisible()
  })
})
