import { hasAuthorAccess, isFrozen, signedIn } from '#mocks/lms/access.ts'
import type { Account, Caller } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { courseBySection, looseInteger } from './ids.ts'
import { type Section, sectionOf } from './items.ts'
import { memberOf } from './members.ts'

/** A section as one person sees it. */
export interface OpenSection extends Section {
  readonly account: Account
  /** May grade. */
  readonly admin: boolean
  /** The caller's own enrolment id; null for staff who are not in the section. */
  readonly ownId: number | null
}

const NO_RIGHT = 'You are not authorized to access this content.'

/**
 * Opens a section for reading: signed in, the section is there, and the caller teaches or learns in it.
 * @throws {Refusal} 401, 404, 403
 */
export function openSection(school: School, caller: Caller, sectionId: string): OpenSection {
  const account = signedIn(caller, 'Authentication is required.')
  const course = courseBySection(school, looseInteger(sectionId))
  if (!course) throw refusal(404, 'Section not found.')
  const section = sectionOf(school, course)
  const member = memberOf(school, course, section.setup, account.id)
  const admin = hasAuthorAccess(school, account, course)
  if (!admin && member?.status !== 1) throw refusal(403, NO_RIGHT)
  return { ...section, account, admin, ownId: member?.id ?? null }
}

/**
 * Opens a section for grading.
 * @throws {Refusal} as `openSection`, then 403 for who may not grade, and where grades froze
 */
export function openSectionToGrade(school: School, caller: Caller, sectionId: string): OpenSection {
  const section = openSection(school, caller, sectionId)
  if (!section.admin) throw refusal(403, NO_RIGHT)
  if (isFrozen(school, section.course)) throw refusal(403, 'Grades are frozen for this section.')
  return section
}

/** Gives the refusal for those who lack a right. */
export function refuseAccess(): Error {
  return refusal(403, NO_RIGHT)
}
