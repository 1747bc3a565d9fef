import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { renderApp } from '#src/testing.tsx'
import { address, allRead, listQueries, names, openTable, titles } from './under-test.ts'

async function openForm(user: UserEvent) {
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  return within(await screen.findByRole('dialog', { name: 'Filter' }))
}
type Form = Awaited<ReturnType<typeof openForm>>

const apply = (user: UserEvent, form: Form) => user.click(form.getByRole('button', { name: 'Apply' }))
const chips = () =>
  Array.from(document.querySelectorAll('[aria-label="Filters that are on"] li'), ({ textContent }) =>
    textContent.replace('×', ''),
  )
const remove = (user: UserEvent, name: string) =>
  user.click(screen.getByRole('button', { name: `Remove filter: ${name}` }))

/** By the button beside the chips; where nobody fits there is one more. */
async function clearAll(user: UserEvent) {
  const [button] = screen.getAllByRole('button', { name: 'Clear all' })
  if (button) await user.click(button)
}

describe('filters', () => {
  test('go to the server, into the URL, and each has a chip that takes it away', async () => {
    const app = await openTable()
    const { user, router } = app
    const form = await openForm(user)
    await user.type(form.getByLabelText('Course grade, at least, in percent'), '50')
    await user.type(form.getByLabelText('Course grade, at most, in percent'), '92,5')
    await user.selectOptions(form.getByLabelText('Track'), await form.findByRole('option', { name: 'Audit' }))
    await user.click(form.getByLabelText('Include the course team'))
    await apply(user, form)
    await waitFor(() => expect(chips()).toHaveLength(3))
    await allRead()
    expect(chips()).toEqual(['Total 50–92.5 %', 'Track Audit', 'Course team included'])
    expect(router.state.location.search).toBe('?min=50&max=92.5&track=audit&team=included')
    expect(Object.fromEntries(listQueries(app).at(-1) ?? [])).toEqual({
      course_grade_min: '50',
      course_grade_max: '92.5',
      enrollment_mode: 'audit',
      page_size: '50',
    })
    expect(names().length).toBeLessThan(12)

    await remove(user, 'Total 50–92.5 %')
    await waitFor(() => expect(router.state.location.search).toBe('?track=audit&team=included'))
    await remove(user, 'Course team included')
    await waitFor(() => expect(listQueries(app).at(-1)?.get('excluded_course_roles')).toBe('all'))
    await clearAll(user)
    await waitFor(() => expect(chips()).toEqual([]))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Filter' })).toHaveFocus())
    expect(await allRead()).toBe('Showing 12 of 17 enrolled')

    await router.navigate(-3)
    await waitFor(() => expect(chips()).toHaveLength(3))
    const again = await openForm(user)
    expect(again.getByLabelText('Course grade, at most, in percent')).toHaveValue('92.5')
    expect(again.getByLabelText('Track')).toHaveValue('audit')
    expect(again.getByLabelText('Include the course team')).toBeChecked()
  })

  test('of assignments choose columns; only a range goes to the server, and goes with its assignment', async () => {
    const app = await openTable()
    const { user } = app
    const form = await openForm(user)
    await user.selectOptions(form.getByLabelText('Assignment type'), 'Lab')
    expect(within(form.getByLabelText('Assignment')).getAllByRole('option')).toHaveLength(3)
    await apply(user, form)
    await waitFor(() => expect(titles()).toEqual(['Learner', 'Total', 'Lab 01', 'Lab 02']))
    expect(listQueries(app)).toHaveLength(1)

    const again = await openForm(user)
    await user.selectOptions(again.getByLabelText('Assignment'), 'Lab 02 · Lab 2')
    await user.type(again.getByLabelText('Assignment grade, at least, in percent'), '60')
    await apply(user, again)
    await waitFor(() =>
      expect(chips()).toEqual(['Type Lab', 'Assignment Lab 02', 'Assignment grade 60–100 %']),
    )
    expect(listQueries(app).at(-1)?.get('assignment_grade_min')).toBe('60')
    expect(listQueries(app).at(-1)?.get('assignment')).toMatch(/lab_02$/)
    await allRead()
    // The chip of the range goes with it, and the focus that went there.
    await remove(user, 'Assignment Lab 02')
    await waitFor(() => expect(chips()).toEqual(['Type Lab']))
    expect(screen.getByRole('button', { name: 'Remove filter: Type Lab' })).toHaveFocus()
  })

  test('that make no sense are said next to their fields, and nothing is applied', async () => {
    const { user, router } = await openTable()
    const form = await openForm(user)
    const least = form.getByLabelText('Course grade, at least, in percent')
    await user.type(least, '80')
    await user.type(form.getByLabelText('Course grade, at most, in percent'), '20')
    expect(form.getByRole('alert')).toHaveTextContent('The first number is above the second one.')
    expect(least).toBeInvalid()
    expect(least).toHaveAccessibleDescription('The first number is above the second one.')
    await user.clear(least)
    await user.type(least, 'many')
    await user.type(form.getByLabelText('Assignment grade, at most, in percent'), '5')
    expect(form.queryByRole('alert')).toBeNull()
    await apply(user, form)
    expect(form.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'Choose an assignment for this range.',
      'Use numbers from 0 to 100.',
    ])
    expect(router.state.location.search).toBe('')
  })

  test('of cohort and track are offered again', async () => {
    const { user, router } = await openTable()
    const form = await openForm(user)
    expect(form.queryByRole('button', { name: /^As last time/ })).toBeNull()
    const option = await form.findByRole('option', { name: /^Monday morning/ })
    await user.selectOptions(form.getByLabelText('Cohort'), option)
    await user.selectOptions(form.getByLabelText('Track'), 'Verified certificate')
    await apply(user, form)
    await waitFor(() => expect(chips()).toEqual(['Track Verified certificate', 'Cohort Monday morning']))
    await clearAll(user)
    await waitFor(() => expect(chips()).toEqual([]))

    const again = await openForm(user)
    await user.click(
      again.getByRole('button', { name: 'As last time: Verified certificate · Monday morning' }),
    )
    await apply(user, again)
    await waitFor(() => expect(router.state.location.search).toBe('?track=verified&cohort=1'))
  })
})

/** Opens a course of some 110, and gives the username of one who has left it. */
async function openWithInactive(query: string) {
  const app = await openTable(query, { learners: 115, subsections: 4 })
  const { world } = app.lms.world.school
  const roster = world.courses[0]?.roster
  const places = Array.from({ length: roster?.size ?? 0 }, (_, place) => roster?.at(place))
  const left = places.find((entry) => entry?.active === false)
  const username = left && world.directory.byId(left.userId)?.username
  if (!username) throw new Error('nobody has left')
  return { ...app, username }
}

describe('one exact username', () => {
  test('finds a learner who has left; filters do not apply, nothing stands in the URL', async () => {
    const { user, router, username, ...app } = await openWithInactive('?type=Lab&track=verified')
    expect(titles()).not.toContain('HW 01')
    const form = await openForm(user)
    await user.type(form.getByLabelText('Exact username'), username)
    await apply(user, form)
    await waitFor(() => expect(names()).toHaveLength(1))
    expect(await allRead()).toBe('Showing 1')
    expect(chips()).toEqual([`Username ${username}`])
    expect(titles()).toContain('HW 01')
    expect(router.state.location.search).toBe('?type=Lab&track=verified')
    expect(router.state.location.state).toMatchObject({ username })

    const asked = app.lms.requests.length
    await user.type(screen.getByRole('searchbox'), 'x{Enter}')
    await screen.findByRole('alert')
    await remove(user, 'Search x')
    await waitFor(() => expect(names()).toHaveLength(1))
    expect(app.lms.requests).toHaveLength(asked)

    await remove(user, `Username ${username}`)
    await waitFor(() => expect(chips()).toEqual(['Type Lab', 'Track Verified certificate']))
    await waitFor(() => expect(names().length).toBeGreaterThan(1))
  })

  test('that nobody has is told in words, with a way back', async () => {
    const { user } = await openTable()
    const form = await openForm(user)
    await user.type(form.getByLabelText('Exact username'), 'nobody.here{Enter}')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Learner not found')
    await user.click(within(alert).getByRole('button', { name: 'Clear all' }))
    expect(await allRead()).toBe('Showing 12 of 17 enrolled')
  })
})

describe('a link', () => {
  test('with nonsense in it is followed as far as it makes sense, and says so', async () => {
    await openTable('?min=200&amin=5&rows=huge&sort=nothing&scores=points&track=verified')
    expect(
      screen.getByText('A part of the link made no sense and was left out: min, amin, rows and sort.'),
    ).toBeVisible()
    expect(chips()).toEqual(['Track Verified certificate'])
    expect(screen.getByRole('radio', { name: 'Points' })).toBeChecked()
  })

  test('to a cohort that is gone is told in words, with a way back', async () => {
    const { user } = await renderApp(`${address}?cohort=99`, { learners: 12, subsections: 8 })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Cohort not found')
    await user.click(within(alert).getByRole('button', { name: 'Clear the cohort filter' }))
    expect(await allRead()).toBe('Showing 12 of 17 enrolled')
  })

  test('to an assignment that is gone says that no assignment is shown', async () => {
    await openTable('?assignment=gone')
    expect(screen.getByText(/^All assignments are hidden./)).toBeVisible()
    expect(titles()).toEqual(['Learner', 'Total'])
    expect(chips()).toEqual(['Assignment gone'])
  })
})
