/** The parts of the control room. */
export const VIEWS = ['settings', 'requests', 'catalogue'] as const
export type RoomView = (typeof VIEWS)[number]

/** What of the control room outlasts a reload that it caused itself. */
interface Memory {
  /** The drawer was open. */
  readonly isOpen: boolean
  /** `name` of the control that had the focus; empty for none. */
  readonly focus: string
}

const KEY = 'rollbook.mock.room'

/** Tells whether a part of the control room has this name. */
export function isRoomView(name: string | null): name is RoomView {
  return VIEWS.some((view) => view === name)
}

/** Keeps what is open and focused, for the page that is about to be loaded. */
export function keep(storage: Storage, document: Document): void {
  const active = document.activeElement
  const memory: Memory = {
    isOpen: document.querySelector('[data-room="drawer"]') !== null,
    focus: active?.closest('[data-room]') ? (active.getAttribute('name') ?? '') : '',
  }
  storage.setItem(KEY, JSON.stringify(memory))
}

/** Gives what the page before has kept, and forgets it. */
export function recall(storage: Storage): Memory {
  const text = storage.getItem(KEY)
  storage.removeItem(KEY)
  try {
    const { isOpen, focus } = JSON.parse(text ?? '{}') as Partial<Memory>
    return { isOpen: isOpen === true, focus: typeof focus === 'string' ? focus : '' }
  } catch {
    return { isOpen: false, focus: '' }
  }
}
