import { useEffect, useSyncExternalStore } from 'react'
import type { EditState } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { type Tray, type TrayState, trayOf } from '#src/lms/tray.ts'

/** Gives the tray of the course that is open, and follows it. */
export function useTray(gradebook: Gradebook): {
  readonly tray: Tray
  readonly state: TrayState
  readonly edits: EditState
  /** Another tab saves the same changes now. */
  readonly isElsewhere: boolean
} {
  const tray = trayOf(gradebook)
  useEffect(() => tray.follow(gradebook), [tray, gradebook])
  const state = useSyncExternalStore(tray.changes.subscribe, tray.state)
  const edits = useSyncExternalStore(gradebook.edits.changes.subscribe, gradebook.edits.state)
  const isElsewhere = useSyncExternalStore(
    gradebook.edits.changes.subscribe,
    gradebook.edits.isSavingElsewhere,
  )
  return { tray, state, edits, isElsewhere }
}
