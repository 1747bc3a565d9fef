import { userOfExternalId } from './external-ids.ts'
import type { LineItem } from './line-items.ts'
import type { LtiTool } from './tools.ts'
import type { Instant } from '#mocks/lms/model.ts'
import { crash, invalid } from '#mocks/lms/refusal.ts'
import { setScore } from '#mocks/lms/scores.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

export const ACTIVITY = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'] as const
export const GRADING = ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'] as const

/** The latest word of a tool about somebody's work. */
export interface ToolScore {
  /** The external id, as the tool wrote it. */
  readonly userId: string
  /** When the tool says that it was scored. */
  readonly at: Instant
  /** Null: there is no score (any more). */
  readonly scoreGiven: number | null
  readonly scoreMaximum: number | null
  readonly comment: string | null
  readonly activityProgress: (typeof ACTIVITY)[number]
  readonly gradingProgress: (typeof GRADING)[number]
}

/** By line item and external id. */
const scores = table<ToolScore>('tool-scores')

/**
 * Takes a score from a tool. LTI AGS, score publish service. One that is fully graded reaches the problem, scaled to its
 * points and never above them, where the line item is tied to the tool's own problem; other ones are only kept. A score
 * that is null erases the one before, in the problem too. Due dates do not matter.
 * @throws {Refusal} 400 by field: not later than the score before, no maximum or one of zero; a crash for a user whom
 *   the platform does not know, where the score is to reach the problem
 */
export function takeScore(school: School, tool: LtiTool, item: LineItem, score: ToolScore): void {
  check(score, scores.get(school, keyOf(item, score.userId)))
  const publish = publication(school, tool, item, score)
  scores.put(school, keyOf(item, score.userId), score)
  publish()
}

/** Gives the scores of a line item that are not null, newest first. LTI AGS, result service. */
export function resultsOf(school: School, item: LineItem): ToolScore[] {
  return scores
    .entries(school)
    .filter(([key, { scoreGiven }]) => key.startsWith(`${item.id} `) && scoreGiven !== null)
    .map(([, score]) => score)
    .toSorted((one, other) => other.at - one.at)
}

/** Forgets the scores of a line item that goes. */
export function forgetScores(school: School, item: LineItem): void {
  for (const [key] of scores.entries(school)) {
    if (key.startsWith(`${item.id} `)) scores.remove(school, key)
  }
}

/** Both are told at once. */
function check({ at, scoreGiven, scoreMaximum }: ToolScore, before: ToolScore | undefined): void {
  const wrong = {
    ...(before && before.at > at
      ? { timestamp: 'Score timestamp can only be updated to a later point in time' }
      : {}),
    ...(before?.at === at ? { timestamp: 'Score already exists for the provided timestamp' } : {}),
    ...(scoreGiven !== null && !scoreMaximum
      ? { scoreMaximum: 'scoreMaximum is a required field when providing a scoreGiven value.' }
      : {}),
  }
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
}

/** Finds out what a score does to the problem before anything is written, so that a crash leaves nothing behind. */
function publication(school: School, tool: LtiTool, item: LineItem, score: ToolScore): () => void {
  const { course, problem } = tool
  const nothing = () => undefined
  // A tool must not reach other problems than its own.
  if (item.resourceLinkId !== problem.key) return nothing
  const userId = userOfExternalId(school, score.userId)
  const { scoreGiven, scoreMaximum, gradingProgress } = score
  if (scoreGiven === null || scoreMaximum === null) {
    return userId === undefined ? nothing : () => setScore(school, course, userId, problem.key, null)
  }
  if (gradingProgress !== 'FullyGraded') return nothing
  if (userId === undefined) throw crash(`A tool scored somebody unknown: ${score.userId}`)
  const earned = (Math.min(scoreGiven, scoreMaximum) / scoreMaximum) * problem.rawPossible
  return () => setScore(school, course, userId, problem.key, earned)
}

function keyOf(item: LineItem, userId: string): string {
  return `${item.id} ${userId}`
}
