import { CERTIFICATE_STATES, type CertificateState } from '#mocks/lms/standing-model.ts'
import type { StatisticsPlan } from './courses.ts'
import { AUTUMN, DAY } from './calendar.ts'
import { type NamedLearner, withLearners } from './named-learners.ts'

/** The state of the one who signs in as the learner; the others follow in the documented order. */
const FIRST: CertificateState = 'downloadable'
const FAILING: ReadonlySet<string> = new Set(['notpassing', 'audit_notpassing'])

/** One learner for each state of a certificate, named by it, and one for whom there is none. */
export const CERTIFICATES: Partial<StatisticsPlan> = withLearners(
  [FIRST, ...CERTIFICATE_STATES.filter((state) => state !== FIRST), 'none' as const].map(learner),
)

function learner(state: CertificateState | 'none'): NamedLearner {
  return {
    name: `Certificate ${state.replaceAll('_', ' ')}`,
    username: `certificate-${state}`,
    mode: modeOf(state),
    right: FAILING.has(state) ? 0.4 : 0.9,
    standing: {
      certificate: state,
      verification: {
        state: state === 'unverified' ? 'must_reverify' : 'approved',
        since: AUTUMN.start + 3 * DAY,
      },
    },
  }
}

function modeOf(state: CertificateState | 'none'): string {
  if (state.startsWith('audit')) return 'audit'
  return state === 'honor_passing' ? 'honor' : 'verified'
}
