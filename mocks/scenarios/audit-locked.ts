import type { Course } from '#mocks/lms/course-model.ts'
import type { World } from '#mocks/lms/model.ts'
import { DAY, TODAY } from './calendar.ts'
import type { StatisticsPlan } from './courses.ts'
import { learnerId, learnerIndex } from './people.ts'
import { COURSE_KEYS, PERSONAS } from './team.ts'

/** The last day to upgrade, and when those who audit lose access: to come for most, over for every fourth. */
const UPGRADE_BY = TODAY + 7 * DAY
const EXPIRES = TODAY + 20 * DAY
const EXPIRED = TODAY - 2 * DAY

/** The first ones audit for sure: the one who signs in, and (the last of them) one whose access is over. */
const FIRST = 4

/** Two learners of three audit, the one who signs in among them: graded work is closed to them until they upgrade. */
export const AUDIT_LOCKED: Partial<StatisticsPlan> = {
  modes: [
    ['audit', 0.65],
    ['verified', 0.35],
  ],
  change: (course) => ({ ...course, modes: course.modes.map(withDeadline), roster: firstAudit(course) }),
  answers: leaveGraded,
  standing: (course, userId) =>
    course.key === COURSE_KEYS.statistics
      ? { auditLocked: true, auditExpires: learnerIndex(userId) % 4 === 3 ? EXPIRED : EXPIRES }
      : {},
  past: { among: 0, every: 1, cells: 0 },
}

/** The same, and the instructor looks at it as the learner does whose access is over. */
export const MASQUERADE: Partial<StatisticsPlan> = {
  ...AUDIT_LOCKED,
  masquerade: (course, userId) =>
    course.key === COURSE_KEYS.statistics && userId === PERSONAS.instructor ? learnerId(FIRST - 1) : null,
}

function withDeadline(mode: Course['modes'][number]): Course['modes'][number] {
  return mode.slug === 'verified' ? { ...mode, expires: UPGRADE_BY, sku: '8CF08E5' } : mode
}

function firstAudit({ roster }: Course): Course['roster'] {
  return {
    ...roster,
    at: (position) => {
      const row = roster.at(position)
      const index = learnerIndex(row.userId)
      return index >= 0 && index < FIRST ? { ...row, mode: 'audit', active: true } : row
    },
  }
}

/** Those who audit cannot answer what is graded. */
function leaveGraded(usual: World['answers']): World['answers'] {
  return (course, place, userId) => {
    const answers = usual(course, place, userId)
    if (course.key !== COURSE_KEYS.statistics || !place.subsection.graded) return answers
    const position = course.roster.positionOf(userId)
    const audits = position !== undefined && course.roster.at(position).mode === 'audit'
    return audits ? answers.map(() => null) : answers
  }
}
