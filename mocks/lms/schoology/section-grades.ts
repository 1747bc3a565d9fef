import { availableTo } from '#mocks/lms/availability.ts'
import { enrolmentById } from '#mocks/lms/enrolments.ts'
import type { Instant, UserId } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import type { OpenSection } from './access.ts'
import { type Mark, marksOf } from './marks.ts'
import { learnerIds } from './members.ts'
import { type Result, resultsOf } from './results.ts'

export interface GradesQuery {
  readonly assignmentId?: number
  readonly enrolmentId?: number
  /** Only what changed then or later; never graded work then is left out. */
  readonly since?: Instant
}

/** Rows to leave out, and rows to give. */
export interface Slice {
  readonly start: number
  readonly limit: number
}

/** Grades of one learner that stand on a page, and the results, which are made of all their grades. */
export interface LearnerOnPage {
  readonly enrolmentId: number
  readonly marks: readonly Mark[]
  readonly results: readonly Result[]
}

export interface GradesPage {
  readonly learners: readonly LearnerOnPage[]
  readonly more: boolean
}

/**
 * Gives a page of the grades of a section, learner by learner: a row for everything that is assigned to them, graded or
 * not. Grades, `sections/{id}/grades`. A course may be huge: learners before the page are counted, not graded.
 */
export function gradesPage(
  school: School,
  section: OpenSection,
  query: GradesQuery,
  { start, limit }: Slice,
): GradesPage {
  const learners: LearnerOnPage[] = []
  let skip = start
  let room = limit
  for (const id of wantedLearners(school, section, query)) {
    const userId = enrolmentById(school, section.course, id)?.userId
    if (userId === undefined) continue
    const assigned = query.since === undefined ? countAssigned(school, section, userId, query) : undefined
    if (assigned !== undefined && assigned <= skip) {
      skip -= assigned
      continue
    }
    const all = marksOf(school, section, userId, { asLearner: !section.admin })
    const wanted = all.filter((mark) => matches(mark, query))
    const rows = wanted.slice(skip)
    skip = Math.max(0, skip - wanted.length)
    if (rows.length === 0) continue
    if (room === 0) return { learners, more: true }
    const marks = rows.slice(0, room)
    learners.push({ enrolmentId: id, marks, results: resultsOf(school, section, userId, all) })
    room -= marks.length
    if (marks.length < rows.length) return { learners, more: true }
  }
  return { learners, more: false }
}

function wantedLearners(
  school: School,
  { course }: OpenSection,
  { enrolmentId }: GradesQuery,
): readonly number[] {
  const all = learnerIds(school, course)
  return enrolmentId === undefined ? all : all.filter((id) => id === enrolmentId)
}

function countAssigned(
  school: School,
  { course, items }: OpenSection,
  userId: UserId,
  { assignmentId }: GradesQuery,
): number {
  const available = availableTo(school, course, userId)
  return items.filter(
    ({ id, place }) => (assignmentId === undefined || id === assignmentId) && available(place),
  ).length
}

function matches({ item, at }: Mark, { assignmentId, since }: GradesQuery): boolean {
  if (assignmentId !== undefined && item.id !== assignmentId) return false
  return since === undefined || (at !== null && at >= since)
}
