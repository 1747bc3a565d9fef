import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPill, reload } from './under-test.ts'

const pill = () => screen.getByRole('button', { name: /^Simulated LMS · / })
const openDrawer = async () => {
  fireEvent.click(pill())
  return screen.findByRole('complementary', { name: 'Simulated LMS' })
}

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  reload.mockClear()
})

test('names user and scenario, and opens a drawer that Escape closes', async () => {
  await openPill('mock.user=learner&mock.scenario=frozen')
  expect(pill().textContent).toMatch(/^Simulated LMS · learner · frozen/)
  expect(pill().getAttribute('aria-expanded')).toBe('false')
  const drawer = await openDrawer()
  expect(pill().getAttribute('aria-expanded')).toBe('true')
  expect(document.getElementById(pill().getAttribute('aria-controls') ?? '')?.contains(drawer)).toBe(true)
  expect(drawer.contains(document.activeElement)).toBe(true)
  fireEvent.keyDown(within(drawer).getByLabelText('Scenario'), { key: 'Escape' })
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(document.activeElement).toBe(pill())
})

test('says how many faults are on', async () => {
  await openPill('mock.user=learner&mock.faults=latency')
  expect(pill().textContent).toContain('· 1 fault')
  await openDrawer()
  const fault = (name: RegExp) => screen.getByRole('checkbox', { name })
  fireEvent.click(fault(/^offline/))
  expect(pill().textContent).toContain('· 2 faults')
  expect(pill().dataset['notice']).toBe('true')
  fireEvent.click(fault(/^offline/))
  fireEvent.click(fault(/^latency/))
  expect(pill().textContent).toMatch(/^Simulated LMS · learner · default(?! ·)/)
  expect(pill().dataset['notice']).toBeUndefined()
})

test('says what of the address could not be used', async () => {
  await openPill('mock.user=king')
  expect(pill().dataset['notice']).toBe('true')
  const drawer = await openDrawer()
  expect(within(drawer).getByText(/^There is no user “king”/)).toBeDefined()
})

test('is open again after a reload that the drawer caused, with the focus where it was', async () => {
  await openPill()
  const drawer = await openDrawer()
  const scenario = within(drawer).getByLabelText('Scenario')
  scenario.focus()
  fireEvent.change(scenario, { target: { value: 'frozen' } })
  expect(reload).toHaveBeenCalledOnce()
  cleanup()

  await openPill()
  await screen.findByRole('complementary', { name: 'Simulated LMS' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Scenario')))
  cleanup()

  await openPill()
  expect(pill().getAttribute('aria-expanded')).toBe('false')
})
