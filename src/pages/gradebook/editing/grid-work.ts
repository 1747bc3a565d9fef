import type { ReactNode } from 'react'
import type { IntlShape } from 'react-intl'
import type { GradingInfo, LearnerId, SubsectionId } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { Rectangle } from '#src/domain/paste-block.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import type { SheetGrade } from '#src/domain/sheet.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { Toaster } from '#src/ui/toasts.ts'

/** The cells that a command is for, by their positions in the table as it is shown. */
export interface GridTarget {
  /** The selected cells; the active one where no more are selected. */
  readonly selected: Rectangle
  readonly rowCount: number
  /** Ids of the columns in order, learner and total among them. */
  readonly columnIds: readonly string[]
  readonly learnerAt: (row: number) => LearnerId | null
}

/** What commands on several cells work with. */
export interface GridWork {
  readonly intl: IntlShape
  readonly toasts: Toaster
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly scores: ScoreMode
  /** Null where the active cell is none of the body. */
  readonly target: GridTarget | null
  /** What a cell shows: a change that is not saved, else what the server has told. */
  readonly shown: (cell: CellRef) => SheetGrade | null
  /** What a cell says to a screen reader: assignment, learner, score. */
  readonly spoken: (cell: CellRef) => string
  /** Moves focus to a cell; false where it is not shown. */
  readonly focus: (cell: CellRef) => boolean
  /** Shows a dialog; null takes it away. */
  readonly show: (dialog: ReactNode) => void
}

/** Gives the cell at a place; null where there is no score, or one that the server computes. */
export function scoreAt(
  { columnIds, learnerAt }: GridTarget,
  sheet: Gradebook['sheet'],
  row: number,
  column: number,
): CellRef | null {
  const learnerId = learnerAt(row)
  const subsectionId: SubsectionId | undefined = columnIds[column]
  if (learnerId === null || subsectionId === undefined) return null
  const assignment = sheet.columns[sheet.column(subsectionId)]
  if (!assignment || assignment.isComputed) return null
  return { learnerId, subsectionId }
}

/** Gives the selected cells that hold scores, row by row. */
export function selectedScores(target: GridTarget, sheet: Gradebook['sheet']): CellRef[] {
  const { top, bottom, first, last } = target.selected
  const cells: CellRef[] = []
  for (let row = top; row <= bottom; row += 1) {
    for (let column = first; column <= last; column += 1) {
      const cell = scoreAt(target, sheet, row, column)
      if (cell) cells.push(cell)
    }
  }
  return cells
}
