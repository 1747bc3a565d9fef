import { inForce } from '#src/domain/conflict.ts'
import type { HistoryEntry, SubsectionGrade } from '#src/domain/course.ts'
import { type CellRef, type Edit, cellKey } from '#src/domain/edits-state.ts'
import { othersEntry } from '#src/domain/race.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { saveEdits, settleUnknown } from '#src/lms/save.ts'

/** What became of the staged change of a cell. */
export type SaveResult =
  | {
      readonly kind: 'saved'
      readonly edit: Edit
      /** Somebody else wrote in the same moment. */
      readonly race: HistoryEntry | null
      /** False: no answer came, reading the cell again has told. */
      readonly answered: boolean
      /** False: the new total could not be read. */
      readonly totalRead: boolean
    }
  /** Nothing was sent: the cell is so already. */
  | { readonly kind: 'unneeded' }
  /** Refused, in conflict, or nobody knows: the particulars stand in the edit store. */
  | { readonly kind: 'open' }
  /** Certainly not saved; the change is staged as before. `doubted`: no answer came, reading the cell again has told. */
  | { readonly kind: 'not-saved'; readonly error: LmsError | null; readonly doubted: boolean }

export interface SaveOptions {
  readonly gradebook: Gradebook
  readonly cell: CellRef
  readonly username: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Saves the staged change of one cell and brings sheet and history up to date. Never rejects; goes on when nobody looks
 * at the cell any more.
 */
export async function saveCell(options: SaveOptions): Promise<SaveResult> {
  const { gradebook, cell, now } = options
  const { edits: store, lms, courseId } = gradebook
  const batchId = `editor-${store.state().batches.size}`
  const error = await saveEdits({ lms, courseId, store, cells: [cell], batchId, now })
  return resultOf(options, batchId, error)
}

/** Reads a cell whose outcome nobody knows, and tells what had become of its change. Never rejects. */
export async function readUnknown(options: SaveOptions): Promise<SaveResult> {
  const { gradebook, cell } = options
  const { edits: store, lms, courseId } = gradebook
  const batchId = store.state().latest.get(cellKey(cell)) ?? ''
  await settleUnknown({ lms, courseId, store })
  return resultOf(options, batchId, new LmsError('unavailable', { outcome: 'unknown' }))
}

async function resultOf(options: SaveOptions, batchId: string, error: LmsError | null): Promise<SaveResult> {
  const { gradebook, cell } = options
  const { edits: store } = gradebook
  const key = cellKey(cell)
  const item = store.state().batches.get(batchId)?.items.get(key)
  const doubted = error?.details.outcome === 'unknown'
  if (item?.outcome.kind === 'saved') {
    const { edit } = item
    gradebook.sheet.markOverridden(cell.learnerId, cell.subsectionId, edit.will !== null)
    const { grade, totalRead } = await catchUp(options)
    const race = grade && othersEntry(grade.history, edit)
    if (race) store.dispatch({ type: 'raced', batchId, cell, entry: race })
    return { kind: 'saved', edit, race, answered: !doubted, totalRead }
  }
  const status = store.state().edits.get(key)?.status
  if (status === undefined) {
    await catchUp(options)
    return { kind: 'unneeded' }
  }
  if (status.kind === 'staged') return { kind: 'not-saved', error, doubted }
  if (status.kind === 'conflict') await readGrade(options)
  if (status.kind === 'refused' && status.refusal.cause === 'frozen') readLockAgain(gradebook)
  return { kind: 'open' }
}

/** Grades have been frozen since the page was opened: table and editors shall say so. Nobody waits for it. */
function readLockAgain({ courseId }: Gradebook): void {
  void queryClient.invalidateQueries(q('gradingInfo', { courseId }))
}

/** Brings the cell's row and its history up to date after something has changed on the server. Never rejects. */
export async function catchUp(
  options: Pick<SaveOptions, 'gradebook' | 'cell' | 'username'>,
): Promise<{ readonly grade: SubsectionGrade | null; readonly totalRead: boolean }> {
  const { gradebook, cell, username } = options
  const [row, grade] = await Promise.all([
    gradebook.reread(username).then(
      () => true,
      () => false,
    ),
    readGrade(options),
  ])
  if (grade) gradebook.sheet.markOverridden(cell.learnerId, cell.subsectionId, inForce(grade.override))
  return { grade, totalRead: row }
}

/** Reads the grade with its history anew; null where that fails. A reading that began earlier is not waited for. */
async function readGrade({
  gradebook: { courseId },
  cell: { learnerId, subsectionId },
}: Pick<SaveOptions, 'gradebook' | 'cell'>): Promise<SubsectionGrade | null> {
  const query = q('subsectionGrade', { courseId, learnerId, subsectionId })
  try {
    await queryClient.cancelQueries(query)
    return await queryClient.fetchQuery(query)
  } catch {
    return null
  }
}
