import { useSyncExternalStore } from 'react'
import { Listeners } from '#src/domain/listeners.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'rollbook.theme'
const changes = new Listeners()
let current: Theme = read()
show(current)

function read(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'system'
  } catch {
    // Storage is closed to this page: the choice lasts as long as the page.
    return 'system'
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Chooses a theme, now and for the next visit. */
export function setTheme(theme: Theme): void {
  current = theme
  show(theme)
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // See `read`.
  }
  changes.tell()
}

/** Gives the chosen theme. */
export function useTheme(): Theme {
  return useSyncExternalStore(changes.subscribe, () => current)
}
