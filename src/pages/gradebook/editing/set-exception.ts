import type { Exception } from '#src/domain/course.ts'
import { exceptionText } from '#src/i18n/exception-text.ts'
import { type GridWork, selectedScores } from './grid-work.ts'
import { stageAll } from './stage-all.ts'

/** Stages that an exception takes the place of the selected scores. */
export function setException({ intl, toasts, gradebook, target }: GridWork, exception: Exception): void {
  const cells = target ? selectedScores(target, gradebook.sheet) : []
  const will = { earned: 0, possible: null, exception }
  const changes = cells.map((cell) => ({ ...cell, was: gradebook.factsOf(cell), will }))
  const staged = stageAll(gradebook.edits, changes)
  const values = { staged, same: changes.length - staged, exception: exceptionText(intl, exception) }
  toasts.show({ text: intl.formatMessage({ id: 'gradebook.exception.done' }, values) })
}
