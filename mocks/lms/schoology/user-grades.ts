import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { refuseAccess } from './access.ts'
import { courseBySection, looseInteger } from './ids.ts'
import { type Section, sectionOf } from './items.ts'
import { type Mark, marksOf } from './marks.ts'
import { memberOf } from './members.ts'
import { type Result, resultsOf } from './results.ts'
import { demandsSection } from './setup.ts'

/** What one person has in one section. */
export interface SectionGrades {
  readonly section: Section
  readonly enrolmentId: number
  /** The caller may grade there, and sees what the learner does not. */
  readonly admin: boolean
  readonly marks: readonly Mark[]
  readonly results: readonly Result[]
}

export interface UserGradesQuery {
  /** As it came; undefined for all sections. */
  readonly sectionId?: string | undefined
  /** Those who left count too. */
  readonly inactiveToo: boolean
}

/**
 * Gives the person whom an id names; `me` is whoever asks.
 * @throws {Refusal} 404 for nobody
 */
export function userOf(school: School, caller: Account, id: string): Account {
  const account = id === 'me' ? caller : accountById(school, looseInteger(id))
  if (!account) throw refusal(404, 'User not found.')
  return account
}

/**
 * Gives the sections whose grades of a user the caller may read, as tickets: grades are worked out when they are asked
 * for. Learners read their own, teachers those in their sections. Grades, `users/{id}/grades`.
 * @throws {Refusal} 403 for grades of others, and without a section where the installation demands one; 404 for an
 *   unknown section
 */
export function sectionGradesOf(
  school: School,
  caller: Account,
  user: Account,
  { sectionId, inactiveToo }: UserGradesQuery,
): Array<() => SectionGrades> {
  if (sectionId === undefined && demandsSection(school)) throw refusal(403, 'A section_id is required.')
  const named = sectionId === undefined ? undefined : courseBySection(school, looseInteger(sectionId))
  if (sectionId !== undefined && !named) throw refusal(404, 'Section not found.')
  const courses = (named ? [named] : school.world.courses).filter((course) =>
    mayRead(school, caller, user, course),
  )
  if (courses.length === 0 && caller.id !== user.id) throw refuseAccess()
  return courses.flatMap((course) => ticketFor(school, caller, user, course, inactiveToo) ?? [])
}

function mayRead(school: School, caller: Account, user: Account, course: Course): boolean {
  return caller.id === user.id || hasAuthorAccess(school, caller, course)
}

/** Teachers have no grades. */
function ticketFor(
  school: School,
  caller: Account,
  user: Account,
  course: Course,
  inactiveToo: boolean,
): (() => SectionGrades) | undefined {
  const section = sectionOf(school, course)
  const member = memberOf(school, course, section.setup, user.id)
  if (!member || member.admin || !(inactiveToo || member.status === 1)) return undefined
  return () => {
    const admin = hasAuthorAccess(school, caller, course)
    const marks = marksOf(school, section, user.id, { asLearner: !admin })
    const results = resultsOf(school, section, user.id, marks)
    return { section, enrolmentId: member.id, admin, marks, results }
  }
}
