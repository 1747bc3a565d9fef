import { Reply, json } from '#mocks/answer.ts'
import { courseDetails } from '#mocks/api/openedx-v1/course-details.ts'
import { inWords, isObject, jsonObject } from '#mocks/api/json-object.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { NO_SUCH_MODE, enrol, leaveAllCourses } from '#mocks/lms/enrolling.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { Refusal, crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import type * as wire from './endpoints.ts'
import { presentEnrollment } from './present.ts'

type Sent = Readonly<Record<string, unknown>>

/** What anybody may ask for; every other mode is for staff of the site. */
const FREE_MODES: ReadonlySet<unknown> = new Set(['audit', 'honor', undefined, null])

/** Enrollment API v1, enrollment (POST) and unenroll. Refusals have a `message`. */
export const { enroll, unenroll }: Resolvers<Pick<typeof wire, 'enroll' | 'unenroll'>> = {
  enroll: ({ school, caller, json: read }) => {
    const by = signedIn(caller, NOT_PROVIDED)
    const sent = jsonObject(read())
    const courseKey = courseKeyOf(sent)
    if (!courseKey) return message(400, 'Course ID must be specified to create a new enrollment.')
    const noCourse = () => message(400, `No course '${inWords(courseKey)}' found for enrollment`)
    // A key that cannot be parsed is refused at once, an unknown course only after everything else.
    if (typeof courseKey !== 'string' || !isCourseKey(courseKey)) return noCourse()
    const username = sent['user'] || by.username
    if (username !== by.username && !by.globalStaff) return json(undefined, 404)
    if (!FREE_MODES.has(sent['mode']) && !by.globalStaff) {
      const mode = inWords(sent['mode'])
      return message(403, `User does not have permission to create enrollment with mode [${mode}].`)
    }
    const account = accountByUsername(school, inWords(username))
    if (!account) return message(406, `The user ${inWords(username)} does not exist.`)
    const active = sent['is_active'] ?? undefined
    if (active !== undefined && typeof active !== 'boolean') {
      return message(400, `'${inWords(active)}' is an invalid enrollment activation status.`)
    }
    const course = findCourse(school, courseKey)
    if (!course) return noCourse()
    const wish = { mode: textOf(sent['mode']), active, cohort: textOf(sent['cohort']) }
    return attempt(school, course, active, () => enrol(school, course, account, wish, by.globalStaff))
  },

  // The server asks for a request of retirement first. Nobody retires here: whom staff of the site names has asked.
  unenroll: ({ school, caller, json: read }) => {
    if (!signedIn(caller, NOT_PROVIDED).globalStaff) throw refusal(403, NO_PERMISSION)
    const { username } = jsonObject(read())
    if (username === undefined) return json('Username not specified.', 404)
    const account = accountByUsername(school, inWords(username))
    if (!account) return json('No retirement request status for username.', 404)
    const organisations = leaveAllCourses(school, account)
    return organisations ?? new Reply(undefined, 204)
  },
}

function courseKeyOf({ course_details: details = {} }: Sent): unknown {
  if (!isObject(details)) throw crash('The details of the course are no object')
  return details['course_id']
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : inWords(value)
}

/** A refused mode comes with the modes that there are. */
function attempt(
  school: School,
  course: Course,
  active: boolean | undefined,
  act: () => ReturnType<typeof enrol>,
): ReturnType<typeof presentEnrollment> | Response {
  try {
    return presentEnrollment(school, course, act())
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'crash') throw error
    const details =
      error.code === NO_SUCH_MODE ? { course_details: courseDetails(school, course, active === false) } : {}
    return json({ message: error.message, ...details }, error.status)
  }
}

function message(status: number, text: string): Response {
  return json({ message: text }, status)
}
