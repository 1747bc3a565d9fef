import type { Account, CourseKey, CourseRole, RoleName, UserId, World } from '#mocks/lms/model.ts'
import { learnerId } from './people.ts'

/** The course that a scenario is about, and those around it. */
export const COURSE_KEYS = {
  statistics: 'course-v1:MITx+18.05+2026_Autumn',
  analytics: 'course-v1:MITx+15.071+2026_Autumn',
  teaching: 'course-v1:DelftX+TWD101+2026_Autumn',
  archive: 'edX/Stats101/2013_Spring',
} as const satisfies Record<string, CourseKey>

function account(id: UserId, name: string, username: string, globalStaff = false): Account {
  return { id, username, email: `${username}@staff.example.edu`, name, globalStaff }
}

const nuria = account(11, 'Nuria Haddad', 'nuria.haddad')
const jonas = account(12, 'Jonas Eriksen', 'jonas.eriksen')
const grace = account(13, 'Grace Mbeki', 'grace.mbeki', true)
const tomasz = account(14, 'Tomasz Zieliński', 'tomasz.zielinski')
const sofia = account(15, 'Sofia Lindgren', 'sofia.lindgren')
const kenji = account(16, 'Kenji Watanabe', 'kenji.watanabe')
const leila = account(17, 'Leila Farahani', 'leila.farahani')
const ingrid = account(18, 'Ingrid Solheim', 'ingrid.solheim')

/** Accounts with a part of their own. */
export const NAMED_ACCOUNTS: readonly Account[] = [nuria, jonas, grace, tomasz, sofia, kenji, leila, ingrid]

/** The first of the learners signs in as `learner`; nobody else of them does. */
export const PERSONAS: World['personas'] = {
  instructor: nuria.id,
  'limited-staff': jonas.id,
  'global-staff': grace.id,
  learner: learnerId(0),
  stranger: tomasz.id,
}

/** Those of the team who are enrolled in the statistics course too. */
export const STATISTICS_TEAM: readonly UserId[] = [nuria.id, jonas.id, sofia.id, kenji.id, leila.id]

function role(holder: Account, name: RoleName, courseKey: CourseKey, org: string): CourseRole {
  return { userId: holder.id, org, courseKey, role: name }
}

export const ROLES: readonly CourseRole[] = [
  role(nuria, 'instructor', COURSE_KEYS.statistics, 'MITx'),
  role(nuria, 'staff', COURSE_KEYS.statistics, 'MITx'),
  role(nuria, 'staff', COURSE_KEYS.analytics, 'MITx'),
  role(nuria, 'instructor', COURSE_KEYS.archive, 'edX'),
  role(jonas, 'limited_staff', COURSE_KEYS.statistics, 'MITx'),
  role(sofia, 'staff', COURSE_KEYS.statistics, 'MITx'),
  role(sofia, 'instructor', COURSE_KEYS.teaching, 'DelftX'),
  role(kenji, 'beta_testers', COURSE_KEYS.statistics, 'MITx'),
  role(leila, 'data_researcher', COURSE_KEYS.statistics, 'MITx'),
  { userId: ingrid.id, org: 'MITx', courseKey: null, role: 'staff' },
]
