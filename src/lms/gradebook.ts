import type { CourseId } from '#src/domain/course.ts'
import { Sheet } from '#src/domain/sheet.ts'
import { EditStore } from './edit-store.ts'
import type { GradebookQuery, Lms, SheetChunk } from './lms.ts'
import { Loader } from './load.ts'
import { LearnerSearch } from './search.ts'

/** Learners that are read to the end without being asked for. */
const READ_UNASKED = 5000

/** A course's grades being worked on: the sheet, what reads it, what searches it. */
export class Gradebook {
  readonly courseId: CourseId
  readonly lms: Lms
  readonly sheet = new Sheet()
  readonly loader: Loader
  readonly search: LearnerSearch
  /** Staged edits belong to the course: another query keeps them. */
  readonly edits: EditStore

  /** @param username reads this one learner instead, active or not */
  constructor(lms: Lms, query: GradebookQuery, username: string, edits: EditStore) {
    this.edits = edits
    this.courseId = query.courseId
    this.lms = lms
    const source = username === '' ? lms : { gradebook: () => oneLearner(lms, query.courseId, username) }
    this.loader = new Loader({ lms: source, query, sheet: this.sheet, limit: READ_UNASKED, breathe })
    this.search = new LearnerSearch(lms, query, this.sheet)
  }

  /** Reads a learner's row again: after saving, or because somebody else may have changed it. Rejects with `LmsError`. */
  async reread(username: string): Promise<void> {
    this.sheet.apply(await this.lms.learnerGrades({ courseId: this.courseId, username }))
  }
}

async function* oneLearner(lms: Lms, courseId: CourseId, username: string): AsyncGenerator<SheetChunk> {
  yield await lms.learnerGrades({ courseId, username })
}

/** Lets the browser paint between two pages. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

let open: { readonly key: string; readonly gradebook: Gradebook } | null = null

/**
 * Gives the gradebook for a query: the one that is open where it is the same, so that a panel and the grid share it;
 * else a new one, and the other stops reading.
 */
export function openGradebook(lms: Lms, query: GradebookQuery, username = ''): Gradebook {
  const key = JSON.stringify([query, username])
  if (open?.key === key && open.gradebook.lms === lms) return open.gradebook
  open?.gradebook.loader.pause()
  const sameCourse = open?.gradebook.lms === lms && open.gradebook.courseId === query.courseId
  const edits = sameCourse && open ? open.gradebook.edits : new EditStore()
  open = { key, gradebook: new Gradebook(lms, query, username, edits) }
  return open.gradebook
}
