import type { CourseId } from '#src/domain/course.ts'
import { type CellKey, type CellRef, type Edit, type EditState, cellKey } from '#src/domain/edits-state.ts'
import type { EditEvent } from '#src/domain/edits.ts'
import { type SharedEdit, type SyncedCell, shared, sharedEdit } from '#src/domain/edits-sync.ts'
import type { EditStore } from './edit-store.ts'
import { touchedCells } from './touched-cells.ts'

/** The way to the other tabs of a person. What one sends, all others hear. */
export interface Channel {
  send(message: unknown): void
  hear(listener: (message: unknown) => void): void
  close(): void
}

/** When a cell was changed, counted and not clocked. Of two changes at the same count the tab decides. */
interface Stamp {
  readonly count: number
  readonly tab: string
}

/** A cell that another tab has saved. */
export interface SavedCell extends CellRef {
  readonly overridden: boolean
}

type StampedCell = SyncedCell & { readonly stamp: Stamp }

type Body =
  | { readonly type: 'hello' }
  | { readonly type: 'cells'; readonly cells: readonly StampedCell[] }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly cells: readonly SavedCell[] }

type Message = { readonly release: 1; readonly courseId: CourseId } & Body

/** The person has signed out: whatever the course, nothing of theirs may stay. */
export const SIGNED_OUT = { release: 1, type: 'signed-out' } as const

interface SharedTrayOptions {
  readonly courseId: CourseId
  readonly store: EditStore
  readonly channel: Channel
  /** Names this tab among the others. */
  readonly tab: string
  readonly onSaving: () => void
  readonly onSaved: (cells: readonly SavedCell[]) => void
  /** After changes of another tab were taken in. */
  readonly onSynced: () => void
}

/** What all tabs last agreed on for a cell. */
interface Agreed {
  readonly stamp: Stamp
  /** The edit as text, to tell whether it differs. */
  readonly text: string
}

/** So many cells are told at once; more of them bit by bit, so that the page is not held up. */
const AT_ONCE = 500

const FOUND: Stamp = { count: 0, tab: '' }

/**
 * Shares the tray of a course among the tabs of one person: the last change of a cell wins in all of them. Only what a
 * person or an answer does here is told, never what another tab has told: so nothing goes round in circles.
 */
export class SharedTray {
  readonly #options: SharedTrayOptions
  readonly #agreed = new Map<CellKey, Agreed>()
  /** Cells that something has happened to and the other tabs have not been told of. */
  readonly #untold = new Map<CellKey, CellRef>()
  #isTelling = false
  #count = 0
  #isHearing = false
  #isReady = false

  constructor(options: SharedTrayOptions) {
    this.#options = options
    options.channel.hear((message) => this.#hear(message))
  }

  /** Takes in what an earlier visit has left, and asks the other tabs what has become of it. */
  start(found: readonly Edit[]): void {
    const cells = found.flatMap((edit) => this.#find(edit))
    this.#take(cells)
    this.#isReady = true
    const { store } = this.#options
    // Typed before this was ready: the other tabs do not know of it yet.
    this.#note(store.state().edits.values())
    this.#post({ type: 'hello' })
  }

  /** Says to all tabs what has happened here. */
  follow(before: EditState, after: EditState): void {
    if (this.#isHearing || !this.#isReady) return
    const { cells, saved } = touchedCells(before, after)
    this.#note(cells)
    if (saved.length > 0) this.#post({ type: 'saved', cells: saved })
  }

  /** Tells at once whatever waits to be told. */
  tellAll(): void {
    this.#tell(Number.POSITIVE_INFINITY)
  }

  tellSaving(): void {
    this.#post({ type: 'saving' })
  }

  /** The person signs out here. */
  signOut(): void {
    this.#options.channel.send(SIGNED_OUT)
    this.#forget()
  }

  /** Asks the other tabs for what this one may have missed. */
  ask(): void {
    this.#post({ type: 'hello' })
  }

  /** Gives a cell as it was found on the device, unless it was changed meanwhile: then it only brings its doubts along. */
  #find(edit: Edit): SyncedCell[] {
    const { learnerId, subsectionId } = edit
    const key = cellKey(edit)
    if (this.#agreed.has(key)) return []
    const mine = this.#options.store.state().edits.get(key)
    const shown = mine ? { ...edit, will: mine.will, reason: mine.reason } : edit
    this.#agreed.set(key, { stamp: FOUND, text: textOf(shared(edit)) })
    return [{ learnerId, subsectionId, edit: shown }]
  }

  #note(cells: Iterable<CellRef>): void {
    for (const cell of cells) this.#untold.set(cellKey(cell), cell)
    this.#tellOn()
  }

  /** Tells what waits; of much a part now, and the rest when the page has had time to paint. */
  #tellOn(): void {
    if (this.#isTelling) return
    const isMuch = this.#untold.size > AT_ONCE
    if (!isMuch) return this.tellAll()
    this.#isTelling = true
    setTimeout(() => {
      this.#isTelling = false
      this.#tell(AT_ONCE)
      this.#tellOn()
    })
  }

  #tell(most: number): void {
    const state = this.#options.store.state()
    const news: StampedCell[] = []
    for (const [key, { learnerId, subsectionId }] of this.#untold) {
      if (news.length >= most) break
      this.#untold.delete(key)
      const edit = sharedEdit(state, key)
      const agreed = this.#agreed.get(key)
      const text = textOf(edit)
      if (text === (agreed?.text ?? textOf(null))) continue
      this.#count += 1
      const stamp = { count: this.#count, tab: this.#options.tab }
      this.#agreed.set(key, { stamp, text })
      news.push({ learnerId, subsectionId, edit, stamp })
    }
    if (news.length > 0) this.#post({ type: 'cells', cells: news })
  }

  #hear(data: unknown): void {
    const message = data as Message | typeof SIGNED_OUT
    // Another release of this app may speak otherwise.
    if (message.release !== 1) return
    // What happened here before comes before it.
    this.tellAll()
    if (message.type === 'signed-out') return this.#forget()
    if (message.courseId !== this.#options.courseId) return
    switch (message.type) {
      case 'hello':
        if (this.#isReady) this.#answer()
        return
      case 'cells':
        return this.#take(this.#newer(message.cells))
      case 'saving':
        return this.#options.onSaving()
      case 'saved':
        return this.#options.onSaved(message.cells)
    }
  }

  /** Tells a newcomer all that is agreed on, what is gone included. */
  #answer(): void {
    const state = this.#options.store.state()
    const cells = Array.from(this.#agreed, ([key, { stamp }]) => {
      const [learnerId = '', subsectionId = ''] = key.split('\n')
      return { learnerId, subsectionId, edit: sharedEdit(state, key), stamp }
    })
    this.#post({ type: 'cells', cells })
  }

  #newer(cells: readonly StampedCell[]): SyncedCell[] {
    return cells.filter(({ stamp, edit, ...cell }) => {
      const key = cellKey(cell)
      const known = this.#agreed.get(key)
      this.#count = Math.max(this.#count, stamp.count)
      if (known && !isAfter(stamp, known.stamp)) return false
      this.#agreed.set(key, { stamp, text: textOf(edit) })
      return true
    })
  }

  #forget(): void {
    this.#agreed.clear()
    this.#untold.clear()
    this.#silently({ type: 'clear' })
  }

  #take(cells: readonly SyncedCell[]): void {
    if (cells.length === 0) return
    this.#silently({ type: 'sync', cells })
    this.#options.onSynced()
  }

  /** Takes in what other tabs have told, or know already. */
  #silently(event: EditEvent): void {
    this.#isHearing = true
    try {
      this.#options.store.dispatch(event)
    } finally {
      this.#isHearing = false
    }
  }

  #post(body: Body): void {
    this.#options.channel.send({ release: 1, courseId: this.#options.courseId, ...body })
  }
}

function textOf(edit: SharedEdit | null): string {
  return JSON.stringify(edit)
}

function isAfter(a: Stamp, b: Stamp): boolean {
  return a.count === b.count ? a.tab > b.tab : a.count > b.count
}
