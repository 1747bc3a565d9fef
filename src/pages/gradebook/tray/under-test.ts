import { act, screen, within } from '@testing-library/react'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { usageKey } from '#mocks/lms/keys.ts'
import { lms } from '#src/lms/connect.ts'
import { type Gradebook, openGradebook } from '#src/lms/gradebook.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics

/** Gives the id of a subsection: `hw_03`, `lab_09`. */
export function subsection(block: string): string {
  return usageKey(courseId, 'sequential', block)
}

/** Opens the gradebook of a small course, and waits until all is read. */
export async function openCourse(options: Parameters<typeof renderApp>[1] = {}) {
  const app = await renderApp(path.gradebook({ courseId }), { learners: 6, subsections: 8, ...options })
  await screen.findByText(/^Showing/)
  return { ...app, gradebook: openGradebook(lms(), { courseId }) }
}

/** Types scores into cells: learner, block, points (null clears). */
export function stage(
  gradebook: Gradebook,
  ...cells: ReadonlyArray<readonly [learnerId: string, block: string, earned: number | null]>
): void {
  act(() =>
    gradebook.edits.dispatch({
      type: 'stage',
      changes: cells.map(([learnerId, block, earned]) => {
        const cell = { learnerId, subsectionId: subsection(block) }
        return {
          ...cell,
          was: gradebook.factsOf(cell),
          will: earned === null ? null : { earned, possible: null },
        }
      }),
    }),
  )
}

/** The tray, once it stands. */
export const findTray = () => screen.findByRole('region', { name: 'Changes' })
export const inTray = () => within(screen.getByRole('region', { name: 'Changes' }))
export const inDialog = () => within(screen.getByRole('dialog'))
