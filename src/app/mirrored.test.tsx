import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const address = path.gradebook({ courseId: COURSE_KEYS.statistics })
const openMirrored = () => renderApp(address, { locale: 'ar-XB', learners: 6, subsections: 4 })

/** Where the focus stands: column, counted from 1 at the page's start. */
const column = () => Number(document.activeElement?.getAttribute('aria-colindex'))
const rowHeader = () => document.querySelector<HTMLElement>('[role=rowheader][aria-label]')

test('the document runs from right to left', async () => {
  await openMirrored()
  expect(document.documentElement).toHaveAttribute('dir', 'rtl')
  expect(document.documentElement).toHaveAttribute('lang', 'ar')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^\u202E.+\u202C$/)
})

test('arrow keys go where the eye sees the next cell', async () => {
  const { user } = await openMirrored()
  await waitFor(() => expect(rowHeader()).not.toBeNull())
  act(() => rowHeader()?.focus())
  expect(column()).toBe(1)
  await user.keyboard('{ArrowLeft}')
  expect(column()).toBe(2)
  await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}')
  expect(column()).toBe(1)
  // The page's end is on the left.
  await user.keyboard('{End}')
  expect(column()).toBeGreaterThan(2)
})

test('a menu opens in the language of the page, and gives the focus back', async () => {
  const { user } = await openMirrored()
  const header = (await screen.findByRole('grid')).querySelector<HTMLElement>('[aria-sort]')!
  await user.click(header)
  const menu = await screen.findByRole('menu')
  const [first, ...others] = within(menu).getAllByRole('menuitemradio')
  await waitFor(() => expect(first).toHaveFocus())
  expect(first?.textContent).toMatch(/^\u202E.+\u202C$/)
  await user.keyboard('{ArrowDown}')
  expect(others[0]).toHaveFocus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  await waitFor(() => expect(header).toHaveFocus())
})
