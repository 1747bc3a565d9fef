import type { SubsectionId } from '#src/domain/course.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { blocks } from './endpoints-blocks.ts'
import { requireCourseKey } from './ids.ts'

type Block = Exclude<AnswerOf<typeof blocks>, readonly unknown[]>['blocks'][string]

/** What gives a course its form and is never answered itself, whatever a release says of its score. */
const FRAMES: ReadonlySet<string> = new Set(['course', 'chapter', 'sequential', 'vertical'])

/**
 * Reads the names of the problems in a course, by subsection and in course order; an empty name where one has none.
 * @param params.username as whom the course is seen; null: all of it, for staff
 * Courses API v1, blocks.
 */
export async function readProblemNames(
  session: Session,
  { courseId, username }: CourseParams & { username: string | null },
  signal?: AbortSignal,
): Promise<ReadonlyMap<SubsectionId, readonly string[]>> {
  requireCourseKey(courseId)
  const answer = await call(
    blocks,
    {
      query: {
        course_id: courseId,
        ...(username === null ? { all_blocks: 'true' } : { username }),
        depth: 'all',
        requested_fields: ['children,has_score'],
        return_type: 'dict',
      },
      signal,
    },
    session,
  )
  const all = new Map(
    (Array.isArray(answer) ? answer : Object.values(answer.blocks)).map((one) => [one.id, one]),
  )
  const subsections = [...all.values()].filter(({ type }) => type === 'sequential')
  return new Map(subsections.map((one) => [one.id, namesBelow(one, all, new Set())]))
}

/** @param seen a block that stands in two places, or within itself, is named once */
function namesBelow(block: Block, all: ReadonlyMap<string, Block>, seen: Set<string>): string[] {
  return (block.children ?? []).flatMap((id) => {
    const child = all.get(id)
    if (!child || seen.has(id)) return []
    seen.add(id)
    const below = namesBelow(child, all, seen)
    return child.has_score && !FRAMES.has(child.type) ? [...below, child.display_name ?? ''] : below
  })
}
