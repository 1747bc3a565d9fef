import type { CourseId, LearnerId } from '#src/domain/course.ts'
import { listLearners } from '#src/lms/list-learners.ts'
import type { Lms } from '#src/lms/lms.ts'

/** Who stands beside a learner; null at the edge. */
export interface Neighbours {
  /** False where the list does not hold the learner: somebody of the course team, or no longer enrolled. */
  readonly isListed: boolean
  readonly previous: LearnerId | null
  readonly next: LearnerId | null
}

/** Each row brings its grades along, which nobody asked for here. */
const PAGE_SIZE = 100

/** The learners of a course in the order of enrolment, read only as far as somebody wants to know. */
class EnrolmentOrder {
  readonly lms: Lms
  readonly courseId: CourseId
  readonly #ids: LearnerId[] = []
  #resume: string | null | undefined

  constructor(lms: Lms, courseId: CourseId) {
    this.lms = lms
    this.courseId = courseId
  }

  /** Reads on until it is known who stands beside the learner. Rejects with `LmsError`. */
  async around(learnerId: LearnerId, signal?: AbortSignal): Promise<Neighbours> {
    for (;;) {
      const at = this.#ids.indexOf(learnerId)
      const isRead = this.#resume === null
      if (isRead || (at >= 0 && at + 1 < this.#ids.length)) {
        const isListed = at >= 0
        return {
          isListed,
          previous: (isListed && this.#ids[at - 1]) || null,
          next: (isListed && this.#ids[at + 1]) || null,
        }
      }
      await this.#readPage(signal)
    }
  }

  async #readPage(signal?: AbortSignal): Promise<void> {
    const { lms, courseId } = this
    const resume = this.#resume ?? undefined
    for await (const chunk of listLearners(lms, { courseId, pageSize: PAGE_SIZE, resume }, signal)) {
      // Another reading may have been there first.
      const known = new Set(this.#ids)
      for (const { learner } of chunk.rows ?? []) if (!known.has(learner.id)) this.#ids.push(learner.id)
      this.#resume = chunk.resume
      return
    }
    this.#resume = null
  }
}

let open: EnrolmentOrder | null = null

/** Gives the order of a course; what was read of it stays known while one goes from learner to learner. */
export function enrolmentOrder(lms: Lms, courseId: CourseId): EnrolmentOrder {
  if (open?.lms !== lms || open.courseId !== courseId) open = new EnrolmentOrder(lms, courseId)
  return open
}
