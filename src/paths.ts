import type { CourseId, LearnerId, SubsectionId } from './domain/course.ts'

/** Writes an id into a path: readable where a URL allows it (`course-v1:edX+DemoX+Demo`), percent-encoded otherwise. */
function segment(id: string): string {
  return encodeURIComponent(id).replace(/%3A/g, ':').replace(/%2B/g, '+').replace(/%40/g, '@')
}

/** Every URL that the app can link to, below its base path. */
export const path = {
  /** Who has one course only goes straight there; `all` shows the list even so. */
  courses: ({ all = false }: { all?: boolean } = {}) => (all ? '/?all' : '/'),
  gradebook: ({ courseId }: { courseId: CourseId }) => `/${segment(courseId)}`,
  override: (to: { courseId: CourseId; learnerId: LearnerId; subsectionId: SubsectionId }) =>
    `/${segment(to.courseId)}/learners/${segment(to.learnerId)}/${segment(to.subsectionId)}`,
  gradingInfo: ({ courseId }: { courseId: CourseId }) => `/${segment(courseId)}/grading-info`,
  /** The viewer's own standing, or (for staff) a learner's. */
  progress: ({ courseId, learnerId }: { courseId: CourseId; learnerId?: LearnerId }) =>
    `/${segment(courseId)}/progress${learnerId === undefined ? '' : `/${segment(learnerId)}`}`,
  /** Totals across courses. */
  grades: () => '/grades',
} as const
