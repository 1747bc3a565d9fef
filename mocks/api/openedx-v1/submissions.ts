import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import { time } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { enrolmentById } from '#mocks/lms/enrolments.ts'
import { instanceEnrolments } from '#mocks/lms/instance-grades.ts'
import { blockId, isCourseKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { type ProblemSubmissions, type Submission, submissionsOf } from '#mocks/lms/submissions.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-submissions.ts'
import { cursorPage } from './cursor.ts'
import { problemXml } from './problem-xml.ts'
import { INCORRECT, NO_PERMISSION } from './texts.ts'

type Result = WireOf<typeof wire.submissionHistory>['results'][number]
type WireProblem = Result['problems'][number]
type WireSubmission = WireProblem['submission_history'][number]

const resolvers: Resolvers<typeof wire> = {
  // Signed in, site staff, the key; an unknown course has nobody in it, and so has an unknown name.
  submissionHistory: ({ school, caller, path, query, url }) => {
    if (!signedIn(caller).globalStaff) throw refusal(403, NO_PERMISSION)
    if (!isCourseKey(path.courseId)) {
      throw refusal(400, 'The provided course key cannot be parsed.', 'invalid_course_key')
    }
    const course = findCourse(school, path.courseId)
    const usernames = query.username ? [query.username] : undefined
    const ids = instanceEnrolments(school, { courseKey: path.courseId, usernames })
    const page = cursorPage(ids, url, query)
    const results = course ? page.ids.flatMap((id) => present(school, course, id) ?? []) : []
    return { ...page.links, results }
  },
}

function present(school: School, course: Course, enrolmentId: number): Result | undefined {
  const enrolment = enrolmentById(school, course, enrolmentId)
  const account = enrolment && accountById(school, enrolment.userId)
  return (
    account && {
      course_id: course.key,
      course_name: course.name,
      user: account.username,
      problems: submissionsOf(school, course, account.id).map(presentProblem),
    }
  )
}

function presentProblem({ problem, submissions }: ProblemSubmissions): WireProblem {
  return {
    location: problem.key,
    name: problem.name,
    submission_history: submissions.map((submission): WireSubmission => {
      const { earned } = submission
      return {
        state: stateOf(blockId(problem.key), submission, problem.rawPossible),
        grade: earned,
        max_grade: earned === null ? null : problem.rawPossible,
      }
    }),
    data: problemXml(problem),
  }
}

/** As a problem stores it. A score that came from outside has no answers, and so no state. */
function stateOf(
  block: string,
  { answers, attempt, earned, at }: Submission,
  possible: number,
): WireSubmission['state'] {
  if (!answers) return null
  const byInput = answers.map((answer, part) => ({ ...answer, input: `${block}_${part + 2}_1` }))
  return {
    seed: 1,
    attempts: attempt,
    done: true,
    student_answers: Object.fromEntries(byInput.map(({ input, given }) => [input, String(given)])),
    correct_map: Object.fromEntries(
      byInput.map(({ input, given, solution }) => [
        input,
        { correctness: given === solution ? 'correct' : 'incorrect', npoints: null, msg: '' },
      ]),
    ),
    score: { raw_earned: earned, raw_possible: possible },
    ...(at === null ? {} : { last_submission_time: time(at) }),
  }
}

/** Grades API v1, submission_history: what learners sent in, problem by problem. */
export function submissionsFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: developerErrors, anonymous: INCORRECT })
}
