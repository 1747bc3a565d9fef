import { factsOfSubsection } from '#src/domain/conflict.ts'
import type { CourseId } from '#src/domain/course.ts'
import type { Change } from '#src/domain/edits-staging.ts'
import { itemsThatAre, markOf } from '#src/domain/edits-read.ts'
import type { Batch, CellRef, Edit, EditState } from '#src/domain/edits-state.ts'
import { previousBySaved, previousOf } from '#src/domain/previous-value.ts'
import { LmsError } from './errors.ts'
import { inParallel } from './in-parallel.ts'
import type { Lms } from './lms.ts'

export interface UndoOptions {
  readonly lms: Pick<Lms, 'subsectionGrade' | 'capabilities'>
  readonly courseId: CourseId
  readonly state: EditState
  readonly batch: Batch
  /** Gives the reason that the new entry is to have. */
  readonly reasonFor: (saved: Edit) => string
  /** Hears how many cells have been read, of how many. */
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** What taking back a saved batch comes to. */
export interface UndoFound {
  readonly changes: readonly Change[]
  /** Somebody else changed these cells since: theirs stays. */
  readonly changedSince: readonly CellRef[]
  /** A newer change of these cells waits in the tray, or is on its way. */
  readonly onTheirWay: readonly CellRef[]
  /** What stood there before is told by nobody. */
  readonly notTold: readonly CellRef[]
  /** Cells that go back to no override: the record stays. */
  readonly cleared: number
  /** Of those, the ones that nobody had attempted: they show 0 then. */
  readonly zeroed: number
}

/**
 * Reads the history of each saved cell of a batch, and gives the changes that put back what stood there before.
 * @throws {LmsError} where a cell cannot be read; the signal's reason where it was ended
 */
export async function readUndo(options: UndoOptions): Promise<UndoFound> {
  const { lms, courseId, state, batch, reasonFor, onProgress, signal } = options
  const saved = itemsThatAre(batch, 'saved')
  const found = {
    changes: [] as Change[],
    changedSince: [] as CellRef[],
    onTheirWay: [] as CellRef[],
    notTold: [] as CellRef[],
    cleared: 0,
    zeroed: 0,
  }
  let done = 0
  const readOne = async (edit: Edit): Promise<void> => {
    const { learnerId, subsectionId } = edit
    const cell = { learnerId, subsectionId }
    const mark = markOf(state, cell)
    if (mark && mark.kind !== 'saved' && mark.kind !== 'undone') {
      found.onTheirWay.push(cell)
      return
    }
    if (!lms.subsectionGrade) throw new LmsError('unsupported', { outcome: 'none' })
    const grade = await lms.subsectionGrade({ courseId, ...cell }, signal)
    const previous = lms.capabilities.keepsHistory
      ? previousOf(grade, edit)
      : previousBySaved(factsOfSubsection(grade), edit)
    if (previous.kind === 'changed-since') found.changedSince.push(cell)
    else if (previous.kind === 'not-told') found.notTold.push(cell)
    else {
      const { will } = previous
      const { reasonLength } = lms.capabilities
      const reason = reasonLength === 0 ? null : cut(reasonFor(edit), reasonLength)
      found.changes.push({ ...cell, was: factsOfSubsection(grade), will, reason })
      if (will !== null) return
      found.cleared += 1
      if (edit.was.attempted === false && !lms.capabilities.setsGrades) found.zeroed += 1
    }
  }
  onProgress(0, saved.length)
  await inParallel(
    saved,
    async (edit) => {
      await readOne(edit)
      done += 1
      onProgress(done, saved.length)
    },
    signal,
  )
  return found
}

/** Characters are counted as the server does: ü and 🙂 are one. */
function cut(text: string, most: number): string {
  const characters = Array.from(text.trim())
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
