import type { Lms } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { readGradingInfo, readLearner, readProgress, readTotal } from './grades.ts'

/** What the site tells beside grades; the same on old and new releases. */
type Around = Pick<Lms, 'viewer' | 'courses' | 'course' | 'links'>

/** Open edX of old releases, by its Grades API v0: totals of one learner at a time, and the policy. */
export function openedxV0(session: Session, around: Around): Lms {
  return {
    ...around,
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
      tellsPolicyOnly: true,
      totalColumns: new Set(['letter']),
    },
    gradingInfo: (params, signal) => readGradingInfo(session, params, signal),
    learnerGrades: (params, signal) => readLearner(session, params, signal),
    // A username is the id.
    usernameOf: ({ learnerId }) => Promise.resolve(learnerId),
    progress: (params, signal) => readProgress(session, params, signal),
    courseTotal: (params, signal) => readTotal(session, params, signal),
  }
}
