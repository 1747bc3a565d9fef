import type { CellRef } from '#src/domain/edits-state.ts'
import type { SubsectionId } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { inParallel } from '#src/lms/in-parallel.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { columnPoints, keepColumnPoints } from './column-points.ts'

/** Gives how many points a cell is of: its own, else those of its column; null where that has to be read first. */
export function possibleOf(gradebook: Gradebook, cell: CellRef): number | null {
  return gradebook.factsOf(cell).possible ?? columnPoints(gradebook.sheet, cell.subsectionId)
}

/**
 * Reads what is not known yet of the columns of some cells, one cell for each. Never rejects: what cannot be read stays
 * unknown.
 */
export async function readPossibles(gradebook: Gradebook, cells: readonly CellRef[]): Promise<void> {
  const unknown = new Map<SubsectionId, CellRef>()
  for (const cell of cells) {
    if (!unknown.has(cell.subsectionId) && possibleOf(gradebook, cell) === null) {
      unknown.set(cell.subsectionId, cell)
    }
  }
  await inParallel([...unknown.values()], async (cell) => {
    await readPossible(gradebook, cell).catch(() => null)
  })
}

/**
 * Reads how many points a cell is of, and remembers it for its column; null where the learner cannot open the subsection.
 * Rejects with `LmsError`.
 */
export async function readPossible({ courseId, sheet }: Gradebook, cell: CellRef): Promise<number | null> {
  const { learnerId, subsectionId } = cell
  const grade = await queryClient.fetchQuery(q('subsectionGrade', { courseId, learnerId, subsectionId }))
  if (!grade.available) return null
  keepColumnPoints(sheet, subsectionId, grade.graded.possible)
  return grade.graded.possible
}
