import type { LearnerId } from '#src/domain/course.ts'
import { type EditEvent, reduce, reduceStaging } from '#src/domain/edits.ts'
import type { Change } from '#src/domain/edits-staging.ts'
import { type Batch, type EditState, NO_EDITS } from '#src/domain/edits-state.ts'
import { Listeners } from '#src/domain/listeners.ts'

/** Runs work that saves or settles; null when it was given up before its turn came. */
export type Turn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result | null>

type Watcher = (before: EditState, after: EditState, event: EditEvent) => void

/** Holds the staged edits of a course and tells the rows that an event touched. All rules are the machine's. */
export class EditStore {
  readonly changes = new Listeners()
  #state: EditState = NO_EDITS
  #rows = new Map<LearnerId, Listeners>()
  #watchers = new Set<Watcher>()
  #isSavingElsewhere = false

  /** Keeps two tabs that share this tray from saving at the same time. One tab alone never waits. */
  turn: Turn = (work) => work()

  /** The state now; a new object with each change. */
  readonly state = (): EditState => this.#state

  /** Whether another tab is saving the same tray now: nothing can be started here until it has ended. */
  readonly isSavingElsewhere = (): boolean => this.#isSavingElsewhere

  setSavingElsewhere(isSaving: boolean): void {
    if (isSaving === this.#isSavingElsewhere) return
    this.#isSavingElsewhere = isSaving
    this.changes.tell()
  }

  /** Calls back with the states before and after each change, and what made it. Gives the function that ends it. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Rises with each change of a learner's edits. */
  rowVersion(learnerId: LearnerId): number {
    return this.#rows.get(learnerId)?.version() ?? 0
  }

  /** Calls back on each change of a learner's edits. Gives the function that ends it. */
  subscribeRow(learnerId: LearnerId, listener: () => void): () => void {
    return this.#row(learnerId).subscribe(listener)
  }

  dispatch(event: EditEvent): void {
    this.#become(reduce(this.#state, event), event)
  }

  /**
   * Stages many changes as one event, bit by bit: whoever drives it may let the page paint in between. Nothing is seen
   * of it before its end; where something else happens meanwhile it begins anew.
   */
  *stageInSteps(changes: readonly Change[]): Generator<void, void> {
    for (;;) {
      const before = this.#state
      const after = yield* reduceStaging(before, changes)
      if (before === this.#state) return this.#become(after, { type: 'stage', changes })
    }
  }

  #become(after: EditState, event: EditEvent): void {
    const before = this.#state
    if (after === before) return
    this.#state = after
    for (const learnerId of touched(before, after)) this.#row(learnerId).tell()
    this.changes.tell()
    for (const watcher of this.#watchers) watcher(before, after, event)
  }

  #row(learnerId: LearnerId): Listeners {
    const known = this.#rows.get(learnerId) ?? new Listeners()
    this.#rows.set(learnerId, known)
    return known
  }
}

/** The learners with a cell whose edit or outcome differs. Work is proportional to the edits, not to the course. */
function touched(before: EditState, after: EditState): Set<LearnerId> {
  const learners = new Set<LearnerId>()
  compare(before.edits, after.edits, (edit) => learners.add(edit.learnerId))
  compare(before.batches, after.batches, ({ id }) => {
    compare(itemsOf(before, id), itemsOf(after, id), ({ edit }) => learners.add(edit.learnerId))
  })
  return learners
}

const NO_ITEMS: Batch['items'] = new Map()

function itemsOf(state: EditState, batchId: string): Batch['items'] {
  return state.batches.get(batchId)?.items ?? NO_ITEMS
}

/** Calls back for each value that came, went or was replaced. */
function compare<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  differs: (value: Value) => void,
): void {
  if (before === after) return
  for (const [key, value] of after) if (before.get(key) !== value) differs(value)
  for (const [key, value] of before) if (!after.has(key)) differs(value)
}
