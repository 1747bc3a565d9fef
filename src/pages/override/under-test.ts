import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect } from 'vitest'
import type { OverrideFields } from '#mocks/lms/write-model.ts'
import { usageKey } from '#mocks/lms/keys.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import type { MockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { accountIn } from '#mocks/world.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

export const courseId = COURSE_KEYS.statistics

/** Learners of the simulated course, and what they are good for. */
export const people = {
  /** The first in the table. */
  amara: '1001',
  /** Lab 3: overridden twice, 13 and then 16 of 20. */
  ada: '1002',
  /** Homework 3: 7 of 10, no override. */
  bjorn: '1003',
  /** Belongs to a cohort that misses Lab 9. Homework 2: not attempted. */
  chen: '1004',
} as const

/** Gives the id of a subsection: `hw_03`, `lab_09`, `midterm`. */
export function subsection(block: string): string {
  return usageKey(courseId, 'sequential', block)
}

/** Gives the address of an editor. */
export function address(learnerId: string, block: string): string {
  return path.override({ courseId, learnerId, subsectionId: subsection(block) })
}

/** Opens an editor by its address in a small course, and waits until grade and history stand there. */
export async function openEditor(
  learnerId: string,
  block: string,
  options: Parameters<typeof renderApp>[1] = {},
): Promise<Awaited<ReturnType<typeof renderApp>>> {
  const app = await renderApp(address(learnerId, block), { learners: 6, ...options })
  await screen.findByRole('heading', { name: 'History' })
  return app
}

// Asked within the panel: the table beside it has some hundred elements whose names would be made for nothing.
export const panel = () => screen.getByRole('complementary')
export const scoreField = () => field('New score')
export const reasonField = () => field('Reason')
export const button = (name: string) => within(panel()).getByRole('button', { name })
/** The history's entries, newest first. */
export const entries = () =>
  within(within(panel()).getByRole('region', { name: 'History' })).queryAllByRole('listitem')

function field(name: string): HTMLInputElement {
  return within(panel()).getByRole('textbox', { name })
}

/** Waits until the editor is closed. */
export async function closed(): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
}

/** Types a score (and a reason) and presses Enter. */
export async function save(user: UserEvent, score: string, reason?: string): Promise<void> {
  await user.clear(scoreField())
  await user.type(scoreField(), score)
  if (reason !== undefined) await user.type(reasonField(), reason)
  await user.keyboard('{Enter}')
}

/**
 * Gives a cell of the table by the beginning of what it says: "Homework 3, Björn Þórsson".
 * Not by role: a hundred cells are named anew for each question.
 * @throws {Error} where no such cell is in sight
 */
export function cell(beginning: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[role=gridcell][aria-label^="${beginning}"]`)
  if (!found) throw new Error(`No cell says “${beginning}…”`)
  return found
}

/** Opens the editor of a cell from the table, as one does by keys. */
export async function openFromTable(user: UserEvent, beginning: string): Promise<void> {
  cell(beginning).focus()
  await user.keyboard('{Alt>}{Enter}{/Alt}')
}

/** What a cell says to a screen reader. */
export const said = (beginning: string) => cell(beginning).getAttribute('aria-label')

/** The requests that write grades. */
export const writes = (lms: MockLms) => lms.requests.filter((line) => line.includes('bulk-update'))

/** Somebody else overrides a grade, behind the client's back. */
export function overrideBehind(
  { world }: MockLms,
  learnerId: string,
  block: string,
  grade: OverrideFields,
): void {
  const jonas = accountIn(world, 'limited-staff')
  const course = world.school.world.courses.find(({ key }) => key === courseId)
  if (!jonas || !course) throw new Error('The simulated school has changed')
  applyOverride(world.school, course, jonas, {
    userId: Number(learnerId),
    usageKey: subsection(block),
    grade,
  })
}

/** Does something at the last moment before the first such request reaches the school. */
export function justBefore({ requests }: MockLms, request: RegExp, act: () => void): void {
  const push = requests.push.bind(requests)
  requests.push = (...lines) => {
    if (lines.some((line) => request.test(line))) {
      requests.push = push
      act()
    }
    return push(...lines)
  }
}
