import * as z from 'zod/mini'
import type { Json, Write } from '#mocks/lms/write-model.ts'

const json: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
)
const loose = z.optional(z.nullable(z.union([z.number(), z.string()])))
const text = z.optional(z.nullable(z.string()))

const item = z.object({
  userId: loose,
  usageKey: text,
  grade: z.optional(
    z.nullable(
      z.object({
        earnedAll: loose,
        possibleAll: loose,
        earnedGraded: loose,
        possibleGraded: loose,
        comment: text,
      }),
    ),
  ),
})

const write = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('override'),
    courseKey: z.string(),
    by: z.int(),
    item,
    system: z.optional(z.nullable(z.enum(['GRADEBOOK', 'PROCTORING', 'grade-import']))),
  }),
  z.object({
    kind: z.literal('score'),
    courseKey: z.string(),
    userId: z.int(),
    problemKey: z.string(),
    earned: z.nullable(z.number()),
  }),
  z.object({ kind: z.literal('put'), table: z.string(), key: z.string(), value: z.optional(json) }),
  z.object({ kind: z.literal('clock'), at: z.int() }),
])

const journal = z.array(write)

/** Reads a journal that came from outside. Null where it is none, or where one of its writes is of no known kind. */
export function readJournal(value: unknown): Write[] | null {
  try {
    return journal.safeParse(value).data ?? null
  } catch {
    // Nested so deeply that reading it leaves no room on the stack.
    return null
  }
}
