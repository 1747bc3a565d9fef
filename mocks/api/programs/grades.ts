import type { HttpHandler } from 'msw'
import { type ErrorStyle, Reply, detailErrors, developerErrors } from '#mocks/answer.ts'
import { cursorPage } from '#mocks/api/openedx-v1/cursor.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { knownCourse, signedIn } from '#mocks/lms/access.ts'
import { type ProgramGrade, findProgram, programEnrolments, programGrade } from '#mocks/lms/programs.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from './endpoints.ts'

type Item = NonNullable<WireOf<typeof wire.programCourseGrades>>['results'][number]

/** Rows on a page where the query names no number. */
const PAGE = 100

const resolvers: Resolvers<typeof wire> = {
  // Signed in, site staff (nobody else here reads programs), program, key, course, course in the program.
  programCourseGrades: ({ school, caller, path, query, url }) => {
    if (!signedIn(caller, NOT_PROVIDED).globalStaff) throw refusal(403, NO_PERMISSION)
    const program = findProgram(school, path.programUuid)
    if (!program) throw refusal(404, 'no program exists with given key', 'program_does_not_exist')
    const course = knownCourse(school, path.courseId)
    if (!program.courseKeys.includes(course.key)) {
      const words = "the program's curriculum does not contain the given course"
      throw refusal(404, words, 'course_not_in_program')
    }
    const enrolments = new Map(programEnrolments(school, course).map((row) => [row.id, row]))
    const ids = [...enrolments.keys()].sort((one, other) => one - other)
    const page = cursorPage(ids, url, query, PAGE)
    const grades = page.ids.flatMap((id) => {
      const enrolment = enrolments.get(id)
      return enrolment ? programGrade(school, course, enrolment) : []
    })
    if (grades.length === 0) return new Reply(undefined, 204)
    return new Reply({ ...page.links, results: grades.map(present) }, statusOf(grades))
  },
}

function present({ studentKey, grade }: ProgramGrade): Item {
  if (!grade) return { student_key: studentKey, error: 'error loading grades' }
  const { letter, percent } = grade
  return { student_key: studentKey, letter_grade: letter, percent, passed: letter !== null }
}

function statusOf(grades: readonly ProgramGrade[]): number {
  const failed = grades.filter(({ grade }) => grade === null).length
  if (failed === 0) return 200
  return failed === grades.length ? 422 : 207
}

/** Refusals of its own carry a code, those of the framework none. */
const errors: ErrorStyle = (refused) =>
  refused.code === null ? detailErrors(refused) : developerErrors(refused)

/** Program enrollments API v1, grades. */
export function programGradesFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors })
}
