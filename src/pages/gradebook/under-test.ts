import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { lms as connected } from '#src/lms/connect.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import { renderApp } from '#src/testing.tsx'
import { toQuery } from './filters.ts'

export const courseId = COURSE_KEYS.statistics
export const address = path.gradebook({ courseId })

type App = Awaited<ReturnType<typeof renderApp>>

/** Opens the gradebook of a small course, and waits until all is read. */
export async function openTable(
  query = '',
  options: Parameters<typeof renderApp>[1] = {},
  at = address,
): Promise<App> {
  const app = await renderApp(at + query, { learners: 12, subsections: 8, ...options })
  await allRead()
  return app
}

/** Opens a course of 450 learners of which only a part is read: more are read after `end`. */
export async function openPart(options: Parameters<typeof renderApp>[1] = {}) {
  // The first page is held back until somebody is there to stop after it.
  const app = await renderApp(address, { learners: 450, ...options, faults: ['gradebook-500'] })
  const { loader } = openGradebook(connected(), toQuery(courseId, {}))
  await waitFor(() => expect(loader.state().status).toBe('failed'))
  const end = loader.changes.subscribe(() => loader.state().read > 0 && loader.pause())
  app.lms.change({ faults: [] })
  act(() => loader.start())
  await waitFor(() => expect(loader.state().status).toBe('paused'))
  const { read, matching } = loader.state()
  expect(read).toBeLessThan(matching ?? 0)
  return { ...app, loader, end, read, matching }
}

/** Waits until the whole course is read, and gives what the count says. */
export async function allRead(): Promise<string> {
  return (await screen.findByText(/^Showing/)).textContent
}

export const grid = () => screen.getByRole('grid', { name: 'Gradebook' })

/** Gives the names in the table, from the top. */
export function names(): string[] {
  return Array.from(grid().querySelectorAll('[role=rowheader][aria-label]'), ({ ariaLabel }) =>
    (ariaLabel ?? '').replace(/,.*/, ''),
  )
}

/** Gives the short titles of the columns. */
export function titles(): string[] {
  return Array.from(grid().querySelectorAll('[aria-sort]'), ({ textContent }) => textContent)
}

/** Gives a column's header by its short title. */
export function header(title: string): Element {
  const found = Array.from(grid().querySelectorAll('[aria-sort]')).find(
    ({ textContent }) => textContent === title,
  )
  if (!found) throw new Error(`there is no column ${title}`)
  return found
}

/** Gives the text of a learner's cells, from the total on. */
export function rowOf(name: string): string[] {
  const head = Array.from(grid().querySelectorAll('[role=rowheader]')).find(({ ariaLabel }) =>
    ariaLabel?.startsWith(name),
  )
  return Array.from(
    head?.parentElement?.querySelectorAll('[role=gridcell]') ?? [],
    ({ textContent }) => textContent,
  )
}

/** Opens the menu of a column and chooses from it. */
export async function choose(user: UserEvent, title: string, entry: string): Promise<void> {
  await user.click(header(title))
  const menu = await screen.findByRole('menu')
  await user.click(within(menu).getByText(entry))
}

/** Gives the requests for the list of grades, as their queries. */
export function listQueries({ lms }: App): URLSearchParams[] {
  return lms.requests
    .filter((line) => /\/gradebook\/[^/]+\/(\?|$)/.test(line))
    .map((line) => new URL(line.split(' ')[1] ?? '', 'http://x').searchParams)
}

/** Gives what the count says now, whether at rest or not. */
export function count(): string {
  const [told] = screen.getAllByRole('status')
  const now = told?.textContent || told?.nextElementSibling?.textContent
  return now ?? ''
}

/**
 * Gives a cell of the table by the beginning of what it says: "Homework 3, Ada".
 * @throws {Error} where no such cell is in sight
 */
export function cell(beginning: string): HTMLElement {
  const found = grid().querySelector<HTMLElement>(`[role=gridcell][aria-label^="${beginning}"]`)
  if (!found) throw new Error(`No cell says “${beginning}…”`)
  return found
}

/** What a cell says to a screen reader. */
export const said = (beginning: string) => cell(beginning).getAttribute('aria-label')

/** The text field in the cell that is being edited. */
export function editor(): HTMLInputElement {
  return within(grid()).getByRole('textbox')
}

/** Gives what was said to a screen reader. */
export function heard(words: string | RegExp): HTMLElement {
  const [found] = screen.getAllByText(words, { selector: 'output *' })
  if (!found) throw new Error(`Nobody said ${String(words)}`)
  return found
}
