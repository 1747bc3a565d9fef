import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseFacts, CourseParams, CourseSummary } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { section, userSections } from './endpoints-sections.ts'
import { everyPage } from './pages.ts'
import { readViewer } from './people.ts'

type Section = AnswerOf<typeof section>

/** The sections in which the viewer teaches or learns, past ones too. Section, `users/{id}/sections`. */
export async function readCourses(session: Session, signal?: AbortSignal): Promise<CourseSummary[]> {
  const { username: userId } = await readViewer(session, signal)
  const sections = await everyPage(
    (paging) =>
      call(userSections, { path: { userId }, query: { include_past: true, ...paging }, signal }, session),
    ({ section: some }) => some,
  )
  return sections.map((one) => ({
    ...factsOf(one),
    role: one.admin ? 'instructor' : null,
    enrolled: !one.admin,
  }))
}

/** One section. Section, `sections/{id}`. */
export async function readCourse(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<CourseFacts> {
  const found = await call(section, { path: { sectionId: courseId }, signal }, session)
  return { ...factsOf(found), tracks: [] }
}

/** A course is given to several classes: the class tells which one it is, like the run of a course. */
function factsOf(one: Section): Omit<CourseSummary, 'role' | 'enrolled'> {
  return {
    id: one.id,
    name: one.course_title || one.section_title || one.id,
    org: null,
    number: one.course_code || null,
    run: one.section_title || null,
    start: null,
    end: null,
  }
}
