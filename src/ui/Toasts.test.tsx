import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastsProvider } from './Toasts.tsx'
import { type Toaster, useToasts } from './toasts.ts'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
})

function Holder({ onToaster }: { onToaster: (toaster: Toaster) => void }) {
  onToaster(useToasts())
  return null
}

function show() {
  const held: { toaster?: Toaster } = {}
  render(
    <ToastsProvider dismissLabel="Dismiss">
      <Holder onToaster={(toaster) => Object.assign(held, { toaster })} />
    </ToastsProvider>,
  )
  return held.toaster!
}

function wait(milliseconds: number) {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}

const cards = () =>
  screen.queryAllByRole('button', { name: 'Dismiss' }).map(({ parentElement }) => parentElement)

test('a message is said, shown, and gone after a while', () => {
  const toaster = show()
  const region = screen.getByRole('status')
  expect(region).toBeEmptyDOMElement()
  act(() => toaster.show({ text: 'Saved.', tone: 'good' }))
  expect(region).toHaveTextContent('Saved.')
  expect(cards()[0]).toHaveTextContent('Saved.')
  wait(8000)
  expect(cards()).toEqual([])
})

test('what asks for something stays until it is answered', async () => {
  const onPress = vi.fn<() => void>()
  const toaster = show()
  act(() => toaster.show({ text: '14 grades saved.', action: { label: 'Undo', onPress } }))
  act(() => toaster.show({ text: 'Two were refused.', tone: 'bad' }))
  wait(60_000)
  expect(cards()).toHaveLength(2)
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(onPress).toHaveBeenCalledTimes(1)
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(cards()).toEqual([])
})

test('no more than three are shown; what asks for something is the last to make way', () => {
  const toaster = show()
  const shown = () => cards().map((card) => card?.firstChild?.textContent)
  act(() => toaster.show({ text: 'One was refused.', tone: 'bad' }))
  for (const count of [1, 2, 3]) act(() => toaster.show({ text: `Saved ${count}.`, tone: 'good' }))
  expect(shown()).toEqual(['One was refused.', 'Saved 2.', 'Saved 3.'])
  for (const count of [2, 3, 4]) act(() => toaster.show({ text: `Refused ${count}.`, tone: 'bad' }))
  expect(shown()).toEqual(['Refused 2.', 'Refused 3.', 'Refused 4.'])
})

test('the same words are said twice, and need not be shown', () => {
  const toaster = show()
  act(() => toaster.announce('Sorted by Total.'))
  const [first] = screen.getAllByText('Sorted by Total.')
  act(() => toaster.announce('Sorted by Total.'))
  const nodes = screen.getAllByText('Sorted by Total.')
  expect(nodes).toHaveLength(2)
  expect(nodes[0]).toBe(first)
  expect(cards()).toEqual([])
})

test('only the last few stay in the page', () => {
  const toaster = show()
  for (const count of [1, 2, 3, 4, 5, 6]) act(() => toaster.announce(`Message ${count}`))
  expect(screen.getByRole('status')).toHaveTextContent('Message 3 Message 4 Message 5 Message 6')
})

test('what was said a while ago goes when something else is said', () => {
  const toaster = show()
  act(() => toaster.announce('Type a score first.'))
  wait(1500)
  act(() => toaster.announce('Saved.'))
  expect(screen.getByRole('status')).toHaveTextContent(/^Saved\.$/)
  expect(screen.getByRole('status')).toHaveAttribute('aria-atomic', 'false')
})
