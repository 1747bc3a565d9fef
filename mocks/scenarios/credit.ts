import type { CreditRequirement, RequirementState } from '#mocks/lms/standing-model.ts'
import { DAY, TODAY } from './calendar.ts'
import type { StatisticsPlan } from './courses.ts'
import { type NamedLearner, withLearners } from './named-learners.ts'

/** Until when credit can be asked for, and a day on which that was over. */
const DEADLINE = TODAY + 40 * DAY
const PAST = TODAY - 3 * DAY

/** What became of the exam under supervision and of the check of identity. */
interface Story {
  readonly is: string
  readonly right: number
  readonly exam: RequirementState
  readonly identity: RequirementState
  readonly deadline?: number
  readonly mode?: string
}

/** The first one signs in as the learner. */
const STORIES: readonly Story[] = [
  { is: 'partly eligible', right: 0.9, exam: 'submitted', identity: 'satisfied' },
  { is: 'eligible', right: 0.9, exam: 'satisfied', identity: 'satisfied' },
  { is: 'not eligible, exam failed', right: 0.9, exam: 'failed', identity: 'satisfied' },
  { is: 'not eligible, exam declined', right: 0.9, exam: 'declined', identity: 'satisfied' },
  { is: 'nothing done yet', right: 0.4, exam: null, identity: null },
  { is: 'eligible, deadline passed', right: 0.9, exam: 'satisfied', identity: 'satisfied', deadline: PAST },
  { is: 'not in a credit track', right: 0.9, exam: null, identity: null, mode: 'audit' },
]

/** One learner for each way in which credit can stand, named by it. */
export const CREDIT: Partial<StatisticsPlan> = {
  ...withLearners(STORIES.map(learner)),
  flags: { progressGraph: false },
}

function learner({ is, right, exam, identity, deadline = DEADLINE, mode = 'verified' }: Story): NamedLearner {
  return {
    name: `Credit: ${is}`,
    username: `credit-${is.replaceAll(/[^a-z]+/g, '-')}`,
    mode,
    right,
    standing: {
      verification: { state: mode === 'verified' ? 'approved' : 'none', since: null },
      credit: {
        deadline,
        requirements: [
          { name: 'Minimum grade', minGrade: 0.75, state: null, since: null },
          requirement('Proctored midterm', exam, TODAY - 20 * DAY),
          requirement('Identity verification', identity, TODAY - 60 * DAY),
        ],
      },
    },
  }
}

function requirement(name: string, state: RequirementState, since: number): CreditRequirement {
  return { name, minGrade: null, state, since: state === null ? null : since }
}
