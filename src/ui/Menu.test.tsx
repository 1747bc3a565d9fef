import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import Menu, { type MenuGroup } from './Menu.tsx'

const GROUPS: MenuGroup[] = [
  {
    id: 'sort',
    label: 'Sort',
    choice: 'one',
    entries: [
      { id: 'ascending', label: 'Ascending', isChosen: true },
      { id: 'descending', label: 'Descending' },
    ],
  },
  {
    id: 'other',
    entries: [
      { id: 'statistics', label: 'Statistics', isDisabled: true, detail: 'Nobody has attempted it' },
      { id: 'hide', label: 'Hide column' },
      { id: 'open', label: 'Open in the course', href: 'https://lms.example/hw3', target: '_blank' },
    ],
  },
]

function Header({ onAction }: { onAction: (id: string) => void }) {
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <>
      <button type="button" onClick={(event) => setAnchor(event.currentTarget)}>
        Homework 3
      </button>
      {anchor ? (
        <Menu
          label="Homework 3"
          anchor={anchor}
          groups={GROUPS}
          onAction={onAction}
          onClose={() => setAnchor(null)}
        />
      ) : null}
    </>
  )
}

test('opens with focus inside, does what was chosen, closes, and gives focus back', async () => {
  const onAction = vi.fn<(id: string) => void>()
  const user = userEvent.setup()
  render(<Header onAction={onAction} />)
  const header = screen.getByRole('button', { name: 'Homework 3' })
  await user.click(header)
  expect(screen.getByRole('menuitemradio', { name: 'Ascending' })).toHaveFocus()
  expect(screen.getByRole('menuitemradio', { name: 'Ascending' })).toBeChecked()
  expect(screen.getByRole('group', { name: 'Sort' })).toBeInTheDocument()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(screen.getByRole('menuitem', { name: 'Hide column' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(onAction).toHaveBeenCalledExactlyOnceWith('hide')
  expect(screen.queryByRole('menu')).toBeNull()
  await waitFor(() => expect(header).toHaveFocus())
})

test('a choice is an action too; Escape chooses nothing', async () => {
  const onAction = vi.fn<(id: string) => void>()
  const user = userEvent.setup()
  render(<Header onAction={onAction} />)
  await user.click(screen.getByRole('button'))
  await user.click(screen.getByRole('menuitemradio', { name: 'Descending' }))
  expect(onAction).toHaveBeenCalledExactlyOnceWith('descending')
  await user.click(screen.getByRole('button'))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(onAction).toHaveBeenCalledTimes(1)
})

test('says why an entry cannot be used, and links elsewhere safely', async () => {
  const user = userEvent.setup()
  render(<Header onAction={() => undefined} />)
  await user.click(screen.getByRole('button'))
  const off = screen.getByRole('menuitem', { name: 'Statistics, Nobody has attempted it' })
  expect(off).toHaveAttribute('aria-disabled', 'true')
  const link = screen.getByRole('menuitem', { name: 'Open in the course' })
  expect(link).toHaveAttribute('href', 'https://lms.example/hw3')
  expect(link).toHaveAttribute('rel', 'noopener')
})
