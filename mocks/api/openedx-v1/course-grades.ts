import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { knownCourse, signedIn } from '#mocks/lms/access.ts'
import { type GradebookRow, gradebookEntry, listGradebook } from '#mocks/lms/gradebook.ts'
import { learnerGrades } from '#mocks/lms/grades.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-course-grades.ts'
import { cursorLink, decodeCursor, pageSize } from './cursor.ts'
import { INCORRECT, NO_PERMISSION } from './texts.ts'

type List = Asked<typeof wire.courseGrades>
type Visitor = Pick<List, 'school' | 'caller'>
type Total = WireOf<typeof wire.courseGradeOfLearner>[number]

const resolvers: Resolvers<typeof wire> = {
  courseGrades: (asked) => list(asked, asked.path.courseId),
  courseGradesByQuery: (asked) => list(asked, asked.query.course_id ?? ''),
  courseGradeOfLearner: (asked) => single(asked, asked.path.courseId, asked.query.username ?? ''),
  courseGradeOfLearnerByQuery: (asked) =>
    single(asked, asked.query.course_id ?? '', asked.query.username ?? ''),
}

function list(
  {
    school,
    caller,
    query,
    url,
  }: Visitor & Pick<List, 'url'> & { query: Pick<List['query'], 'page_size' | 'cursor'> },
  courseId: string,
): WireOf<typeof wire.courseGrades> {
  if (!signedIn(caller).globalStaff) throw refusal(403, NO_PERMISSION)
  const course = knownCourse(school, courseId)
  const page = listGradebook(school, course, {
    pageSize: pageSize(query.page_size),
    cursor: decodeCursor(query.cursor),
  })
  return {
    next: cursorLink(url, page.next),
    previous: cursorLink(url, page.previous),
    results: page.rows.map((row) => present(school, course, row, true)),
  }
}

/** An array of exactly one. Everybody may ask about themselves, whatever the case of the letters. */
function single({ school, caller }: Visitor, courseId: string, username: string): Total[] {
  const account = signedIn(caller)
  const own = account.username.toLowerCase() === username.toLowerCase()
  if (!account.globalStaff && !own) throw refusal(403, NO_PERMISSION)
  const course = knownCourse(school, courseId)
  return [present(school, course, gradebookEntry(school, course, username), false)]
}

/** @param listed e-mail addresses come in the list only, and only on the master's track */
function present(
  school: School,
  course: Course,
  { account, enrolment }: GradebookRow,
  listed: boolean,
): Total {
  const { percent, letter } = learnerGrades(school, course, account.id).course
  return {
    username: account.username,
    email: listed && enrolment.mode === 'masters' ? account.email : '',
    course_id: course.key,
    passed: letter !== null,
    percent,
    letter_grade: letter,
  }
}

/** Grades API v1, courses: totals page by page or of one learner, with the course in the path or in the query. */
export function courseGradesFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: developerErrors, anonymous: INCORRECT })
}
