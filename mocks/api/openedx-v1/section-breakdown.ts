import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { type BreakdownRow, breakdownOf } from '#mocks/lms/breakdown.ts'
import { totalOf } from '#mocks/lms/grades.ts'
import {
  type InstanceFilters,
  type Outcome,
  instanceEnrolments,
  outcomesOf,
} from '#mocks/lms/instance-grades.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import { invalid, refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-breakdown.ts'
import { cursorPage } from './cursor.ts'
import { INCORRECT, NO_PERMISSION } from './texts.ts'

type Query = Asked<typeof wire.sectionGradesBreakdown>['query']
type Result = WireOf<typeof wire.sectionGradesBreakdown>['results'][number]
type Line = Result['section_breakdown'][number]

const MOST_NAMES = 100
/**
 * What the platform lets a username consist of where it takes letters of every script. It also has an upper limit, of 30
 * characters, which some names of this school are beyond.
 */
const USERNAME = /^[\p{L}\p{M}\p{N}_.@+-]+$/u
const MALFORMED = 'Usernames can only contain letters, numerals, and @/./+/-/_ characters.'
const TOO_SHORT = 'Username must be between 2 and 30 characters long.'

const resolvers: Resolvers<typeof wire> = {
  // Signed in, site staff, then the parameters.
  sectionGradesBreakdown: ({ school, caller, query, url }) => {
    if (!signedIn(caller).globalStaff) throw refusal(403, NO_PERMISSION)
    const page = cursorPage(instanceEnrolments(school, filtersOf(query)), url, query)
    return { ...page.links, results: outcomesOf(school, page.ids).map(present) }
  },
}

/** An empty parameter counts as absent. What is wrong is told for all fields at once. */
function filtersOf({ course_id: courseKey = '', username = '' }: Query): InstanceFilters {
  const usernames = username === '' ? undefined : username.split(',')
  const faults = {
    ...(courseKey === '' || isCourseKey(courseKey)
      ? {}
      : { course_id: `'${courseKey}' is not a valid course id.` }),
    ...faultOf(usernames ?? []),
  }
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return { courseKey: courseKey || undefined, usernames }
}

/** The number is looked at first, then name after name up to one that is malformed. */
function faultOf(names: readonly string[]): { username?: string } {
  if (names.length > MOST_NAMES) {
    const words = `Too many usernames in a single request - ${names.length}. A maximum of ${MOST_NAMES} is allowed`
    return { username: words }
  }
  const bad = names.find((name) => name.length < 2 || !USERNAME.test(name))
  if (bad === undefined) return {}
  return { username: bad.length < 2 ? TOO_SHORT : MALFORMED }
}

function present({ account, course, grades }: Outcome): Result {
  const { percent, letter } = grades.course
  return {
    course_id: course.key,
    username: account.username,
    passed: letter !== null,
    // Cut off in floating point, as the server does: 0.29 becomes 28.
    current_grade: Math.trunc(percent * 100),
    section_breakdown: totalOf(course, grades.subsections).types.flatMap((type) =>
      breakdownOf(type).map((row) => line(row, type.marks.length === 1)),
    ),
  }
}

/** Only an average among others has no `sequential_id`; a type's single line has that of its one score, or null. */
function line(
  { key, category, label, detail, percent, prominent, dropped }: BreakdownRow,
  single: boolean,
): Line {
  return {
    percent,
    label,
    detail,
    category,
    ...(prominent ? { prominent } : {}),
    ...(dropped === null ? {} : { mark: { detail: dropped } }),
    ...(prominent && !single ? {} : { sequential_id: key }),
  }
}

/** Grades API v1, section_grades_breakdown: course grades of the whole site, with the grader's own account of each. */
export function sectionBreakdownFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: developerErrors, anonymous: INCORRECT })
}
