import { useSyncExternalStore } from 'react'
import { Listeners } from '#src/domain/listeners.ts'

const KEY = 'rollbook.saving'
const AS_TYPED = 'as-typed'
const changes = new Listeners()
let current = read()

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === AS_TYPED
  } catch {
    // Storage is closed to this page: the choice lasts as long as the page.
    return false
  }
}

/** Chooses whether changes are saved as one types them, now and for the next visit. */
export function setSavingAsTyped(isOn: boolean): void {
  current = isOn
  try {
    if (isOn) localStorage.setItem(KEY, AS_TYPED)
    else localStorage.removeItem(KEY)
  } catch {
    // See `read`.
  }
  changes.tell()
}

/** Tells whether changes are saved as one types them. Off until it is chosen. */
export function useSavingAsTyped(): boolean {
  return useSyncExternalStore(changes.subscribe, () => current)
}
