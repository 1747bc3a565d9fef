import { type CellFacts, factsOfCell } from '#src/domain/conflict.ts'
import type { CourseId, LearnerId } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { GradeRanges } from '#src/domain/ranges.ts'
import { Sheet } from '#src/domain/sheet.ts'
import { EditStore } from './edit-store.ts'
import type { GradebookQuery, Lms, SheetChunk } from './lms.ts'
import { listLearners } from './list-learners.ts'
import { Loader } from './load.ts'
import type { RowReader } from './read-cells.ts'
import { readRows } from './read-rows.ts'
import { LearnerSearch } from './search.ts'

/** Learners that are read to the end without being asked for. */
const READ_UNASKED = 5000

/** A course's grades being worked on: the sheet, what reads it, what searches it. */
export class Gradebook implements RowReader {
  readonly courseId: CourseId
  readonly lms: Lms
  readonly sheet = new Sheet()
  /**
   * The learners that the list has given, in its order (enrolment). The sheet may hold others, too, who do not belong
   * to the list: found by a search before their page was read, or opened by a link.
   */
  readonly listed: ReadonlySet<LearnerId>
  readonly loader: Loader
  readonly search: LearnerSearch
  /**
   * Reads the learners whom the query leaves out, too: into the same sheet, not into the list. The list's own loader where
   * the query leaves out nobody.
   */
  readonly everybody: Loader
  /** Staged edits belong to the course: another query keeps them. */
  readonly edits: EditStore

  /** @param username reads this one learner instead, active or not */
  constructor(lms: Lms, query: GradebookQuery, username: string, edits: EditStore) {
    this.edits = edits
    this.courseId = query.courseId
    this.lms = lms
    const all = username === ''
    const listed = new Set<LearnerId>()
    this.listed = listed
    const gradebook: NonNullable<Lms['gradebook']> = (list, signal) =>
      noting(
        listed,
        all ? listLearners(lms, list, signal) : oneLearner(lms, query.courseId, username, signal),
      )
    this.loader = new Loader({ lms: { gradebook }, query, sheet: this.sheet, limit: READ_UNASKED, breathe })
    this.search = new LearnerSearch(lms, all ? query : null, this.sheet)
    const { courseId, courseTeam, ...narrowing } = query
    const isWhole = all && Object.values(narrowing).every((value) => value === undefined)
    this.everybody = isWhole
      ? this.loader
      : new Loader({
          lms,
          query: { courseId, courseTeam },
          sheet: this.sheet,
          limit: Number.POSITIVE_INFINITY,
          breathe,
        })
  }

  /** Ends all reading: another query has taken its place. */
  leave(): void {
    this.loader.pause()
    this.everybody.pause()
    this.search.search('')
  }

  /**
   * Reads rows anew, in few requests, and takes them into the sheet. Learners whom the sheet does not hold are left alone.
   * @param onRead hears of learners as soon as their row has come
   * @returns those whom the server does not know in this course any more
   */
  readLearners(
    learnerIds: ReadonlySet<LearnerId>,
    signal?: AbortSignal,
    onRead?: (learnerIds: readonly LearnerId[]) => void,
  ): Promise<ReadonlySet<LearnerId>> {
    const { lms, courseId, sheet } = this
    const learners = new Map<LearnerId, string>()
    for (const id of learnerIds) {
      const learner = sheet.learners[sheet.row(id)]
      if (learner) learners.set(id, learner.username)
    }
    return readRows({
      lms,
      courseId,
      learners,
      enrolled: this.loader.state().enrolled,
      ask: () => sheet.ask(),
      // Learners of other pages come along: those that the sheet has not listed stay out of it.
      onChunk: (chunk, asked) => {
        sheet.apply(onlyKnown(chunk, sheet), asked)
        onRead?.((chunk.rows ?? []).map(({ learner }) => learner.id))
      },
      ...(signal ? { signal } : {}),
    })
  }

  /** What the sheet knows of a cell. */
  factsOf({ learnerId, subsectionId }: CellRef): CellFacts {
    const { sheet } = this
    return factsOfCell(sheet.grade(sheet.row(learnerId), sheet.column(subsectionId)))
  }

  /** Reads a learner's row again: after saving, or because somebody else may have changed it. Rejects with `LmsError`. */
  async reread(username: string): Promise<void> {
    const asked = this.sheet.ask()
    this.sheet.apply(await this.lms.learnerGrades({ courseId: this.courseId, username }), asked)
  }
}

function onlyKnown(chunk: SheetChunk, sheet: Sheet): SheetChunk {
  return { ...chunk, rows: (chunk.rows ?? []).filter(({ learner }) => sheet.row(learner.id) >= 0) }
}

async function* oneLearner(
  lms: Lms,
  courseId: CourseId,
  username: string,
  signal?: AbortSignal,
): AsyncGenerator<SheetChunk> {
  yield await lms.learnerGrades({ courseId, username }, signal)
}

async function* noting(
  listed: Set<LearnerId>,
  chunks: AsyncIterable<SheetChunk>,
): AsyncGenerator<SheetChunk> {
  for await (const chunk of chunks) {
    for (const { learner } of chunk.rows ?? []) listed.add(learner.id)
    yield chunk
  }
}

/** Lets the browser paint between two pages. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

let open: { readonly key: string; readonly gradebook: Gradebook } | null = null

/** Gives the ranges of a query that the server cannot do: they work on what is read. */
export function rangesLeft(
  { capabilities: { serverFilters } }: Pick<Lms, 'capabilities'>,
  { assignmentGrade, courseGrade }: GradeRanges,
): GradeRanges {
  return {
    ...(serverFilters.has('assignmentGrade') ? {} : { assignmentGrade }),
    ...(serverFilters.has('courseGrade') ? {} : { courseGrade }),
  }
}

/**
 * Gives the gradebook for a query, as far as the server can do it: the one that is open where it is the same, so that a panel and the grid share it;
 * else a new one, and the other stops reading.
 */
export function openGradebook(lms: Lms, whole: GradebookQuery, username = ''): Gradebook {
  const query = { ...whole }
  for (const name of Object.keys(rangesLeft(lms, whole))) delete query[name as keyof GradeRanges]
  // Another token is another person, who may see other grades.
  const key = JSON.stringify([query, username, lms.token?.give()])
  if (open?.key === key && open.gradebook.lms === lms) return open.gradebook
  const left = open?.gradebook
  // Not at once: a page calls this while it is drawn, and whoever still follows the other must not be told then.
  if (left) queueMicrotask(() => left.leave())
  const isSameCourse = left?.lms === lms && left.courseId === query.courseId
  const edits = isSameCourse ? left.edits : new EditStore()
  open = { key, gradebook: new Gradebook(lms, query, username, edits) }
  return open.gradebook
}
