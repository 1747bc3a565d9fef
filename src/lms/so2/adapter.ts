import type { Lms } from '#src/lms/lms.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { Session } from '#src/lms/session.ts'
import { siteLinks } from '#src/lms/site-links.ts'
import type { TokenHolder } from '#src/lms/token.ts'
import {
  readCourse,
  readCourses,
  readGradebook,
  readLearner,
  readProgress,
  readTotal,
  readTotals,
} from './totals.ts'

/** The so2 grades API: totals of a whole site, by token, for reading. */
export function so2(session: Session, token: TokenHolder): Lms {
  const { signIn, signOut } = siteLinks(session)
  return {
    site: session.site ?? session.baseUrl,
    capabilities: {
      serverFilters: new Set(['username']),
      batchSize: 0,
      reasonLength: 0,
      keepsHistory: false,
      setsGrades: false,
      exceptions: [],
      estimatesTotals: false,
      rows: 'totals',
      usernamesAtOnce: 100,
      totalColumns: new Set(['email', 'letter', 'passedAt', 'lastActivity']),
    },
    links: { signIn, signOut },
    token,
    // A token does not say whose it is.
    viewer: () => Promise.reject(new LmsError('unsupported', { endpoint: 'viewer' })),
    courses: (_, signal) => readCourses(session, signal),
    course: (params, signal) => readCourse(session, params, signal),
    gradebook: (query, signal) => readGradebook(session, query, signal),
    learnerGrades: (params, signal) => readLearner(session, params, signal),
    // A username is the id.
    usernameOf: ({ learnerId }) => Promise.resolve(learnerId),
    progress: (params, signal) => readProgress(session, params, signal),
    courseTotal: (params, signal) => readTotal(session, params, signal),
    courseTotals: (params, signal) => readTotals(session, params, signal),
  }
}
