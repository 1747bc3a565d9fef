import { cursorLink, decodeCursor } from '#mocks/api/openedx-v1/cursor.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import { time } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByEmail, accountById, accountByUsername } from '#mocks/lms/accounts.ts'
import { newestEnrolments } from '#mocks/lms/enrolling.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Account, Enrolment } from '#mocks/lms/model.ts'
import { type Cursor, pageOf } from '#mocks/lms/paging.ts'
import { invalid, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import type { enrollments } from './endpoints.ts'

type Query = Asked<typeof enrollments>['query']

/** Rows on a page, and names in a request, at most. */
const MOST = 100

/** Enrollment API v1, enrollments: for staff of the site. Unknown courses and people have none. */
export const listEnrollments: Resolvers<{ enrollments: typeof enrollments }>['enrollments'] = ({
  school,
  caller,
  query,
  url,
}) => {
  if (!signedIn(caller, NOT_PROVIDED).globalStaff) throw refusal(403, NO_PERMISSION)
  check(query)
  const courses = school.world.courses.filter(({ key }) => !query.course_id || key === query.course_id)
  const rows = newestEnrolments(school, courses, peopleOf(school, query))
  const { page, next, previous } = cut(rows, sizeOf(query), decodeCursor(query.cursor))
  return {
    next: cursorLink(url, next),
    previous: cursorLink(url, previous),
    results: page.map(({ courseKey, active, mode, userId, created }) => ({
      course_id: courseKey,
      is_active: active,
      mode,
      user: accountById(school, userId)?.username ?? '',
      created: time(created),
    })),
  }
}

function check({ course_id: courseId, username, email }: Query): void {
  if (courseId && !isCourseKey(courseId)) {
    throw invalid({ course_id: `'${courseId}' is not a valid course id.` })
  }
  const names = listOf(username)
  if (names.length > MOST) {
    const words = `Too many usernames in a single request - ${names.length}. A maximum of ${MOST} is allowed`
    throw invalid({ username: words })
  }
  for (const name of names) {
    if (name.length < 2 || name.length > 30) {
      throw invalid({ username: 'Username must be between 2 and 30 characters long.' })
    }
    // Names with a dot pass here, since the learners of this school have one.
    if (!/^[\w.-]+$/.test(name)) {
      const words =
        'Usernames can only contain letters (A-Z, a-z), numerals (0-9), underscores (_), and hyphens (-).'
      throw invalid({ username: words })
    }
  }
  if (listOf(email).some((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))) {
    throw invalid({ email: 'Enter a valid email address.' })
  }
}

/** Whom the list is narrowed to: those who are named both ways, where both are given. */
function peopleOf(school: School, { username, email }: Query): Account[] | undefined {
  if (!username && !email) return undefined
  const named = listOf(username).flatMap((name) => accountByUsername(school, name) ?? [])
  const addressed = listOf(email).flatMap((address) => accountByEmail(school, address) ?? [])
  const found = !username ? addressed : !email ? named : intersection(named, addressed)
  return [...new Map(found.map((account) => [account.id, account])).values()]
}

function intersection(some: readonly Account[], others: readonly Account[]): readonly Account[] {
  const ids = new Set(others.map(({ id }) => id))
  return some.filter(({ id }) => ids.has(id))
}

function listOf(text: string | undefined): string[] {
  return text ? text.split(',') : []
}

function sizeOf({ page_size: text }: Query): number {
  const size = Number(text)
  return Number.isInteger(size) && size > 0 ? Math.min(size, MOST) : MOST
}

interface Cut {
  readonly page: readonly Enrolment[]
  readonly next: Cursor | null
  readonly previous: Cursor | null
}

/** The list is not in the order of ids: a cursor that names the id of a row is turned into its place, and back. */
function cut(rows: readonly Enrolment[], size: number, cursor: Cursor | undefined): Cut {
  const place = cursor?.position == null ? null : rows.findIndex(({ id }) => id === cursor.position)
  if (place === -1) throw refusal(404, 'Invalid cursor')
  const { ids, next, previous } = pageOf([...rows.keys()], size, cursor && { ...cursor, position: place })
  const named = (at: Cursor | null) =>
    at && { ...at, position: at.position === null ? null : (rows[at.position]?.id ?? null) }
  return { page: ids.flatMap((at) => rows[at] ?? []), next: named(next), previous: named(previous) }
}
