import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button, IconButton } from './Button.tsx'

test('a pending button keeps focus and does nothing', async () => {
  const onPress = vi.fn<() => void>()
  const onSubmit = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
  const user = userEvent.setup()
  const form = (isPending: boolean) => (
    <form onSubmit={onSubmit}>
      <Button type="submit" isPending={isPending} onPress={onPress}>
        Save
      </Button>
    </form>
  )
  const { rerender } = render(form(false))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  rerender(form(true))
  await user.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus()
  expect(onPress).toHaveBeenCalledTimes(1)
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test('a button that cannot be used says why, and can still be found', async () => {
  const onPress = vi.fn<() => void>()
  const user = userEvent.setup()
  render(
    <Button onPress={onPress} unavailable="Grades are frozen.">
      Save
    </Button>,
  )
  await user.tab()
  const button = screen.getByRole('button', { name: 'Save', description: 'Grades are frozen.' })
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await user.keyboard('{Enter}')
  expect(onPress).not.toHaveBeenCalled()
})

test('an icon is named in words', () => {
  render(<IconButton label="Next learner">↓</IconButton>)
  expect(screen.getByRole('button', { name: 'Next learner' })).toHaveAttribute('title', 'Next learner')
})
