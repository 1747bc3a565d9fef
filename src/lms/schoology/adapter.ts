import type { Lms } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { siteLinks } from '#src/lms/site-links.ts'
import { readPeriodGrades, saveComment } from './comments.ts'
import { readGradebook, readLearner } from './gradebook.ts'
import { readGrade, saveGrades } from './grades.ts'
import { readDueDates, readGradingInfo } from './grading.ts'
import { readViewer, usernameOf } from './people.ts'
import { readProgress, readTotal } from './progress.ts'
import { readCourse, readCourses } from './sections.ts'

/** Schoology, through a proxy that signs. A course is a section, a learner an enrolment. */
export function schoology(session: Session): Lms {
  const { signIn, signOut } = siteLinks(session)
  return {
    site: session.site ?? session.baseUrl,
    capabilities: {
      // The lists know none: all filters work on what is read.
      serverFilters: new Set(['username']),
      // No document tells a limit; a list has at most so many.
      batchSize: 100,
      reasonLength: 0,
      keepsHistory: false,
      setsGrades: true,
      exceptions: ['excused', 'incomplete'],
      estimatesTotals: false,
      rows: 'assignments',
    },
    links: { signIn, signOut },
    viewer: (_, signal) => readViewer(session, signal),
    courses: (_, signal) => readCourses(session, signal),
    course: (params, signal) => readCourse(session, params, signal),
    gradingInfo: (params, signal) => readGradingInfo(session, params, signal),
    gradebook: (query, signal) => readGradebook(session, query, signal),
    learnerGrades: (params, signal) => readLearner(session, params, signal),
    usernameOf: (params, signal) => usernameOf(session, params, signal),
    dueDates: (params, signal) => readDueDates(session, params, signal),
    progress: (params, signal) => readProgress(session, params, signal),
    courseTotal: (params, signal) => readTotal(session, params, signal),
    subsectionGrade: (params, signal) => readGrade(session, params, signal),
    periodGrades: (params, signal) => readPeriodGrades(session, params, signal),
    saveComment: (comment, signal) => saveComment(session, comment, signal),
    saveOverrides: (batch, signal) => saveGrades(session, batch, signal),
  }
}
