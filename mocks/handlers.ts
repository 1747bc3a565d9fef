import { type HttpHandler, http } from 'msw'
import { completionFace } from '#mocks/api/completion/completion.ts'
import { creditFace } from '#mocks/api/credit/credit.ts'
import { mfeConfigFace } from '#mocks/api/mfe-config/mfe-config.ts'
import { blocksFace } from '#mocks/api/openedx-v1/blocks.ts'
import { certificatesFace } from '#mocks/api/openedx-v1/certificates.ts'
import { bulkGradesFace } from '#mocks/api/bulk-grades/bulk-grades.ts'
import { instructorFace } from '#mocks/api/instructor/instructor.ts'
import { lineItemsFace } from '#mocks/api/lti-ags/line-items.ts'
import { toolScoresFace } from '#mocks/api/lti-ags/scores.ts'
import { gradesV0Face } from '#mocks/api/openedx-v0/grades.ts'
import { membershipsFace } from '#mocks/api/lti-nrps/memberships.ts'
import { courseGradesFace } from '#mocks/api/openedx-v1/course-grades.ts'
import { homeFace } from '#mocks/api/openedx-v1/course-home.ts'
import { coursesFace } from '#mocks/api/openedx-v1/courses.ts'
import { gradesFace } from '#mocks/api/openedx-v1/grades.ts'
import { peopleFace } from '#mocks/api/openedx-v1/people.ts'
import { sectionBreakdownFace } from '#mocks/api/openedx-v1/section-breakdown.ts'
import { submissionsFace } from '#mocks/api/openedx-v1/submissions.ts'
import { schoologyFace } from '#mocks/api/schoology/schoology.ts'
import { programGradesFace } from '#mocks/api/programs/grades.ts'
import { sessionFace } from '#mocks/api/session.ts'
import { so2Face } from '#mocks/api/so2/grades.ts'
import { catalogueFace } from '#mocks/catalogue/face.ts'
import { notFoundPage } from './pages.ts'
import { recorded } from './recorded.ts'
import { signInFace } from './sign-in.ts'
import type { World } from './world.ts'

/** Addresses that belong to the LMS and never to the app. */
const LMS_PATH = /^\/(?:api|schoology|csrf|login|login_refresh|logout|dashboard)(?:\/|$)/

/** Tells whether a path belongs to the LMS, whether or not it answers there. */
export function isLmsPath(pathname: string): boolean {
  return LMS_PATH.test(pathname)
}

/** Gives everything that a world answers: all API families, the sign-in page, and a page for unknown addresses. */
export function handlersFor(world: World): HttpHandler[] {
  const { log } = world.host
  const handlers = answerers(world)
  return log ? recorded(world, log, ({ pathname }) => isLmsPath(pathname), handlers) : handlers
}

function answerers(world: World): HttpHandler[] {
  return [
    ...sessionFace(world),
    ...gradesFace(world),
    ...courseGradesFace(world),
    ...sectionBreakdownFace(world),
    ...submissionsFace(world),
    ...gradesV0Face(world),
    ...so2Face(world),
    ...programGradesFace(world),
    ...peopleFace(world),
    ...coursesFace(world),
    ...blocksFace(world),
    ...homeFace(world),
    ...certificatesFace(world),
    ...creditFace(world),
    ...completionFace(world),
    ...mfeConfigFace(world),
    ...bulkGradesFace(world),
    ...instructorFace(world),
    ...lineItemsFace(world),
    ...toolScoresFace(world),
    ...membershipsFace(world),
    ...schoologyFace(world),
    ...signInFace(world),
    // Last of those that answer: what is documented, and nobody above knows.
    ...catalogueFace(world),
    http.all(
      ({ request }) => isLmsPath(new URL(request.url).pathname),
      () => notFoundPage(),
    ),
  ]
}
