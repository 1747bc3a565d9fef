import type { CourseId } from '#src/domain/course.ts'
import { editsThatAre, itemsThatAre } from '#src/domain/edits-read.ts'
import type { Answer } from '#src/domain/edits-saving.ts'
import { type CellRef, type Edit, type Reading, cellKey } from '#src/domain/edits-state.ts'
import type { EditStore } from './edit-store.ts'
import { LmsError } from './errors.ts'
import type { Lms, OverrideItem, OverrideOutcome } from './lms.ts'
import { type RowReader, readCells } from './read-cells.ts'

export interface SaveOptions {
  readonly lms: Lms
  readonly courseId: CourseId
  readonly store: EditStore
  readonly cells: readonly CellRef[]
  readonly batchId: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Spares reading each of many cells by itself. */
  readonly rows?: RowReader
  /** Hears of changes that the server has taken, before the store tells of them. */
  readonly onSaved?: (saved: readonly Edit[]) => void
  /** Ends the saving between two requests; what was not sent goes back to the tray. */
  readonly signal?: AbortSignal
}

/**
 * Sends staged edits: compares each with the server first, sends what still stands, and brings every cell into a true
 * state whatever happens on the way. What became of each stands in the store's batch; a refused cell is no exception.
 * While another tab saves the same tray it waits.
 * @returns the failure that stopped it, or null; null, too, where `signal` ended it
 */
export function saveEdits(options: SaveOptions): Promise<LmsError | null> {
  return options.store.turn(() => save(options), options.signal)
}

async function save(options: SaveOptions): Promise<LmsError | null> {
  const { store, batchId, cells, now, signal } = options
  store.dispatch({ type: 'begin', batchId, at: now(), cells })
  const error = await check(options)
  if (error || signal?.aborted) {
    store.dispatch({ type: 'cancel', batchId })
    return signal?.aborted ? null : error
  }
  return send(options)
}

/** Compares the cells of a batch with what the server says now. */
async function check(options: SaveOptions): Promise<LmsError | null> {
  const { store, batchId } = options
  const onReadings = (readings: readonly Reading[]) => store.dispatch({ type: 'checked', batchId, readings })
  const { gone, closed, error } = await readCells({ ...options, onReadings }, itemsOf(options, 'checking'))
  if (error) return error
  // A server would store a grade that the learner has no way to earn, and say nothing: it is refused here.
  refuse(options, closed, 'not-available')
  refuse(options, gone, 'not-enrolled')
  return null
}

/** Ends cells without asking the server. */
function refuse({ store, batchId }: SaveOptions, cells: readonly CellRef[], cause: string): void {
  if (cells.length === 0) return
  const refusal = { words: null, cause }
  store.dispatch({ type: 'refuse', batchId, cells, refusal })
}

async function send(options: SaveOptions): Promise<LmsError | null> {
  const { lms, courseId, store, batchId, signal } = options
  for (const edits of inParts(itemsOf(options, 'checked'), lms.capabilities.batchSize)) {
    if (signal?.aborted) {
      store.dispatch({ type: 'cancel', batchId })
      return null
    }
    store.dispatch({ type: 'sent', batchId, cells: edits })
    try {
      if (!lms.saveOverrides) throw new LmsError('unsupported', { outcome: 'none' })
      const outcomes = await lms.saveOverrides({ courseId, items: edits.map(toItem) })
      const taken = new Set(outcomes.filter(({ saved }) => saved).map(cellKey))
      options.onSaved?.(edits.filter((edit) => taken.has(cellKey(edit))))
      store.dispatch({ type: 'answered', batchId, answers: outcomes.map(toAnswer) })
    } catch (cause) {
      const error = cause instanceof LmsError ? cause : new LmsError('contract', { cause })
      store.dispatch({ type: 'answered', batchId, answers: edits.map((edit) => failed(edit, error)) })
      store.dispatch({ type: 'cancel', batchId })
      await settleUnknown(options)
      return error
    }
  }
  return null
}

/** Reads the cells whose outcome nobody knows; where that fails too they stay unknown, and are read before a next try. */
export async function settleUnknown(
  options: Pick<SaveOptions, 'lms' | 'courseId' | 'store' | 'rows'>,
): Promise<void> {
  const { store } = options
  await store.turn(async () => {
    const { readings } = await readCells(options, editsThatAre(store.state(), 'unknown'))
    if (readings.length > 0) store.dispatch({ type: 'reread', readings })
  })
}

function itemsOf({ store, batchId }: SaveOptions, kind: 'checking' | 'checked'): Edit[] {
  const batch = store.state().batches.get(batchId)
  return batch ? itemsThatAre(batch, kind) : []
}

function toItem({ learnerId, subsectionId, will, reason }: Edit): OverrideItem {
  if (will?.exception)
    return { learnerId, subsectionId, earned: null, possible: null, exception: will.exception, reason }
  return { learnerId, subsectionId, earned: will?.earned ?? null, possible: will?.possible ?? null, reason }
}

function toAnswer({ learnerId, subsectionId, saved, reason }: OverrideOutcome): Answer {
  return saved
    ? { learnerId, subsectionId, kind: 'saved' }
    : { learnerId, subsectionId, kind: 'refused', refusal: { words: reason, cause: null } }
}

/** What a failed request means for each cell that it carried. */
function failed({ learnerId, subsectionId }: CellRef, { kind, details }: LmsError): Answer {
  if (details.outcome !== 'none') return { learnerId, subsectionId, kind: 'unknown' }
  if (kind === 'unauthenticated' || kind === 'unavailable')
    return { learnerId, subsectionId, kind: 'not-saved' }
  const refusal = { words: details.serverMessage ?? null, cause: details.reason ?? kind }
  return { learnerId, subsectionId, kind: 'refused', refusal }
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
