import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { tabMemory } from '#mocks/tab.ts'
import { toField } from './local-time.ts'
import { reload, showRoom } from './under-test.ts'

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const said = () => screen.getByRole('status').textContent

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  reload.mockClear()
})

test('changes who asks and the scenario, and loads the page again', async () => {
  const { control } = await showRoom('settings')
  type('Who is asking', 'stranger')
  expect(control.world.options.user).toBe('stranger')
  type('Scenario', 'messy-policy')
  expect(control.world.options.scenario).toBe('messy-policy')
  expect(screen.getByText(/^A grading policy with everything/)).toBeDefined()
  expect(reload).toHaveBeenCalledTimes(2)
  expect(tabMemory(sessionStorage).readSettings()).toMatchObject({
    user: 'stranger',
    scenario: 'messy-policy',
  })
})

test('switches faults while the page stays', async () => {
  const { control } = await showRoom('settings', 'mock.faults=latency')
  const faults = within(screen.getByRole('group', { name: /^Faults/ }))
  const latency = faults.getByRole<HTMLInputElement>('checkbox', { name: /^latency/ })
  expect(latency.checked).toBe(true)
  fireEvent.click(faults.getByRole('checkbox', { name: /^offline/ }))
  fireEvent.click(latency)
  expect([...control.world.faults]).toEqual(['offline'])
  expect(latency.checked).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})

test('chooses a size, and takes the scenario’s own again where a field is emptied', async () => {
  const { control } = await showRoom('settings')
  type('Learners', '30')
  type('Subsections', '4')
  press('Apply')
  expect(control.world.options).toMatchObject({ learners: 30, subsections: 4 })
  type('Learners', '')
  press('Apply')
  expect(control.world.options.learners).toBeUndefined()
  expect(control.world.options.subsections).toBe(4)
  expect(reload).toHaveBeenCalledTimes(2)
})

test('says what is wrong with a number, and applies nothing', async () => {
  const { control } = await showRoom('settings')
  type('Learners', 'many')
  press('Apply')
  expect(screen.getByLabelText('Learners').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/^“many” is no number of learners\./)).toBeDefined()
  expect(reload).not.toHaveBeenCalled()
  type('Latency', '-1')
  expect(screen.getByText(/^“-1” is no number of milliseconds\./)).toBeDefined()
  expect(control.world.options.latency).toBeUndefined()
  type('Latency', '250')
  expect(control.world.options.latency).toBe(250)
  expect(reload).not.toHaveBeenCalled()
})

test('sets the clock, and back to the scenario’s own', async () => {
  const { control } = await showRoom('settings')
  const own = control.now()
  const later = own.getTime() + 7 * 86_400_000
  type('Today in the course', toField(later))
  press('Set')
  expect(control.now().getTime()).toBe(later)
  expect(screen.getByText('1 change since the start')).toBeDefined()
  press('Back to the scenario’s own time')
  expect(control.now()).toEqual(own)
  expect(screen.getByText('as the scenario began')).toBeDefined()
  expect(reload).toHaveBeenCalledTimes(2)
})

test('sets the school back to its start on demand', async () => {
  const { control } = await showRoom('settings', 'mock.now=2027-01-01')
  const { school } = control.world
  press('Reset')
  expect(control.world.school).not.toBe(school)
  expect(control.view()).toMatchObject({ changes: 0, isClockSet: false })
  expect(reload).toHaveBeenCalledOnce()
})

describe('a file', () => {
  const choose = (text: string) =>
    fireEvent.change(screen.getByLabelText('File to import'), { target: { files: [new File([text], 'x')] } })

  test('brings a state back', async () => {
    const { control } = await showRoom('settings', 'mock.user=learner&mock.now=2027-01-01')
    const text = control.exportState()
    control.change({ user: 'instructor', scenario: 'frozen' })
    choose(text)
    await waitFor(() => expect(reload).toHaveBeenCalledOnce())
    expect(control.view()).toMatchObject({ user: 'learner', scenario: 'default', changes: 1 })
    expect(control.now()).toEqual(new Date('2027-01-01'))
  })

  test('that is none is refused in words, and changes nothing', async () => {
    const { control } = await showRoom('settings', 'mock.now=2027-01-01')
    const before = control.exportState()
    choose('{"grades": []}')
    await waitFor(() =>
      expect(said()).toBe('This file holds no state of the simulated LMS. Nothing was changed.'),
    )
    expect(control.exportState()).toBe(before)
    expect(reload).not.toHaveBeenCalled()
  })
})

describe('the link to copy', () => {
  /** jsdom has no clipboard. */
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal('navigator', { clipboard: { writeText } })
  const shown = '/course-v1:a+b+c?cohort=3&sort=-total'

  beforeEach(() => history.replaceState(null, '', shown))
  afterEach(() => {
    vi.unstubAllGlobals()
    history.replaceState(null, '', '/')
  })

  test('keeps the query of the page', async () => {
    const written: string[] = []
    clipboard(async (text) => void written.push(text))
    const { control } = await showRoom('settings', 'mock.user=learner&mock.now=2027-01-01')
    press('Copy a link to this')
    await waitFor(() => expect(said()).toBe('Copied.'))
    expect(written).toEqual([`${location.origin}${shown}&${(await control.link()).query}`])
    expect(written[0]).toContain('mock.user=learner')
    expect(written[0]).toContain('mock.now=2027-01-01')
  })

  test('is shown where the browser does not let it be copied', async () => {
    clipboard(() => Promise.reject(new DOMException('Write permission denied', 'NotAllowedError')))
    const { control } = await showRoom('settings')
    press('Copy a link to this')
    await waitFor(() => expect(said()).toMatch(/^The browser does not let this page copy/))
    expect(said()).toContain(`${location.origin}${shown}&${(await control.link()).query}`)
  })

  test('is shown where there is no clipboard', async () => {
    vi.stubGlobal('navigator', {})
    await showRoom('settings')
    press('Copy a link to this')
    await waitFor(() => expect(said()).toContain(location.origin + shown))
  })
})
