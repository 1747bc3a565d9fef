import type { Lms } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { readCourse } from './course.ts'
import { linksTo } from './links.ts'
import { readViewer } from './people.ts'

/** What an Open edX site tells beside grades: who asks, courses, links. The Grades APIs of all releases stand among these. */
export function openedxAround(session: Session): Pick<Lms, 'viewer' | 'courses' | 'course' | 'links'> {
  return {
    links: linksTo(session),
    viewer: (_, signal) => readViewer(session, signal),
    // What the first picture of a gradebook does without.
    courses: async (_, signal) => (await import('./courses.ts')).readCourses(session, signal),
    course: (params, signal) => readCourse(session, params, signal),
  }
}
