import type { CourseId, SubsectionGrade } from '#src/domain/course.ts'
import { factsOfSubsection, newestEntry } from '#src/domain/conflict.ts'
import { itemsThatAre } from '#src/domain/edits-read.ts'
import type { Answer } from '#src/domain/edits-saving.ts'
import type { CellRef, Edit, Reading } from '#src/domain/edits-state.ts'
import type { EditStore } from './edit-store.ts'
import { LmsError } from './errors.ts'
import type { Lms, OverrideItem, OverrideOutcome } from './lms.ts'

export interface SaveOptions {
  readonly lms: Lms
  readonly courseId: CourseId
  readonly store: EditStore
  readonly cells: readonly CellRef[]
  readonly batchId: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Sends staged edits: compares each with the server first, sends what still stands, and brings every cell into a true
 * state whatever happens on the way. What became of each stands in the store's batch; a refused cell is no exception.
 * @returns the failure that stopped it, or null
 */
export async function saveEdits(options: SaveOptions): Promise<LmsError | null> {
  const { store, batchId, cells, now } = options
  store.dispatch({ type: 'begin', batchId, at: now(), cells })
  try {
    await check(options)
  } catch (cause) {
    store.dispatch({ type: 'cancel', batchId })
    return asLmsError(cause)
  }
  return send(options)
}

/** Compares the cells of a batch with what the server says now. */
async function check(options: SaveOptions): Promise<void> {
  const { store, batchId } = options
  const grades = await readGrades(options, itemsOf(options, 'checking'))
  store.dispatch({ type: 'checked', batchId, readings: grades.map(toReading) })
  // A server would store a grade that the learner has no way to earn, and say nothing: it is refused here.
  const closed = grades.filter(({ available }) => !available)
  const refusal = { words: null, cause: 'not-available' }
  store.dispatch({ type: 'sent', batchId, cells: closed })
  store.dispatch({
    type: 'answered',
    batchId,
    answers: closed.map(({ learnerId, subsectionId }) => ({
      learnerId,
      subsectionId,
      kind: 'refused',
      refusal,
    })),
  })
}

async function send(options: SaveOptions): Promise<LmsError | null> {
  const { lms, courseId, store, batchId } = options
  for (const edits of inParts(itemsOf(options, 'checked'), lms.capabilities.batchSize)) {
    store.dispatch({ type: 'sent', batchId, cells: edits })
    try {
      if (!lms.saveOverrides) throw new LmsError('unsupported', { outcome: 'none' })
      const outcomes = await lms.saveOverrides({ courseId, items: edits.map(toItem) })
      store.dispatch({ type: 'answered', batchId, answers: outcomes.map(toAnswer) })
    } catch (cause) {
      const error = asLmsError(cause)
      store.dispatch({ type: 'answered', batchId, answers: edits.map((edit) => failed(edit, error)) })
      store.dispatch({ type: 'cancel', batchId })
      await settleUnknown(options)
      return error
    }
  }
  return null
}

/** Reads the cells whose outcome nobody knows; where that fails too they stay unknown, and are read before a next try. */
export async function settleUnknown(options: Pick<SaveOptions, 'lms' | 'courseId' | 'store'>): Promise<void> {
  const unknown = [...options.store.state().edits.values()].filter(({ status }) => status.kind === 'unknown')
  for (const edit of unknown) {
    try {
      const grades = await readGrades(options, [edit])
      options.store.dispatch({ type: 'reread', readings: grades.map(toReading) })
    } catch {
      // The cell goes on saying that its outcome is unknown.
    }
  }
}

function itemsOf({ store, batchId }: SaveOptions, kind: 'checking' | 'checked'): Edit[] {
  const batch = store.state().batches.get(batchId)
  return batch ? itemsThatAre(batch, kind) : []
}

async function readGrades(
  { lms, courseId }: Pick<SaveOptions, 'lms' | 'courseId'>,
  cells: readonly CellRef[],
): Promise<SubsectionGrade[]> {
  const grades: SubsectionGrade[] = []
  for (const { learnerId, subsectionId } of cells) {
    if (!lms.subsectionGrade) throw new LmsError('unsupported', { outcome: 'none' })
    grades.push(await lms.subsectionGrade({ courseId, learnerId, subsectionId }))
  }
  return grades
}

function toReading(grade: SubsectionGrade): Reading {
  const { learnerId, subsectionId } = grade
  return { learnerId, subsectionId, now: factsOfSubsection(grade), entry: newestEntry(grade.history) }
}

function toItem({ learnerId, subsectionId, will, reason }: Edit): OverrideItem {
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

function asLmsError(cause: unknown): LmsError {
  return cause instanceof LmsError ? cause : new LmsError('contract', { cause })
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
