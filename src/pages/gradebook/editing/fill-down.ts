import type { Will } from '#src/domain/conflict.ts'
import type { Change } from '#src/domain/edits-staging.ts'
import type { SheetGrade } from '#src/domain/sheet.ts'
import { type GridWork, scoreAt } from './grid-work.ts'
import { stageAll } from './stage-all.ts'

/**
 * Stages the points of the first selected row for the rows below it; where only one row is selected, those of the row
 * above it. Blanks are not filled in.
 */
export function fillDown({ intl, toasts, gradebook, target, shown }: GridWork): void {
  if (!target) return
  const { top, bottom, first, last } = target.selected
  const from = top === bottom ? top - 1 : top
  const changes: Change[] = []
  let blanks = 0
  for (let column = first; column <= last; column += 1) {
    const source = scoreAt(target, gradebook.sheet, from, column)
    const grade = source && shown(source)
    const will = grade && willOf(grade)
    if (!will) {
      if (source) blanks += 1
      continue
    }
    for (let row = from + 1; row <= bottom; row += 1) {
      const cell = scoreAt(target, gradebook.sheet, row, column)
      if (!cell || !shown(cell)) continue
      changes.push({ ...cell, was: gradebook.factsOf(cell), will })
    }
  }
  const staged = stageAll(gradebook.edits, changes)
  const same = changes.length - staged
  toasts.show({ text: intl.formatMessage({ id: 'gradebook.fill.done' }, { staged, same, blanks }) })
}

/** What nobody can set is a blank. */
function willOf({ attempted, earned, exception }: SheetGrade): Will {
  if (exception === 'excused' || exception === 'incomplete') return { earned: 0, possible: null, exception }
  return attempted && Number.isFinite(earned) ? { earned, possible: null } : null
}
