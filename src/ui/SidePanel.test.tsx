import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { SidePanel } from './SidePanel.tsx'
import { ToastsProvider } from './Toasts.tsx'
import { useToasts } from './toasts.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function onPhone() {
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: query === '(max-width: 40rem)' }),
  )
}

function show() {
  const onClose = vi.fn<() => void>()
  const view = render(
    <>
      <main>
        <button type="button">Grid</button>
        <SidePanel title="Homework 3" subtitle="Amara Okafor" closeLabel="Close" onClose={onClose}>
          <input
            aria-label="New score"
            onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
          />
        </SidePanel>
      </main>
      <output aria-live="polite">Saved</output>
      <nav>
        <a href="/">Courses</a>
      </nav>
    </>,
  )
  return { onClose, user: userEvent.setup(), ...view }
}

test('takes focus to its heading, and leaves the page beside it in use', async () => {
  const { user } = show()
  const panel = screen.getByRole('complementary', { name: 'Homework 3' })
  expect(panel).toHaveTextContent('Amara Okafor')
  expect(screen.getByRole('heading', { name: 'Homework 3' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Grid' }))
  expect(screen.getByRole('button', { name: 'Grid' })).toHaveFocus()
})

test('closes by its button and by Escape, unless something inside has used the key', async () => {
  const { user, onClose } = show()
  await user.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(1)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(2)
  await user.click(screen.getByRole('textbox'))
  await user.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(2)
})

test('on a phone it covers the page, which nobody can reach by Tab then; messages are still said', () => {
  onPhone()
  const { unmount } = show()
  const grid = screen.getByText('Grid')
  expect(screen.getByRole('dialog', { name: 'Homework 3' })).toHaveAttribute('aria-modal', 'true')
  expect(grid.inert).toBe(true)
  expect(screen.getByText('Courses').parentElement?.inert).toBe(true)
  expect(screen.getByText('Saved').inert).toBeFalsy()
  expect(document.querySelector('main')?.inert).toBeFalsy()
  unmount()
  expect(grid.inert).toBe(false)
})

test('on a phone the messages that float above it can be answered', async () => {
  onPhone()
  const undo = vi.fn<() => void>()
  function Sheet() {
    const toasts = useToasts()
    return (
      <SidePanel title="Homework 3" closeLabel="Close" onClose={() => undefined}>
        <button
          type="button"
          onClick={() => toasts.show({ text: 'Saved', action: { label: 'Undo', onPress: undo } })}
        >
          Save
        </button>
      </SidePanel>
    )
  }
  render(
    <ToastsProvider dismissLabel="Dismiss">
      <button type="button">Behind</button>
      <Sheet />
    </ToastsProvider>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Behind').inert).toBe(true)
  const button = screen.getByRole('button', { name: 'Undo' })
  for (let at: HTMLElement | null = button; at; at = at.parentElement) expect(at.inert).toBeFalsy()
  await user.click(button)
  expect(undo).toHaveBeenCalledOnce()
})
