import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Control, View } from '#mocks/control.ts'
import type { RequestLog } from '#mocks/log.ts'
import { keep, recall } from './memory.ts'

/** What the control room steers and shows. */
export interface Room {
  readonly control: Control
  readonly log: RequestLog
  /** Loads the page again: what is on it belongs to the world as it was. */
  readonly reload: () => void
  /** The drawer was open when the page before this one was loaded again. */
  readonly wasOpen: boolean
  /** Gives the `name` of the control that had the focus then, the first time; then, and where none had it, nothing. */
  readonly takeFocus: () => string
}

/**
 * Gives the control room of a page that was just loaded.
 * @param load loads the page again
 */
export function createRoom(control: Control, log: RequestLog, load: () => void): Room {
  const { isOpen, focus } = recall(sessionStorage)
  let left = focus
  return {
    control,
    log,
    reload: () => {
      keep(sessionStorage, document)
      load()
    },
    wasOpen: isOpen,
    takeFocus: () => {
      const name = left
      left = ''
      return name
    },
  }
}

const Context = createContext<Room | null>(null)

export const RoomProvider = Context.Provider

/** Gives what the control room steers. */
export function useRoom(): Room {
  const room = useContext(Context)
  if (!room) throw new Error('This part of the control room stands outside of it')
  return room
}

/** Gives what the world is like, and keeps up with its changes. */
export function useView(control: Control): View {
  return useSyncExternalStore(control.subscribe, control.view)
}
