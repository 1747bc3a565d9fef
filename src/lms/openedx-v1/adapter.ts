import type { Lms } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { openedxAround } from './around.ts'
import { readGradebook, readLearner } from './gradebook.ts'
import { readGradingInfo, readPolicy } from './grading.ts'

/** What the first picture of a gradebook does without. */
const overrides = () => import('./overrides.ts')
const progress = () => import('./progress.ts')
const totals = () => import('./course-totals.ts')
const standing = () => import('./standing.ts')

/** Open edX by its Grades API v1 and what surrounds it. */
export function openedxV1(session: Session): Lms {
  return {
    ...openedxAround(session),
    site: session.site ?? session.baseUrl,
    capabilities: {
      serverFilters: new Set([
        'search',
        'username',
        'track',
        'cohort',
        'assignmentGrade',
        'courseGrade',
        'courseTeam',
      ]),
      // The server has no limit, but recalculates each item before it answers.
      batchSize: 100,
      reasonLength: 300,
      keepsHistory: true,
      setsGrades: false,
      exceptions: [],
      estimatesTotals: true,
      rows: 'assignments',
      freezeDays: 30,
      usernamesAtOnce: 100,
      totalColumns: new Set(['email', 'letter']),
    },
    gradingInfo: (params, signal) => readGradingInfo(session, params, signal),
    policy: (params, signal) => readPolicy(session, params, signal),
    cohorts: async (params, signal) => (await import('./cohorts.ts')).readCohorts(session, params, signal),
    gradebook: (query, signal) => readGradebook(session, query, signal),
    learnerGrades: (params, signal) => readLearner(session, params, signal),
    usernameOf: async (params, signal) => (await progress()).usernameOf(session, params, signal),
    dueDates: async (params, signal) => (await progress()).readDueDates(session, params, signal),
    progress: async (params, signal) => (await progress()).readProgress(session, params, signal),
    courseHome: async (params, signal) =>
      (await import('./course-home.ts')).readCourseHome(session, params, signal),
    submissions: async (params, signal) =>
      (await import('./submissions.ts')).readSubmissions(session, params, signal),
    courseTotal: async (params, signal) => (await totals()).readTotal(session, params, signal),
    courseTotals: async (params, signal) => (await totals()).readTotals(session, params, signal),
    totalLines: async (params, signal) => (await totals()).readLines(session, params, signal),
    problemNames: async (params, signal) =>
      (await import('./problem-names.ts')).readProblemNames(session, params, signal),
    certificate: async (params, signal) => (await standing()).readCertificate(session, params, signal),
    creditDeadline: async (params, signal) => (await standing()).readCreditDeadline(session, params, signal),
    subsectionGrade: async (params, signal) => (await overrides()).readSubsection(session, params, signal),
    saveOverrides: async (batch, signal) => (await overrides()).saveOverrides(session, batch, signal),
  }
}
