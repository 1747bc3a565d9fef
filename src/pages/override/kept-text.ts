import { type CellKey, type CellRef, cellKey } from '#src/domain/edits-state.ts'
import type { GradeComment } from '#src/domain/course.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import type { Draft } from './draft.ts'

/** Reasons that are offered again. */
const OFFERED = 3

interface Kept {
  readonly drafts: Map<CellKey, Draft>
  readonly comments: Map<string, GradeComment>
  reasons: readonly string[]
}

/** In memory only, and no longer than the course's edits: what is typed about learners is personal. */
const kept = new WeakMap<EditStore, Kept>()

function keptIn(store: EditStore): Kept {
  const known = kept.get(store) ?? { drafts: new Map(), comments: new Map(), reasons: [] }
  kept.set(store, known)
  return known
}

/** Gives what was typed for a cell and could not be staged; null where nothing was. */
export function keptDraft(store: EditStore, cell: CellRef): Draft | null {
  return keptIn(store).drafts.get(cellKey(cell)) ?? null
}

/** Keeps what was typed for a cell until one comes back to it; null forgets it. */
export function keepDraft(store: EditStore, cell: CellRef, draft: Draft | null): void {
  const { drafts } = keptIn(store)
  if (draft) drafts.set(cellKey(cell), draft)
  else drafts.delete(cellKey(cell))
}

/** Gives the comment that was typed under a name and not saved; null where none was. */
export function keptComment(store: EditStore, name: string): GradeComment | null {
  return keptIn(store).comments.get(name) ?? null
}

/** Keeps a comment until one comes back to it; null forgets it. */
export function keepComment(store: EditStore, name: string, comment: GradeComment | null): void {
  const { comments } = keptIn(store)
  if (comment) comments.set(name, comment)
  else comments.delete(name)
}

/** Gives the reasons used lately in this course, the last one first. */
export function recentReasons(store: EditStore): readonly string[] {
  return keptIn(store).reasons
}

/** Remembers a reason that was saved, to offer it again. */
export function rememberReason(store: EditStore, reason: string | null): void {
  if (reason === null) return
  const known = keptIn(store)
  known.reasons = [reason, ...known.reasons.filter((other) => other !== reason)].slice(0, OFFERED)
}
