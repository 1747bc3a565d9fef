import { createContext, useContext } from 'react'

export interface Toast {
  readonly text: string
  readonly tone?: 'plain' | 'good' | 'bad'
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

export interface Toaster {
  /** Shows a message at the edge of the page, and says it. With an action or a bad tone it stays until dismissed. */
  show(toast: Toast): void
  /** Says a message to a screen reader only: what the eye sees elsewhere on the page. */
  announce(text: string): void
}

/** Filled by `<ToastsProvider>`; null outside of it. */
export const ToasterContext = createContext<Toaster | null>(null)

/**
 * Gives the page's messages.
 * @throws {Error} outside `<ToastsProvider>`
 */
export function useToasts(): Toaster {
  const toaster = useContext(ToasterContext)
  if (!toaster) throw new Error('useToasts: no <ToastsProvider> above')
  return toaster
}
