import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { cell, editor, heard, openTable, said } from './under-test.ts'

/** Opens the menu of a cell as the right button does. */
async function menuOf(beginning: string): Promise<HTMLElement> {
  fireEvent.contextMenu(cell(beginning))
  return screen.findByRole('menu')
}

test('the right button on a score opens its menu, named after the cell; Edit starts from the score', async () => {
  const { user } = await openTable('?scores=points')
  const menu = await menuOf('Homework 3, Ada')
  expect(screen.getByRole('menu', { name: 'Homework 3, Ada Lovelace-Byron' })).toBe(menu)
  expect(within(menu).getAllByRole('menuitem')).toHaveLength(9)
  await user.click(within(menu).getByRole('menuitem', { name: /^Edit/ }))
  await waitFor(() => expect(editor()).toHaveFocus())
  expect(editor()).toHaveValue('7')
})

test('Shift+F10 opens it, too; the override editor is one entry', async () => {
  const { user } = await openTable()
  await user.click(cell('Homework 3, Ada'))
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: /^Override editor/ }))
  await waitFor(() => expect(screen.getByRole('complementary')).toHaveTextContent('Ada Lovelace'))
})

test('Copy writes the selected cells', async () => {
  const { user } = await openTable('?scores=points')
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await user.click(cell('Homework 1, Amara'))
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await user.click(within(await menuOf('Homework 2, Amara')).getByRole('menuitem', { name: /^Copy/ }))
  expect(written).toHaveBeenCalledWith('9\t8')
})

test('Select row and Select column select them', async () => {
  const { user } = await openTable()
  const selected = () => Array.from(document.querySelectorAll('[role=grid] [aria-selected=true]'))
  await user.click(within(await menuOf('Homework 3, Ada')).getByRole('menuitem', { name: /^Select row/ }))
  await waitFor(() => expect(selected().length).toBeGreaterThan(5))
  const row = cell('Homework 3, Ada').parentElement
  expect(selected().every(({ parentElement }) => parentElement === row)).toBe(true)
  await user.click(within(await menuOf('Homework 2, Björn')).getByRole('menuitem', { name: /^Select col/ }))
  await waitFor(() => expect(selected()).toHaveLength(12))
  expect(selected().every(({ ariaLabel }) => ariaLabel?.startsWith('Homework 2, '))).toBe(true)
})

test('Paste says what else to do where the browser does not tell what was copied', async () => {
  const { user } = await openTable('?scores=points')
  vi.spyOn(navigator.clipboard, 'readText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  await user.click(within(await menuOf('Homework 1, Ada')).getByRole('menuitem', { name: /^Paste/ }))
  await waitFor(() => expect(heard(/^The browser does not let this page read/)).toBeInTheDocument())
  expect(said('Homework 1, Ada')).not.toContain('not saved')
})

test('Fill blanks asks for one score and stages it for blanks only', async () => {
  const { user } = await openTable('?scores=points')
  await user.click(cell('Homework 2, Amara'))
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}')
  await user.click(within(await menuOf('Homework 2, Chen')).getByRole('menuitem', { name: /^Fill blanks/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Fill 1 blank' })
  const field = within(dialog).getByRole('textbox', { name: 'Score, in points' })
  await user.type(field, 'x{Enter}')
  await waitFor(() => expect(field).toHaveAccessibleDescription(/^Type points/))
  await user.clear(field)
  await user.type(field, '11{Enter}')
  await waitFor(() => expect(field).toHaveAccessibleDescription(/^11 of 10: extra credit\?/))
  await user.clear(field)
  await user.type(field, '4{Enter}')
  await waitFor(() => expect(said('Homework 2, Chen')).toContain('changed to 4 of 10'))
  expect(heard('1 blank filled, not saved')).toBeInTheDocument()
  expect(said('Homework 2, Ada')).not.toContain('not saved')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('where grades are locked the entries that change them say why', async () => {
  await openTable('', { scenario: 'frozen' })
  const menu = await menuOf('Homework 3, Ada')
  expect(within(menu).getByRole('menuitem', { name: /^Edit, Grades are frozen/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect(within(menu).getByRole('menuitem', { name: /^Copy/ })).not.toHaveAttribute('aria-disabled')
})
