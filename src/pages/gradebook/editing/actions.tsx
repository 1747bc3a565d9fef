import type { Exception } from '#src/domain/course.ts'
import { FillBlanksDialog } from './FillBlanksDialog.tsx'
import { clearGrades } from './clear-grades.ts'
import { clearOverrides } from './clear-overrides.ts'
import { fillDown } from './fill-down.ts'
import { type GridWork, selectedScores } from './grid-work.ts'
import { isBlank } from '#src/domain/sheet.ts'
import { courseLock } from './lock.ts'
import { pasteBlock } from './paste-block.tsx'
import { setException } from './set-exception.ts'
import { redo, undo } from './undo.ts'

/** What can be done to several cells at once. */
export type Action =
  | { readonly name: 'undo' | 'redo' | 'clear' | 'fill-down' | 'fill-blanks' }
  | { readonly name: 'except'; readonly exception: Exception }
  | { readonly name: 'paste'; readonly text: string }

/** Does it; says why not where grades are locked. */
export async function perform(action: Action, work: GridWork): Promise<void> {
  // What was staged before grades were locked can still be taken back.
  if (action.name === 'undo') return undo(work)
  if (action.name === 'redo') return redo(work)
  const lock = courseLock(work.intl, work.info, work.gradebook)
  if (lock !== null) return work.toasts.show({ text: lock })
  switch (action.name) {
    case 'clear':
      return work.gradebook.lms.capabilities.setsGrades ? clearGrades(work) : clearOverrides(work)
    case 'except':
      return setException(work, action.exception)
    case 'fill-down':
      return fillDown(work)
    case 'fill-blanks':
      return fillBlanks(work)
    case 'paste':
      return pasteBlock(work, action.text)
  }
}

function fillBlanks(work: GridWork): void {
  const { target, gradebook, shown, toasts, intl } = work
  const cells = target ? selectedScores(target, gradebook.sheet) : []
  const blanks = cells.filter((cell) => isBlank(shown(cell)))
  if (blanks.length > 0) work.show(<FillBlanksDialog work={work} blanks={blanks} />)
  else toasts.show({ text: intl.formatMessage({ id: 'gradebook.fillBlanks.none' }) })
}
