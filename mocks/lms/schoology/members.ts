import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import { enrolmentById, enrolmentOf, enrolmentsIn } from '#mocks/lms/enrolments.ts'
import { filterEnrolments } from '#mocks/lms/filters.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Enrolment, UserId } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import type { SectionSetup } from './setup.ts'

/** 1 active, 2 expired, 5 archived. Nobody is invited here, and nobody asks to be let in. */
export type MemberStatus = 1 | 2 | 5

/** An enrolment in a section. Who teaches is a member too, enrolled in the course or not. */
export interface Member {
  readonly id: number
  readonly userId: UserId
  /** May grade, and is not graded. */
  readonly admin: boolean
  readonly status: MemberStatus
  readonly externalKey: string | null
}

/** Teachers who are not enrolled get ids below those of who enrols later, and above every roster's. */
const TEACHERS = 900_000_000

/** Gives everybody in a section: teachers who are not enrolled first, then all in the order of enrolment. */
export function membersOf(school: School, course: Course, setup: SectionSetup): Member[] {
  const teachers = teachersOf(school, course)
  const besides = [...teachers].filter((userId) => !enrolmentOf(school, course, userId))
  return [
    ...besides.map((userId) => besideRoster(school, course, userId)),
    ...Array.from(enrolmentsIn(school, course), (row) => memberFrom(row, teachers, setup)),
  ]
}

/** Gives somebody's membership, or undefined. */
export function memberOf(
  school: School,
  course: Course,
  setup: SectionSetup,
  userId: UserId,
): Member | undefined {
  const row = enrolmentOf(school, course, userId)
  const teachers = teachersOf(school, course)
  if (row) return memberFrom(row, teachers, setup)
  return teachers.has(userId) ? besideRoster(school, course, userId) : undefined
}

/** Gives the member with this enrolment id, or undefined. */
export function memberById(
  school: School,
  course: Course,
  setup: SectionSetup,
  id: number,
): Member | undefined {
  const teachers = teachersOf(school, course)
  const row = enrolmentById(school, course, id)
  if (row) return memberFrom(row, teachers, setup)
  const teacher = [...teachers].find((userId) => idBesideRoster(school, course, userId) === id)
  return teacher !== undefined && !enrolmentOf(school, course, teacher)
    ? besideRoster(school, course, teacher)
    : undefined
}

/** Gives the enrolment ids of those who learn, ascending: active, and no teachers. */
export function learnerIds(school: School, course: Course): readonly number[] {
  const teachers = [...teachersOf(school, course)].map((userId) => enrolmentOf(school, course, userId)?.id)
  return filterEnrolments(school, course, {}).filter((id) => !teachers.includes(id))
}

function memberFrom(row: Enrolment, teachers: ReadonlySet<UserId>, { archived }: SectionSetup): Member {
  const { id, userId, active, externalKey } = row
  const left = archived.includes(userId) ? 5 : 2
  return { id, userId, admin: teachers.has(userId), status: active ? 1 : left, externalKey }
}

function besideRoster(school: School, course: Course, userId: UserId): Member {
  return { id: idBesideRoster(school, course, userId), userId, admin: true, status: 1, externalKey: null }
}

function idBesideRoster(school: School, course: Course, userId: UserId): number {
  return TEACHERS + school.world.courses.indexOf(course) * 10_000 + (userId % 10_000)
}

/** Those with a role that lets them grade. Staff of the whole site teach only where they are enrolled. */
function teachersOf(school: School, course: Course): ReadonlySet<UserId> {
  const { roles, personas } = school.world
  const teachers = new Set<UserId>()
  for (const userId of new Set(roles.map((role) => role.userId))) {
    const account = accountById(school, userId)
    const bare = account && { ...account, globalStaff: false }
    if (bare && hasAuthorAccess(school, bare, course)) teachers.add(userId)
  }
  const staff = personas['global-staff']
  if (enrolmentOf(school, course, staff)) teachers.add(staff)
  return teachers
}
