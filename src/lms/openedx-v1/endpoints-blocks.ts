import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { MaybeNumber, MaybeText } from './schemas.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

/** Fields on request are absent where they were not asked for, and where they would be null. */
const Block = z.object({
  id: z.string(),
  block_id: z.optional(z.string()),
  /** `course`, `chapter`, `sequential`, `vertical`, `problem`, `html`, … */
  type: z.string(),
  display_name: z.nullable(z.string()),
  lms_web_url: MaybeText,
  legacy_web_url: MaybeText,
  student_view_url: MaybeText,
  children: z.optional(z.array(z.string())),
  /** With everything inside of it, where it is nothing that one can complete by itself. */
  completion: MaybeNumber,
  graded: z.optional(z.boolean()),
  format: MaybeText,
  due: MaybeText,
  show_correctness: MaybeText,
  has_score: z.optional(z.boolean()),
  weight: MaybeNumber,
  block_counts: z.optional(z.record(z.string(), z.number())),
  descendants: z.optional(z.array(z.string())),
  student_view_data: z.optional(z.unknown()),
  student_view_multi_device: z.optional(z.boolean()),
  lti_url: MaybeText,
})

/** By id, or (`return_type=list`) a bare array. */
const Blocks = z.union([z.object({ root: z.string(), blocks: z.record(z.string(), Block) }), z.array(Block)])

const QUERY = {
  username: 'text',
  all_blocks: 'text',
  depth: 'text',
  nav_depth: 'text',
  requested_fields: 'texts',
  block_counts: 'texts',
  block_types_filter: 'texts',
  student_view_data: 'texts',
  return_type: 'text',
} as const

/**
 * A course with all that is inside, down to its problems, as `username` sees it; or with `all_blocks`, for staff, as it
 * is. Courses API v1.
 */
export const blocks = endpoint({
  method: 'GET',
  path: '/api/courses/v1/blocks/',
  aliases: ['/api/courses/v2/blocks/'],
  query: { course_id: 'text', ...QUERY },
  response: Blocks,
  doc: `${LMS}#get--courses-v1-blocks-`,
})

/** A part of a course with all that is inside. Courses API v1. */
export const blocksBelow = endpoint({
  method: 'GET',
  path: '/api/courses/v1/blocks/:usageKey/?',
  aliases: ['/api/courses/v2/blocks/:usageKey/?'],
  query: QUERY,
  response: Blocks,
  doc: `${LMS}#get--courses-v1-blocks-usage_key_string`,
})
