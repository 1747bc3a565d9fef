import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import type { GradingInfo } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'

export interface TrayProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  /** Takes the focus when what had it in the tray is gone. */
  readonly onLeft: () => void
}

/** Milliseconds until the tray is fetched, by when the first picture stands. */
const SOON = 1500

/**
 * The place under the table for the tray of changes: it is there with the first change, and as long as there is a saved
 * batch to be taken back. Fetched ahead, so that a connection lost meanwhile does not keep it away; where that fails,
 * with the next change again.
 */
export function TrayDock(props: TrayProps) {
  const { edits } = props.gradebook
  const state = useSyncExternalStore(edits.changes.subscribe, edits.state)
  const isWanted = state.edits.size > 0 || state.batches.size > 0
  const [loaded, setLoaded] = useState<{ readonly Tray: ComponentType<TrayProps> } | null>(null)
  // Not loaded: each change is another reason to try.
  const attempt = loaded || !isWanted ? 0 : edits.changes.version()
  useEffect(() => {
    if (loaded) return undefined
    const load = () =>
      void import('./Tray.tsx').then(
        ({ Tray }) => setLoaded({ Tray }),
        () => undefined,
      )
    const timer = setTimeout(load, attempt > 0 ? 0 : SOON)
    return () => clearTimeout(timer)
  }, [loaded, attempt])
  return loaded && isWanted ? <loaded.Tray {...props} /> : null
}
