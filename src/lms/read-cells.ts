import { type CellFacts, compareFacts, factsOfSubsection, newestEntry } from '#src/domain/conflict.ts'
import type { CourseId, LearnerId, SubsectionGrade } from '#src/domain/course.ts'
import type { CellRef, Edit, Reading } from '#src/domain/edits-state.ts'
import { needsOverride } from '#src/domain/edits-truth.ts'
import { LmsError } from './errors.ts'
import { inParallel } from './in-parallel.ts'
import type { Lms } from './lms.ts'

/** So many cells are read one by one, with their history; of more, rows tell enough. */
const FEW = 20

/** Reads rows of the gradebook anew: cheap for many cells, silent about overrides and history. */
export interface RowReader {
  /**
   * Gives those whom the server does not know in this course any more. Rejects with `LmsError`.
   * @param onRead hears of learners as soon as their row has come
   */
  readLearners(
    learnerIds: ReadonlySet<LearnerId>,
    signal?: AbortSignal,
    onRead?: (learnerIds: readonly LearnerId[]) => void,
  ): Promise<ReadonlySet<LearnerId>>
  /** What rows tell of a cell now. */
  factsOf(cell: CellRef): CellFacts
}

export interface ReadCellsOptions {
  readonly lms: Pick<Lms, 'subsectionGrade'>
  readonly courseId: CourseId
  /** Absent: every cell is read by itself. */
  readonly rows?: RowReader | undefined
  readonly signal?: AbortSignal | undefined
  /** Hears of readings as they come. */
  readonly onReadings?: (readings: readonly Reading[]) => void
}

/** What the server says now. */
export interface CellsRead {
  readonly readings: Reading[]
  /** Cells of learners who are not in the course any more. */
  readonly gone: CellRef[]
  /** Cells that the learner has no way to open. */
  readonly closed: CellRef[]
  /** What ended the reading early; the rest holds what came before. */
  readonly error: LmsError | null
}

/**
 * Reads what the server says of cells now: a few one by one, many by their rows, and of those only the ones that
 * have changed, or that rows do not tell enough of, by themselves. Never rejects.
 */
export async function readCells(options: ReadCellsOptions, edits: readonly Edit[]): Promise<CellsRead> {
  const { rows, signal } = options
  const read: CellsRead = { readings: [], gone: [], closed: [], error: null }
  try {
    const single = rows && edits.length > FEW ? await byRows(options, rows, edits, read) : edits
    await inParallel(single, (edit) => readOne(options, edit, read), signal)
    return read
  } catch (cause) {
    return { ...read, error: cause instanceof LmsError ? cause : new LmsError('contract', { cause }) }
  }
}

/** Gives the cells that are left to be read by themselves. */
async function byRows(
  { signal, onReadings }: ReadCellsOptions,
  rows: RowReader,
  edits: readonly Edit[],
  { readings, gone }: CellsRead,
): Promise<Edit[]> {
  const left = Map.groupBy(edits, ({ learnerId }) => learnerId)
  const single: Edit[] = []
  const take = (learnerIds: readonly LearnerId[]): void => {
    const told: Reading[] = []
    for (const edit of learnerIds.flatMap((id) => left.get(id) ?? [])) {
      const { learnerId, subsectionId } = edit
      const now = rows.factsOf(edit)
      const isEnough = now.override !== undefined || !needsOverride(edit)
      if (!isEnough || compareFacts(edit.was, now).kind === 'changed') single.push(edit)
      else told.push({ learnerId, subsectionId, now, entry: null })
    }
    for (const id of learnerIds) left.delete(id)
    if (told.length === 0) return
    readings.push(...told)
    onReadings?.(told)
  }
  const missing = await rows.readLearners(new Set(left.keys()), signal, take)
  for (const id of missing) {
    for (const { learnerId, subsectionId } of left.get(id) ?? []) gone.push({ learnerId, subsectionId })
    left.delete(id)
  }
  // Those whose rows nobody could ask for.
  take([...left.keys()])
  return single
}

async function readOne(
  { lms, courseId, signal, onReadings }: ReadCellsOptions,
  { learnerId, subsectionId }: CellRef,
  { readings, gone, closed }: CellsRead,
): Promise<void> {
  if (!lms.subsectionGrade) throw new LmsError('unsupported', { outcome: 'none' })
  try {
    const grade = await lms.subsectionGrade({ courseId, learnerId, subsectionId }, signal)
    const reading = toReading(grade)
    readings.push(reading)
    if (!grade.available) closed.push({ learnerId, subsectionId })
    onReadings?.([reading])
  } catch (cause) {
    if (!(cause instanceof LmsError) || cause.details.reason !== 'no-learner') throw cause
    gone.push({ learnerId, subsectionId })
  }
}

function toReading(grade: SubsectionGrade): Reading {
  const { learnerId, subsectionId } = grade
  return { learnerId, subsectionId, now: factsOfSubsection(grade), entry: newestEntry(grade.history) }
}
