import type { Course, Program } from '#mocks/lms/course-model.ts'
import type { CourseKey, UserId, World } from '#mocks/lms/model.ts'
import { answersOf } from './answers.ts'
import { TODAY } from './calendar.ts'
import { statistics, type StatisticsPlan } from './courses.ts'
import { directoryOf } from './people.ts'
import { NAMED_ACCOUNTS, PERSONAS, ROLES } from './team.ts'

/** The small courses need some learners, whatever the size of the big one. */
const LEAST_LEARNERS = 120

/** Gives the world of a scenario: the course that it is about, and those around it. */
export function worldOf(plan: StatisticsPlan): World {
  const courses: Course[] = [statistics(plan), ...plan.others(plan.seed)]
  return {
    seed: plan.seed,
    startsAt: TODAY,
    directory: directoryOf(NAMED_ACCOUNTS, Math.max(plan.learners, LEAST_LEARNERS), plan.people),
    personas: PERSONAS,
    roles: ROLES,
    courses,
    answers: plan.answers(answersOf(plan.seed, isTeaching)),
    standing: plan.standing,
    masquerade: plan.masquerade,
    mfeConfig: plan.mfeConfig,
    programs: [programOf(courses)],
  }
}

/** The master's programme in statistics has every course of its university. */
function programOf(courses: readonly Course[]): Program {
  const keys = courses.filter(({ org }) => org === 'MITx').map(({ key }) => key)
  return { uuid: '3f6b2c1e-8a4d-4e57-9b0c-5d2f71a9e8c4', courseKeys: keys }
}

/** Beta testers do the work; the rest of a team only looks. */
function isTeaching(course: CourseKey, userId: UserId): boolean {
  return ROLES.some(
    (held) => held.userId === userId && held.courseKey === course && held.role !== 'beta_testers',
  )
}
