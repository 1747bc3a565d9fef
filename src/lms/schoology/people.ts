import type { CourseId, Learner, LearnerId } from '#src/domain/course.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams, Viewer } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { enrollments } from './endpoints-sections.ts'
import { user } from './endpoints-users.ts'
import { everyPage } from './pages.ts'

type Enrolment = AnswerOf<typeof enrollments>['enrollment'][number]

const ACTIVE = 1

/** Who is asking. User, `users/me`. */
export async function readViewer(session: Session, signal?: AbortSignal): Promise<Viewer> {
  const me = await call(user, { path: { userId: 'me' }, signal }, session)
  return { username: me.uid, name: me.name_display || me.username || null, globalStaff: false }
}

/** Those who learn in a section now, in its order. Enrollment, `sections/{id}/enrollments`. */
export async function readLearners(
  session: Session,
  sectionId: CourseId,
  signal?: AbortSignal,
): Promise<Learner[]> {
  const all = await everyPage(
    (query) => call(enrollments, { path: { sectionId }, query, signal }, session),
    ({ enrollment }) => enrollment,
  )
  return all.filter((one) => !one.admin && one.status === ACTIVE).map(toLearner)
}

/**
 * Reads one learner, active or not, by user id.
 * @throws {LmsError} `not-found`, reason `no-learner`, for who is not in the section, or teaches there
 */
export async function readLearnerByUser(
  session: Session,
  { courseId, username }: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<Learner> {
  const path = { sectionId: courseId }
  const all = await everyPage(
    (paging) => call(enrollments, { path, query: { uid: username, ...paging }, signal }, session),
    ({ enrollment }) => enrollment,
  )
  // A server that does not know the parameter gives everybody, page after page.
  const found = all.find((one) => one.uid === username && !one.admin)
  if (!found) throw new LmsError('not-found', { reason: 'no-learner' })
  return toLearner(found)
}

/** The user id behind an enrolment; null for an unknown one. */
export async function usernameOf(
  session: Session,
  params: CourseParams & { learnerId: LearnerId },
  signal?: AbortSignal,
): Promise<string | null> {
  return (await learnerOf(session, params, signal))?.username ?? null
}

/** Who stands behind an enrolment, active or not; null for an unknown one. */
export async function learnerOf(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId },
  signal?: AbortSignal,
): Promise<Learner | null> {
  const all = await everyPage(
    (query) => call(enrollments, { path: { sectionId: courseId }, query, signal }, session),
    ({ enrollment }) => enrollment,
  )
  const found = all.find(({ id }) => id === learnerId)
  return found ? toLearner(found) : null
}

/**
 * A learner goes by the enrolment, since grades do; the user id stands for the username, which only a user's own page
 * tells.
 */
function toLearner({ id, uid, name_display: name, school_uid: key }: Enrolment): Learner {
  return { id, username: uid, name: name || null, email: null, studentKey: key || null }
}
