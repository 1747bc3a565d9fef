import { expect } from 'vitest'
import type { Config } from '#src/config.ts'
import { markOf } from '#src/domain/edits-read.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { EditStore } from './edit-store.ts'
import { Gradebook } from './gradebook.ts'
import type { Lms } from './lms.ts'
import { type Tray, trayOf } from './tray.ts'
import { courseId, open } from './under-test.ts'

type MockLms = Awaited<ReturnType<typeof open>>['mock']

/** For tests: a course that has been read, its tray, and what stands in it. */
export interface TrayUnderTest {
  readonly lms: Lms
  readonly mock: MockLms
  readonly gradebook: Gradebook
  readonly tray: Tray
  /** A cell of each learner, all of one assignment. */
  readonly cells: readonly CellRef[]
  /** Types a score into cells; null clears them. */
  readonly stage: (cells: readonly CellRef[], earned: number | null, reason?: string) => void
  readonly mark: (cell: CellRef) => string | undefined
  /** How often each outcome stands in the batch that was saved last. */
  readonly outcomes: () => Record<string, number>
  readonly posts: () => string[]
  /** Graded points of the override that the server has; null: none. */
  readonly onServer: (cell: CellRef) => Promise<number | null>
  readonly lastBatch: () => string
}

/** Reads a course of the simulated LMS to its end. */
export async function openTray(
  config: Config,
  options: Parameters<typeof open>[1] = {},
): Promise<TrayUnderTest> {
  const { lms, mock } = await open(config, { learners: 12, ...options })
  const gradebook = new Gradebook(lms, { courseId }, '', new EditStore())
  gradebook.loader.start()
  await expect.poll(() => gradebook.loader.state().status).toBe('done')
  const { sheet, edits } = gradebook
  const column = sheet.columns.find(({ name }) => name === 'Homework 3')
  const lastBatch = () => [...edits.state().batches.keys()].at(-1) ?? ''
  return {
    lms,
    mock,
    gradebook,
    tray: trayOf(gradebook),
    cells: sheet.learners.map(({ id }) => ({ learnerId: id, subsectionId: column?.id ?? '' })),
    stage: (cells, earned, reason) =>
      edits.dispatch({
        type: 'stage',
        changes: cells.map((cell) => ({
          ...cell,
          was: gradebook.factsOf(cell),
          will: earned === null ? null : { earned, possible: null },
          ...(reason === undefined ? {} : { reason }),
        })),
      }),
    mark: (cell) => markOf(edits.state(), cell)?.kind,
    outcomes: () => {
      const counts: Record<string, number> = {}
      for (const { outcome } of edits.state().batches.get(lastBatch())?.items.values() ?? [])
        counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1
      return counts
    },
    posts: () => mock.requests.filter((line) => line.includes('bulk-update')),
    onServer: async (cell) => {
      const grade = await lms.subsectionGrade?.({ courseId, ...cell })
      return grade?.override?.earnedGraded ?? null
    },
    lastBatch,
  }
}

/** Does something right before the n-th request that fits reaches the school, counted from now. */
export function before({ requests }: MockLms, request: RegExp, act: () => void, nth = 1): void {
  const push = requests.push.bind(requests)
  let left = nth
  requests.push = (...lines) => {
    if (lines.some((line) => request.test(line))) left -= 1
    if (left === 0) {
      requests.push = push
      act()
    }
    return push(...lines)
  }
}

/** Gives the reading of a cell's status in the tray. */
export function statusOf({ gradebook }: TrayUnderTest, cell: CellRef) {
  return gradebook.edits.state().edits.get(cellKey(cell))?.status
}
