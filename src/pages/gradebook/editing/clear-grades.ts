import { type GridWork, selectedScores } from './grid-work.ts'
import { stageAll } from './stage-all.ts'

/** Stages that the selected cells have no grade: where scores are set, nothing else comes back. */
export function clearGrades({ intl, toasts, gradebook, target }: GridWork): void {
  const cells = target ? selectedScores(target, gradebook.sheet) : []
  const changes = cells.map((cell) => ({ ...cell, was: gradebook.factsOf(cell), will: null }))
  const before = gradebook.edits.state().edits
  const staged = stageAll(gradebook.edits, changes)
  const isChanged = gradebook.edits.state().edits !== before
  const id = staged > 0 || isChanged ? 'gradebook.clear.grades' : 'gradebook.clear.noGrade'
  toasts.show({ text: intl.formatMessage({ id }, { staged }) })
}
