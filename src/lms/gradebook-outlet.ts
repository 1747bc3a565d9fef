import type { Assignment, GradingInfo, LearnerId } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { Listeners } from '#src/domain/listeners.ts'
import type { Gradebook } from './gradebook.ts'

/** What the gradebook hands to the panel beside its grid, through the router's outlet. */
export interface GradebookOutlet {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  /** The assignments shown, in the order of their columns. */
  readonly assignments: readonly Assignment[]
  /** Gives the learner before or after in the order shown; null at the edge, or while the learner is not shown. */
  neighbour(learnerId: LearnerId, step: 1 | -1): LearnerId | null
  /** Tells when the order shown has changed, and with it who stands next. */
  readonly order: Listeners
  /** Shows the editor of another cell in place of this one; the grid follows. */
  open(cell: CellRef): void
  /** Closes the editor; focus returns to the cell in the grid. */
  close(cell: CellRef): void
}
