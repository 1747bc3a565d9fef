import { writeCsv } from '#mocks/lms/csv.ts'
import { gradeSubsection } from '#mocks/lms/grades.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { School } from '#mocks/lms/store.ts'
import { columnNames, floatText, gradeColumns } from './columns.ts'
import { type LearnerFilters, tableLearners } from './learners.ts'

const PERSON = ['user_id', 'username', 'student_key', 'course_id', 'track', 'cohort']
const KINDS = ['name', 'grade', 'original_grade', 'previous_override', 'new_override']

/** Gives the names of the columns of a course's table, where nothing narrows it. */
export function tableColumns(course: Course): string[] {
  return [...PERSON, ...columnNames(gradeColumns(course), KINDS)]
}

/**
 * Gives the graded points of a course as comma-separated values, to be filled in and sent back. Bulk grades, download.
 * The columns `new_override-…` are empty. What nobody has attempted has no grade. Text goes out as it is, also where a
 * spreadsheet would take it for a formula: the server does nothing about that.
 * @throws {Refusal} a crash, as `tableLearners`
 */
export function exportGrades(school: School, course: Course, filters: LearnerFilters): string {
  const columns = gradeColumns(course, filters)
  const rows = tableLearners(school, course, filters).map(({ account, enrolment, cohortName }) => [
    account.id,
    account.username,
    enrolment.mode === 'masters' ? enrolment.externalKey : null,
    course.key,
    enrolment.mode,
    cohortName,
    ...columns.flatMap(({ place }) => {
      const grade = gradeSubsection(school, course, place, account.id)
      const { stored, effective, original, override } = grade
      const overridden = override?.earnedGraded ?? null
      return [
        place.subsection.name,
        stored ? floatText(effective.earnedGraded) : null,
        stored ? floatText(original.earnedGraded) : null,
        overridden === null ? null : floatText(overridden),
        null,
      ]
    }),
  ])
  return writeCsv([[...PERSON, ...columnNames(columns, KINDS)], ...rows])
}
