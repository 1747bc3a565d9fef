import type { CourseId, LearnerId } from '#src/domain/course.ts'
import { LmsError } from './errors.ts'
import { inParallel } from './in-parallel.ts'
import { listLearners } from './list-learners.ts'
import type { Lms, SheetChunk } from './lms.ts'

/** Learners on a page when many rows are read at once. */
const PAGE_SIZE = 200
/** A page of the list takes about as long as so many single learners. */
const PAGE_COSTS = 8

export interface ReadRowsOptions {
  readonly lms: Pick<Lms, 'gradebook' | 'learnerGrades'>
  readonly courseId: CourseId
  /** Whose rows, with their usernames. */
  readonly learners: ReadonlyMap<LearnerId, string>
  /** Learners in the course, as far as known: decides which way takes less. */
  readonly enrolled: number | null
  /** Gives what tells when a request starts, to be handed back with its answer. */
  readonly ask: () => number
  /** Takes in each answer as it comes. */
  readonly onChunk: (chunk: SheetChunk, asked: number) => void
  readonly signal?: AbortSignal
}

/**
 * Reads the rows of some learners anew, in few requests: a handful by username, many by going through the list's pages.
 * Somebody who is not in the list any more is asked for by username.
 * @returns those whom the server does not know in this course any more
 * @throws {LmsError} for any other failure: the rows that came before it have been handed over
 */
export async function readRows(options: ReadRowsOptions): Promise<ReadonlySet<LearnerId>> {
  const { lms, courseId, learners, enrolled, ask, onChunk, signal } = options
  const left = new Map(learners)
  const take = (chunk: SheetChunk, asked: number): void => {
    for (const { learner } of chunk.rows ?? []) left.delete(learner.id)
    onChunk(chunk, asked)
  }
  if (enrolled !== null && learners.size > Math.ceil(enrolled / PAGE_SIZE) * PAGE_COSTS) {
    let asked = ask()
    for await (const chunk of listLearners(
      lms,
      { courseId, courseTeam: true, pageSize: PAGE_SIZE },
      signal,
    )) {
      take(chunk, asked)
      if (left.size === 0) break
      asked = ask()
    }
  }
  const gone = new Set<LearnerId>()
  await inParallel(
    [...left],
    async ([learnerId, username]) => {
      const asked = ask()
      try {
        take(await lms.learnerGrades({ courseId, username }, signal), asked)
      } catch (cause) {
        if (!(cause instanceof LmsError) || cause.kind !== 'not-found') throw cause
        gone.add(learnerId)
      }
    },
    signal,
  )
  return gone
}
