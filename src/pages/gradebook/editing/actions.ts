import { clearOverrides } from './clear-overrides.ts'
import { fillDown } from './fill-down.ts'
import type { GridWork } from './grid-work.ts'
import { courseLock } from './lock.ts'
import { redo, undo } from './undo.ts'

export type ActionName = 'undo' | 'redo' | 'clear' | 'fill-down'

/** Does what a key of the table means for several cells; says why where grades are locked. */
export async function perform(name: ActionName, work: GridWork): Promise<void> {
  // What was staged before grades were locked can still be taken back.
  if (name === 'undo') return undo(work)
  if (name === 'redo') return redo(work)
  const lock = courseLock(work.intl, work.info, work.gradebook)
  if (lock !== null) return work.toasts.show({ text: lock })
  return name === 'clear' ? clearOverrides(work) : fillDown(work)
}
