import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'

/** The paste dialog, once it is there. */
export const dialog = () => screen.findByRole('dialog', { name: 'Paste or import scores' })

/** Opens the dialog and puts a table into it. Cells are parted by `|`. */
export async function pasteTable(user: UserEvent, ...lines: readonly string[]): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: 'Paste or import…' }))
  const found = await dialog()
  await user.click(within(found).getByRole('textbox', { name: 'Table' }))
  await user.paste(lines.map((line) => line.replaceAll('|', '\t')).join('\r\n'))
  await user.click(within(found).getByRole('button', { name: 'Preview' }))
  return found
}

/** The text of each line of the preview. */
export function linesOf(found: HTMLElement): string[] {
  const list = within(found).getByRole('list', { name: 'Lines' })
  return Array.from(list.children, ({ textContent }) => textContent)
}
