// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createControl } from '#mocks/control.ts'
import { tabMemory } from '#mocks/tab.ts'
import { Pill } from './Pill.tsx'

// jsdom hides a popover and cannot show it.
const CLOSED = { hidden: true }
const reload = vi.fn<() => void>()

function fail(problem: Error): never {
  throw problem
}

function open(query = '') {
  const control = createControl(new URL(`/?${query}`, location.href), tabMemory(sessionStorage), fail)
  render(createElement(Pill, { control, reload }))
  return control
}

beforeEach(() => {
  sessionStorage.clear()
  reload.mockClear()
})
afterEach(cleanup)

test('names user and scenario, and opens a panel', () => {
  open('mock.user=learner&mock.scenario=frozen')
  const pill = screen.getByRole('button', { name: /^Simulated LMS · learner · frozen/ })
  const panel = screen.getByLabelText('Simulated LMS')
  expect(pill.getAttribute('popovertarget')).toBe(panel.id)
  expect(panel.getAttribute('popover')).toBe('auto')
})

test('changes who asks and the scenario, and loads the page again', () => {
  const control = open()
  fireEvent.change(screen.getByLabelText('Who is asking'), { target: { value: 'stranger' } })
  expect(control.world.options.user).toBe('stranger')
  fireEvent.change(screen.getByLabelText('Scenario'), { target: { value: 'messy-policy' } })
  expect(control.world.options.scenario).toBe('messy-policy')
  expect(reload).toHaveBeenCalledTimes(2)
  expect(tabMemory(sessionStorage).readSettings()).toMatchObject({
    user: 'stranger',
    scenario: 'messy-policy',
  })
})

test('switches faults while the page stays', () => {
  const control = open('mock.faults=latency')
  const faults = within(screen.getByRole('group', { name: /^Faults/, ...CLOSED }))
  const latency = faults.getByRole<HTMLInputElement>('checkbox', { name: /^latency/, ...CLOSED })
  expect(latency.checked).toBe(true)
  fireEvent.click(faults.getByRole('checkbox', { name: /^offline/, ...CLOSED }))
  fireEvent.click(latency)
  expect([...control.world.faults]).toEqual(['offline'])
  expect(latency.checked).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})

test('says how many faults are on', () => {
  open('mock.user=learner&mock.faults=latency')
  const pill = screen.getByRole('button', { name: /^Simulated LMS · learner · default · 1 fault\b/ })
  const fault = (name: RegExp) => screen.getByRole('checkbox', { name, ...CLOSED })
  fireEvent.click(fault(/^offline/))
  expect(pill.textContent).toContain('· 2 faults')
  fireEvent.click(fault(/^offline/))
  fireEvent.click(fault(/^latency/))
  expect(pill.textContent).toMatch(/^Simulated LMS · learner · default(?! ·)/)
  expect(pill.dataset['notice']).toBeUndefined()
})

test('sets the school back to its start on demand', () => {
  const control = open()
  const { school } = control.world
  fireEvent.click(screen.getByRole('button', { name: 'Reset', ...CLOSED }))
  expect(control.world.school).not.toBe(school)
  expect(reload).toHaveBeenCalledOnce()
})

test('says what of the address could not be used', () => {
  open('mock.user=king')
  expect(screen.getByText(/^There is no user “king”/)).toBeDefined()
})

describe('the link to copy', () => {
  const copy = () => fireEvent.click(screen.getByRole('button', { name: 'Copy a link to this', ...CLOSED }))
  const said = () => screen.getByRole('status', CLOSED).textContent
  /** jsdom has no clipboard. */
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal('navigator', { clipboard: { writeText } })
  const shown = '/course-v1:a+b+c?cohort=3&sort=-total'

  beforeEach(() => {
    history.replaceState(null, '', shown)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    history.replaceState(null, '', '/')
  })

  test('keeps the query of the page', async () => {
    const written: string[] = []
    clipboard(async (text) => void written.push(text))
    const control = open('mock.user=learner')
    copy()
    await waitFor(() => expect(said()).toBe('Copied'))
    expect(written).toEqual([`${location.origin}${shown}&${control.link()}`])
    expect(written[0]).toContain('mock.user=learner')
  })

  test('is shown where the browser does not let it be copied', async () => {
    clipboard(() => Promise.reject(new DOMException('Write permission denied', 'NotAllowedError')))
    const control = open()
    copy()
    await waitFor(() => expect(said()).toMatch(/^The browser does not let this page copy/))
    expect(said()).toContain(`${location.origin}${shown}&${control.link()}`)
  })

  test('is shown where there is no clipboard', async () => {
    vi.stubGlobal('navigator', {})
    open()
    copy()
    await waitFor(() => expect(said()).toContain(location.origin + shown))
  })
})
