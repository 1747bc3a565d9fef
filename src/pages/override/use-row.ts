import { useCallback, useSyncExternalStore } from 'react'
import type { Assignment, Learner } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import { type Work, workOf } from '#src/domain/grading.ts'
import type { Sheet, SheetGrade } from '#src/domain/sheet.ts'

/** What the sheet tells of a learner, and of one cell of theirs. */
export interface SheetRow {
  /** Null while the learner's row has not arrived. */
  readonly learner: Learner | null
  /** Null where rows have not told of such a column. */
  readonly column: Assignment | null
  /** Null where the cell has not arrived. */
  readonly cell: SheetGrade | null
  /** Points to be had, as any learner's row tells; null while none does. */
  readonly possible: number | null
  /** The server's own course grade, a fraction; null where there is none. */
  readonly total: number | null
  /** All graded work of the learner, as the arithmetic takes it. */
  readonly works: readonly Work[]
}

/** Reads a learner's row and follows it. */
export function useRow(sheet: Sheet, { learnerId, subsectionId }: CellRef): SheetRow {
  // The sheet is one object that changes: compiled, this would go on giving what it read first.
  'use no memo'
  const row = useSyncExternalStore(sheet.shape.subscribe, () => sheet.row(learnerId))
  const column = useSyncExternalStore(sheet.shape.subscribe, () => sheet.column(subsectionId))
  const subscribe = useCallback((listener: () => void) => sheet.subscribeRow(row, listener), [sheet, row])
  useSyncExternalStore(subscribe, () => sheet.version(row))
  const total = sheet.total(row)
  return {
    learner: sheet.learners[row] ?? null,
    column: sheet.columns[column] ?? null,
    cell: sheet.grade(row, column),
    possible: sheet.possible(column),
    total: Number.isNaN(total) ? null : total,
    works: sheet.columns.map((subsection, index) => workOf(subsection, sheet.grade(row, index))),
  }
}
