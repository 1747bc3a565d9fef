import type { Field } from '#mocks/catalogue/model.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import type { Roster } from '#mocks/lms/course-model.ts'
import type { Account } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import type { School } from '#mocks/lms/store.ts'

/** What of the present school fills in a form. */
export interface Values {
  readonly course: string
  readonly subsection: string
  readonly problem: string
  readonly username: string
  readonly userId: string
  readonly cohortId: string
  /** Slug of a course mode. */
  readonly mode: string
  /** UUID of a program. */
  readonly program: string
  readonly now: string
}

/** Gives values of the course that the scenario is about, and of a learner in it. */
export function valuesOf(school: School): Values {
  const [course] = school.world.courses
  const place = course && gradedSubsections(course)[0]
  const learner = course ? someLearner(school, course.roster) : undefined
  return {
    course: course?.key ?? '',
    subsection: place?.subsection.key ?? '',
    problem: place?.subsection.problems[0]?.key ?? '',
    username: learner?.username ?? '',
    userId: String(learner?.id ?? ''),
    cohortId: String(course?.cohorts[0]?.id ?? 1),
    mode: course?.modes[0]?.slug ?? '',
    program: school.world.programs?.[0]?.uuid ?? '',
    now: new Date(school.now).toISOString(),
  }
}

/** The last one of the roster: the first ones may be the team. */
function someLearner(school: School, roster: Roster): Account | undefined {
  return roster.size > 0 ? accountById(school, roster.at(roster.size - 1).userId) : undefined
}

const patterns: ReadonlyArray<readonly [name: RegExp, value: keyof Values]> = [
  [/^(?:course_?(?:id|key).*|course|courseKey|master_course_id|courses(?:\[\])?)$/i, 'course'],
  [/^(?:usage_?(?:id|key).*|subsection_?id|block_?id|content_id|location)$/i, 'subsection'],
  [/^(?:problem_?(?:location|key|id).*|problem_locations\[\]|resource_?id|external_id)$/i, 'problem'],
  [
    /^(?:username|requested_username|user|unique_student_identifier|recipient|identifiers|learner|student)$/i,
    'username',
  ],
  [/^(?:user_?id|student_?id|learner_?id)$/i, 'userId'],
  [/^cohort_?id$/i, 'cohortId'],
  [/^(?:mode_?slug|mode)$/i, 'mode'],
  [/^program_?uuid$/i, 'program'],
  [/(?:_at|_date|due|datetime)$/i, 'now'],
]

/** What names mean that no value of the school can tell. */
const fixed: Readonly<Record<string, string>> = {
  api_version: 'v1',
  search_by: 'course',
  preference_key: 'account_privacy',
  pref_key: 'account_privacy',
  rolename: 'Moderator',
  action: 'enroll',
  page: '1',
  page_size: '10',
}

/** Gives what to begin with in the field of a parameter; empty where nothing is known. */
export function prefill({ name, type }: Pick<Field, 'name' | 'type'>, values: Values): string {
  const known = fixed[name]
  if (known !== undefined) return known
  const found = patterns.find(([pattern]) => pattern.test(name))
  if (found) return values[found[1]]
  return type === 'integer' || type === 'number' ? '1' : ''
}
