import { useEffect, useSyncExternalStore } from 'react'
import type { EditState } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { type Tray, type TrayState, trayOf } from '#src/lms/tray.ts'

/** Gives the tray of the course that is open, and follows it. */
export function useTray(gradebook: Gradebook): {
  readonly tray: Tray
  readonly state: TrayState
  readonly edits: EditState
} {
  const tray = trayOf(gradebook)
  useEffect(() => tray.follow(gradebook), [tray, gradebook])
  const state = useSyncExternalStore(tray.changes.subscribe, tray.state)
  const edits = useSyncExternalStore(gradebook.edits.changes.subscribe, gradebook.edits.state)
  return { tray, state, edits }
}
