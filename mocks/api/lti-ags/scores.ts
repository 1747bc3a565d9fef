import type { HttpHandler } from 'msw'
import { Reply, detailErrors } from '#mocks/answer.ts'
import { fieldsOf } from '#mocks/api/fields.ts'
import { time } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { crash } from '#mocks/lms/refusal.ts'
import { ACTIVITY, GRADING, type ToolScore, resultsOf, takeScore } from '#mocks/lms/lti/tool-scores.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from './endpoints-scores.ts'
import { addressOf, itemOf } from './line-items.ts'
import { toolOf } from './tool-token.ts'

const resolvers: Resolvers<typeof wire> = {
  results: (asked) => resultList(asked),
  resultsOfUser: (asked) => resultList(asked, asked.path.userId),

  postScore: (asked) => {
    const tool = toolOf(asked, 'score')
    const item = itemOf(asked.school, tool, asked.path.id)
    const score = readScore(asked.json())
    takeScore(asked.school, tool, item, score)
    const { at, userId, ...rest } = score
    return new Reply({ timestamp: time(at), ...rest, userId }, 201)
  },
}

function resultList(
  asked: Asked<typeof wire.results> | Asked<typeof wire.resultsOfUser>,
  userId?: string,
): WireOf<typeof wire.results> {
  const { school, url, path, query } = asked
  const item = itemOf(school, toolOf(asked, 'result.readonly'), path.id)
  const scoreOf = addressOf(url, item)
  const found = resultsOf(school, item).filter((score) => userId === undefined || score.userId === userId)
  return found.slice(0, limitOf(query.limit)).map(({ userId, scoreGiven, scoreMaximum, comment }) => ({
    id: `${scoreOf}/results/${userId}`,
    scoreOf,
    userId,
    resultScore: scoreGiven ?? 0,
    resultMaximum: scoreMaximum && scoreMaximum > 0 ? scoreMaximum : 1,
    comment,
  }))
}

/** The server reads the limit without a guard. */
function limitOf(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^\s*\+?\d+\s*$/.test(text)) throw crash('limit is no whole number, or a negative one')
  return Number(text)
}

/**
 * The real server lets points below zero pass; a problem cannot have them, so they are refused here.
 * @throws {Refusal} 400 by field
 */
function readScore(body: unknown): ToolScore {
  const fields = fieldsOf(body)
  const at = fields.instant('timestamp', { required: true })
  const scoreGiven = fields.number('scoreGiven', { nullable: true, least: 0 })
  const scoreMaximum = fields.number('scoreMaximum', { nullable: true })
  const comment = fields.text('comment', { nullable: true })
  const activityProgress = fields.choice('activityProgress', ACTIVITY, { required: true })
  const gradingProgress = fields.choice('gradingProgress', GRADING, { required: true })
  const userId = fields.text('userId', { required: true, longest: 255 })
  fields.check()
  return {
    userId,
    at,
    scoreGiven: scoreGiven ?? null,
    scoreMaximum: scoreMaximum ?? null,
    comment: comment ?? null,
    activityProgress,
    gradingProgress,
  }
}

/** LTI AGS: the scores that tools give, and what became of them. */
export function toolScoresFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
