import type { CellFacts } from '#src/domain/conflict.ts'
import type { CellStep } from '#src/ui/grid/grid-props.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'
import { type Press, isText, pressOf, stepFor } from './editor-keys.ts'

/** What the editor says of the text at the cell: a refusal, a question, or that something is read first. */
export interface EditNote {
  readonly kind: 'refused' | 'ask' | 'reading'
  readonly words: string
}

/** Another cell that the person went to while a commit waited, and the keys pressed there. */
export interface Turn {
  readonly cell: CellAddress
  /** What typing there began with; null where the editor was only opened. */
  readonly typed: string | null
  readonly held: Press[]
}

/** Leads nowhere: the cell to go on with is known otherwise. */
const HERE: CellStep = { rows: 0, columns: 0 }

/**
 * The editing of one cell, from the first key until it is committed or given up. What is typed is kept here, too, so
 * that nothing is lost where the field leaves the page: with a row that is scrolled away, or for the editor that
 * takes its place once it is loaded.
 */
export class EditSession {
  readonly cell: CellAddress
  /** Tells one editing from the next: each has a field of its own. */
  readonly key: string
  /** What was known of the cell when its editor opened: what the person saw. */
  readonly was: CellFacts
  /** What the cell held as text, in the unit of the view. */
  readonly before: string
  /** Whether typing opened it, which replaces what was there: the arrows then commit and move. */
  readonly byTyping: boolean
  #text: string
  #field: HTMLInputElement | null = null
  #isWanted = true
  #isOver = false
  #awaited: CellStep | null = null
  #held: Press[] = []
  #turns: Turn[] = []
  #note: EditNote | null = null
  readonly #noted = new Set<() => void>()

  constructor(cell: CellAddress, was: CellFacts, before: string, typed: string | null) {
    this.cell = cell
    this.key = `${cell.rowKey} ${cell.columnId}`
    this.was = was
    this.before = before
    this.byTyping = typed !== null
    this.#text = typed ?? before
  }

  /** Kept like the text: an editor that comes back into sight says it again. */
  readonly note = (): EditNote | null => this.#note

  setNote(note: EditNote | null): void {
    this.#note = note
    for (const listener of this.#noted) listener()
  }

  readonly onNote = (listener: () => void): (() => void) => {
    this.#noted.add(listener)
    return () => this.#noted.delete(listener)
  }

  get text(): string {
    return this.#text
  }

  keep(text: string): void {
    this.#text = text
  }

  /** A commit that was asked for and has to wait: for the editor to be loaded, or for the points to be read. */
  get awaited(): CellStep | null {
    return this.#awaited
  }

  await(step: CellStep): void {
    this.#awaited = step
  }

  /** The commit does not come to pass: the keys behind it were meant for another cell, and go. Gives the cells gone to. */
  release(): readonly Turn[] {
    const turns = this.#turns
    this.#awaited = null
    this.#held = []
    this.#turns = []
    return turns
  }

  /** Keys pressed while a commit waits: they are for the cell that comes next. */
  get held(): readonly Press[] {
    return this.#held
  }

  hold(press: Press): void {
    const held = this.#turns.at(-1)?.held ?? this.#held
    held.push(pressOf(press))
  }

  /** Cells that the person went to while the commit waited, in order. */
  get turns(): readonly Turn[] {
    return this.#turns
  }

  /** Notes that the person goes on in another cell, which waits until this one is committed. */
  turnTo(cell: CellAddress, typed: string | null): void {
    this.follow([{ cell, typed, held: [] }])
  }

  /** Is to be committed without another key, since the person has gone on. */
  follow(turns: readonly Turn[]): void {
    if (turns.length > 0) this.#awaited ??= HERE
    this.#turns.push(...turns)
  }

  /** Takes keys that were held before it began, up to the next commit; the rest waits for that one. */
  replay(presses: readonly Press[]): void {
    // Enter or F2 has opened it.
    const keys = this.byTyping ? presses : presses.slice(1)
    for (const [index, press] of keys.entries()) {
      const step = stepFor(press, this.byTyping, false)
      if (step) {
        this.#awaited = step
        this.#held = keys.slice(index + 1)
        return
      }
      if (press.key === 'Backspace') this.#text = this.#text.slice(0, -1)
      else if (isText(press)) this.#text += press.key
    }
  }

  get isOver(): boolean {
    return this.#isOver
  }

  end(): void {
    this.#isOver = true
  }

  /** Takes up the field that shows the text; it gets focus unless the person has left it on purpose. */
  attach(field: HTMLInputElement | null): () => void {
    this.#field = field
    if (field && this.#isWanted) {
      field.focus()
      // A finger cannot type on a cell: what it types into the field replaces what is there, as keys on the cell do.
      const isWhole = this.#text === this.before && window.matchMedia?.('(pointer: coarse)').matches
      field.setSelectionRange(isWhole ? 0 : field.value.length, field.value.length)
    }
    return () => {
      this.#field = null
    }
  }

  /** Notes that the person has gone elsewhere, and left the text as it is. */
  leave(): void {
    this.#isWanted = false
  }

  /** Brings focus back to the field: now, or once it is in the page again. */
  focus(): void {
    this.#isWanted = true
    this.#field?.focus()
  }

  get hasFocus(): boolean {
    return this.#field !== null && this.#field === document.activeElement
  }
}
