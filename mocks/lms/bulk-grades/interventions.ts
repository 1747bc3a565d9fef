import { writeCsv } from '#mocks/lms/csv.ts'
import type { ProblemScore } from '#mocks/lms/grade-model.ts'
import { gradeSubsection, learnerGrades, problemScores } from '#mocks/lms/grades.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { UserId } from '#mocks/lms/model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import { draw, mix } from '#mocks/lms/random.ts'
import type { School } from '#mocks/lms/store.ts'
import { columnNames, floatText, gradeColumns } from './columns.ts'
import { type LearnerFilters, tableLearners } from './learners.ts'

const PERSON = ['user_id', 'username', 'email', 'student_key', 'full_name', 'course_id', 'track', 'cohort']
const COUNTS = ['videos', 'problems', 'correct problems', 'problem attempts', 'forum posts'].flatMap(
  (what) => [`number of ${what} overall`, `number of ${what} last week`],
)
const DAY = 24 * 3600 * 1000

/**
 * Gives what the learners of the master's track did, with their grades, as comma-separated values. Bulk grades,
 * intervention report. Points of problems are true, videos and posts are drawn.
 * @throws {Refusal} a crash, as `tableLearners`, and where the policy lacks a key
 */
export function exportInterventions(
  school: School,
  course: Course,
  filters: Omit<LearnerFilters, 'track' | 'excludedRoles'>,
): string {
  const columns = gradeColumns(course, filters)
  const rows = tableLearners(school, course, { ...filters, track: 'masters' }).map(
    ({ account, enrolment, cohortName }) => {
      const total = learnerGrades(school, course, account.id).course
      return [
        account.id,
        account.username,
        account.email,
        enrolment.externalKey,
        account.name,
        course.key,
        enrolment.mode,
        cohortName,
        ...engagement(school, course, account.id),
        ...columns.flatMap(({ place }) => {
          const { stored, effective } = gradeSubsection(school, course, place, account.id)
          return [place.subsection.name, stored ? floatText(effective.earnedGraded) : null]
        }),
        total.letter,
        floatText(total.percent),
      ]
    },
  )
  const header = [...PERSON, ...COUNTS, 'date last active', ...columnNames(columns, ['name', 'grade'])]
  return writeCsv([[...header, 'course grade letter', 'course grade numeric'], ...rows])
}

/** Overall and last week in turn: videos, problems, correct ones, attempts, posts; then the day of the last visit. */
function engagement(school: School, course: Course, userId: UserId): Array<number | string> {
  const state = mix(school.world.seed, userId)
  const attempted = subsectionsOf(course)
    .flatMap((place): ProblemScore[] => problemScores(school, course, place, userId))
    .filter((score) => score.attempted)
  const right = attempted.filter(({ earned, possible }) => earned >= possible).length
  const daysAgo = Math.floor(draw(state, 105) * 14)
  const share = daysAgo < 7 ? draw(state, 101) * 0.15 : 0
  const week = (count: number) => Math.round(count * share)
  const counts = [
    Math.round(attempted.length * (0.3 + draw(state, 102))),
    attempted.length,
    right,
    Math.round(attempted.length * (1 + draw(state, 103))),
    Math.floor(draw(state, 104) * 12),
  ]
  const lastActive = new Date(school.now - daysAgo * DAY).toISOString().slice(0, 10)
  return [...counts.flatMap((count) => [count, week(count)]), attempted.length > 0 ? lastActive : '']
}
