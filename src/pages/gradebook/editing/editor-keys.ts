import type { CellStep } from '#src/ui/grid/grid-props.ts'

const STEPS: Readonly<Record<string, CellStep>> = {
  Enter: { rows: 1, columns: 0 },
  'Shift+Enter': { rows: -1, columns: 0 },
  Tab: { rows: 0, columns: 1 },
  'Shift+Tab': { rows: 0, columns: -1 },
}
const ARROWS: Readonly<Record<string, CellStep>> = {
  ArrowDown: { rows: 1, columns: 0 },
  ArrowUp: { rows: -1, columns: 0 },
  ArrowRight: { rows: 0, columns: 1 },
  ArrowLeft: { rows: 0, columns: -1 },
}

/** A key with its modifiers. */
export type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/**
 * Gives where a key that commits leads to; null for the keys that belong to the text.
 * @param arrowsMove whether arrows commit, too
 */
export function stepFor(press: Press, arrowsMove: boolean, isRtl: boolean): CellStep | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  const arrow = arrowsMove && !press.shiftKey ? ARROWS[press.key] : undefined
  if (arrow) return isRtl && arrow.columns !== 0 ? { rows: 0, columns: arrow.columns === 1 ? -1 : 1 } : arrow
  return STEPS[press.shiftKey ? `Shift+${press.key}` : press.key] ?? null
}

/** Tells whether a key writes a character. */
export function isText({ key, ctrlKey, metaKey }: Press): boolean {
  return key.length === 1 && !ctrlKey && !metaKey
}

/** Gives a key as it can be kept for later. */
export function pressOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Press): Press {
  return { key, shiftKey, altKey, ctrlKey, metaKey }
}

/** Tells whether a key belongs to an input method that is composing: its Enter takes the word, not the score. */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  // Safari tells the end of the composition before the key that ended it.
  return isComposing || keyCode === 229
}
