import type { CellFacts } from './conflict.ts'
import {
  type Batch,
  type BatchItem,
  type CellKey,
  type Edit,
  type EditState,
  type Step,
  isInFlight,
} from './edits-state.ts'

/** More steps back than this nobody goes. */
const STEPS = 200

/**
 * A state in the making: each part is copied when it is first written, so that an event which fits nothing gives
 * the very same state back.
 */
export class Draft {
  #base: EditState
  #edits: Map<CellKey, Edit> | null = null
  #batches: Map<string, Batch> | null = null
  #latest: Map<CellKey, string> | null = null
  #ownItems = new Map<string, Map<CellKey, BatchItem>>()
  #past: readonly Step[]
  #future: readonly Step[]

  constructor(base: EditState) {
    this.#base = base
    this.#past = base.past
    this.#future = base.future
  }

  get edits(): ReadonlyMap<CellKey, Edit> {
    return this.#edits ?? this.#base.edits
  }

  edit(key: CellKey): Edit | null {
    return this.edits.get(key) ?? null
  }

  /** Puts a change in the tray, in its old place if it has one, or takes it out. */
  setEdit(key: CellKey, edit: Edit | null): void {
    if (this.edit(key) === edit) return
    this.#edits ??= new Map(this.#base.edits)
    if (edit) this.#edits.set(key, edit)
    else this.#edits.delete(key)
  }

  batch(id: string): Batch | null {
    return (this.#batches ?? this.#base.batches).get(id) ?? null
  }

  item(batchId: string, key: CellKey): BatchItem | null {
    return this.batch(batchId)?.items.get(key) ?? null
  }

  /** Gives the item of a cell that is in flight, or null. */
  flight(key: CellKey): BatchItem | null {
    const batchId = (this.#latest ?? this.#base.latest).get(key)
    const item = batchId === undefined ? null : this.item(batchId, key)
    return item && isInFlight(item) ? item : null
  }

  addBatch(batch: Batch): void {
    this.#batches ??= new Map(this.#base.batches)
    this.#batches.set(batch.id, batch)
    this.#latest ??= new Map(this.#base.latest)
    for (const key of batch.items.keys()) this.#latest.set(key, batch.id)
  }

  setItem(batchId: string, key: CellKey, item: BatchItem): void {
    const batch = this.batch(batchId)
    if (!batch) return
    let items = this.#ownItems.get(batchId)
    if (!items) {
      items = new Map(batch.items)
      this.#ownItems.set(batchId, items)
      this.#batches ??= new Map(this.#base.batches)
      this.#batches.set(batchId, { ...batch, items })
    }
    items.set(key, item)
  }

  /** Applies changes of the tray as one step that can be undone. */
  take(step: Step): void {
    if (step.size === 0) return
    for (const [key, { after }] of step) this.setEdit(key, after)
    this.#past = [...this.#past, step].slice(-STEPS)
    this.#future = []
  }

  stepBack(): void {
    const step = this.#past.at(-1)
    if (!step) return
    for (const [key, { before }] of step) this.setEdit(key, before)
    this.#past = this.#past.slice(0, -1)
    this.#future = [...this.#future, step]
  }

  stepForward(): void {
    const step = this.#future.at(-1)
    if (!step) return
    for (const [key, { after }] of step) this.setEdit(key, after)
    this.#future = this.#future.slice(0, -1)
    this.#past = [...this.#past, step]
  }

  /** What happened to these cells cannot be undone by a step: saving has taken them, or their state was learnt. */
  forget(keys: Iterable<CellKey>): void {
    const gone = new Set(keys)
    this.#mapSteps((step) => {
      if (gone.isDisjointFrom(step)) return step
      return new Map(Array.from(step).filter(([key]) => !gone.has(key)))
    })
  }

  /** Lets the change of a cell, and the steps that made it, start from new facts. */
  rebase(key: CellKey, was: CellFacts): void {
    const based = new Map<Edit, Edit>()
    const rebased = (old: Edit | null): Edit | null => {
      if (!old) return null
      const known = based.get(old) ?? { ...old, was }
      based.set(old, known)
      return known
    }
    this.setEdit(key, rebased(this.edit(key)))
    this.#mapSteps((step) => {
      const change = step.get(key)
      if (!change) return step
      return new Map(step).set(key, { before: rebased(change.before), after: rebased(change.after) })
    })
  }

  /** Gives the state made; the one it was made from when nothing was written. */
  done(): EditState {
    const { edits, batches, latest, past, future } = this.#base
    const next: EditState = {
      edits: this.#edits ?? edits,
      batches: this.#batches ?? batches,
      latest: this.#latest ?? latest,
      past: this.#past,
      future: this.#future,
    }
    const same =
      next.edits === edits && next.batches === batches && next.past === past && next.future === future
    return same ? this.#base : next
  }

  #mapSteps(change: (step: Step) => Step): void {
    const over = (steps: readonly Step[]): readonly Step[] => {
      const changed = steps.map(change)
      return changed.every((step, index) => step === steps[index])
        ? steps
        : changed.filter((step) => step.size > 0)
    }
    this.#past = over(this.#past)
    this.#future = over(this.#future)
  }
}
