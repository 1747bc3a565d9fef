import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { PopoverButton } from './PopoverButton.tsx'

function shown(load: () => Promise<unknown>) {
  render(
    <PopoverButton label="Go to learner" load={load}>
      {() => <p>Popover</p>}
    </PopoverButton>,
  )
  return userEvent.setup()
}

test('the popover is downloaded when the pointer reaches its button, and stays closed', async () => {
  const load = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const user = shown(load)
  expect(load).not.toHaveBeenCalled()
  await user.hover(screen.getByRole('button'))
  expect(load).toHaveBeenCalled()
  expect(screen.queryByText('Popover')).toBeNull()
})

test('also when the focus reaches it; a download that fails harms nothing', async () => {
  const load = vi.fn<() => Promise<void>>(() => Promise.reject(new TypeError('gone')))
  const user = shown(load)
  await user.tab()
  expect(load).toHaveBeenCalledOnce()
  await user.keyboard('{Enter}')
  expect(screen.getByText('Popover')).toBeVisible()
})
