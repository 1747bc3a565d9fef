import type { CellFacts, Will } from './conflict.ts'
import type { HistoryEntry, LearnerId, SubsectionId } from './course.ts'

/** Names a cell across the whole course. */
export type CellKey = string

export interface CellRef {
  readonly learnerId: LearnerId
  readonly subsectionId: SubsectionId
}

/** What the server says of a cell now. */
export interface Reading extends CellRef {
  readonly now: CellFacts
  /** The newest entry of its history; null where none was read. */
  readonly entry: HistoryEntry | null
}

/** A change of one cell that still needs something: to be saved, to be read again, a decision. */
export interface Edit extends CellRef {
  /** What I started from; what the server must still say when the change is sent. */
  readonly was: CellFacts
  readonly will: Will
  /** Why, as the history will show it. */
  readonly reason: string | null
  readonly status: EditStatus
  /** Earlier writes of this cell that may have reached the server: nobody told. Oldest first. */
  readonly inDoubt: readonly Doubt[]
  /** The saved batch that this change takes back; null for any other change. */
  readonly undoes: string | null
}

export type EditStatus =
  | { readonly kind: 'staged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Sent, and no answer came: the cell has to be read again before anything else. */
  | { readonly kind: 'unknown' }
  /** Somebody else changed the cell meanwhile. `entry` is the history entry that did, where it is known. */
  | { readonly kind: 'conflict'; readonly theirs: CellFacts; readonly entry: HistoryEntry | null }

export interface Refusal {
  /** The server's own words; null where it gave none. */
  readonly words: string | null
  /** A cause that the screens know, such as `frozen`; null for any other. */
  readonly cause: string | null
}

export interface Doubt {
  /** Null after a reload: batches are not kept. */
  readonly batchId: string | null
  readonly will: Will
  readonly reason: string | null
}

/** What was saved at one go. It may take several requests. */
export interface Batch {
  readonly id: string
  /** When saving began, in milliseconds since 1970. */
  readonly at: number
  readonly items: ReadonlyMap<CellKey, BatchItem>
}

export interface BatchItem {
  /** The change as it left the tray. */
  readonly edit: Edit
  readonly outcome: Outcome
  /** Somebody else's entry between my check and my write, told by the history read afterwards. */
  readonly race: HistoryEntry | null
}

export type Outcome =
  /** In flight: to be compared with the server, compared, sent. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked' }
  | { readonly kind: 'sending' }
  /** Done. `unneeded`: the server had it so already, nothing was sent. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'unneeded' }
  | { readonly kind: 'undone'; readonly by: string }
  /** Not done; the change went back to the tray, or a newer one of the same cell took its place. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-saved' }

/** One thing to undo: what it made of each cell. Null: no change of that cell. */
export type Step = ReadonlyMap<CellKey, { readonly before: Edit | null; readonly after: Edit | null }>

export interface EditState {
  /** At most one for each cell. A change typed while another one of its cell is in flight waits here for that. */
  readonly edits: ReadonlyMap<CellKey, Edit>
  /** In the order of saving. */
  readonly batches: ReadonlyMap<string, Batch>
  /** The batch that took a cell last. */
  readonly latest: ReadonlyMap<CellKey, string>
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

export const NO_EDITS: EditState = {
  edits: new Map(),
  batches: new Map(),
  latest: new Map(),
  past: [],
  future: [],
}

export const STAGED: EditStatus = { kind: 'staged' }

/** Gives the name of a cell. */
export function cellKey({ learnerId, subsectionId }: CellRef): CellKey {
  return `${learnerId}\n${subsectionId}`
}

/** Tells whether an item has left the tray and its outcome has not come. */
export function isInFlight({ outcome }: BatchItem): boolean {
  return outcome.kind === 'checking' || outcome.kind === 'checked' || outcome.kind === 'sending'
}
