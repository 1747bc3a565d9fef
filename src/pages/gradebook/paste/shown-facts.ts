import { type CellFacts, factsAfter } from '#src/domain/conflict.ts'
import { markOf } from '#src/domain/edits-read.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'

/** What a cell shows: a change that is not saved yet, else what the server has told. */
export function shownFacts(gradebook: Pick<Gradebook, 'edits' | 'factsOf'>, cell: CellRef): CellFacts {
  const mark = markOf(gradebook.edits.state(), cell)
  if (!mark || mark.kind === 'saved' || mark.kind === 'undone') return gradebook.factsOf(cell)
  return factsAfter(mark.edit.was, mark.edit.will)
}
