import { useEffect, useSyncExternalStore } from 'react'
import { countEdits } from '#src/domain/edits-read.ts'
import type { EditStore } from '#src/lms/edit-store.ts'

/** Lets the browser ask before the tab is closed or reloaded while changes are not saved: what is kept here, nobody else sees. */
export function useLeaveWarning(edits: EditStore): void {
  const isAtRisk = useSyncExternalStore(edits.changes.subscribe, () => countEdits(edits.state()).changes > 0)
  useEffect(() => {
    if (!isAtRisk) return undefined
    // Only as long as needed: a page with such a listener may not be kept for the way back.
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isAtRisk])
}
