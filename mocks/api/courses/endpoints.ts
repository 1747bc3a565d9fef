import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const Uri = z.object({ uri: z.nullable(z.string()) })

/** One course of the catalogue, with its description. Courses API v1. */
export const courseDetail = endpoint({
  method: 'GET',
  path: '/api/courses/v1/courses/:courseId/?',
  query: { username: 'text' },
  response: z.object({
    id: z.string(),
    course_id: z.string(),
    name: z.string(),
    org: z.string(),
    number: z.string(),
    start: z.nullable(z.string()),
    end: z.nullable(z.string()),
    enrollment_start: z.nullable(z.string()),
    enrollment_end: z.nullable(z.string()),
    start_display: z.nullable(z.string()),
    start_type: z.string(),
    short_description: z.nullable(z.string()),
    /** HTML. */
    overview: z.string(),
    effort: z.nullable(z.string()),
    pacing: z.string(),
    hidden: z.boolean(),
    invitation_only: z.boolean(),
    mobile_available: z.boolean(),
    blocks_url: z.string(),
    media: z.object({
      banner_image: z.object({ uri: z.nullable(z.string()), uri_absolute: z.nullable(z.string()) }),
      course_image: Uri,
      course_video: Uri,
      image: z.object({ raw: z.string(), small: z.string(), large: z.string() }),
    }),
  }),
  doc: `${LMS}#get--courses-v1-courses-course_key_string-`,
})

/** Ids of the courses in which somebody has a role. Courses API v1. */
export const courseIds = endpoint({
  method: 'GET',
  path: '/api/courses/v1/course_ids/',
  query: { username: 'text', role: 'text', page: 'number', page_size: 'number' },
  response: z.object({
    results: z.array(z.string()),
    pagination: z.object({
      next: z.nullable(z.string()),
      previous: z.nullable(z.string()),
      count: z.number(),
      num_pages: z.number(),
    }),
  }),
  doc: `${LMS}#get--courses-v1-course_ids-`,
})

/** What a search index needs of a block. Courses API v1. */
export const blockMetadata = endpoint({
  method: 'GET',
  path: '/api/courses/v1/block_metadata/:usageKey/?',
  aliases: ['/api/courses/v2/block_metadata/:usageKey/?'],
  query: { include: 'text' },
  response: z.object({
    id: z.string(),
    type: z.string(),
    index_dictionary: z.optional(
      z.object({ content: z.record(z.string(), z.string()), content_type: z.string() }),
    ),
  }),
  doc: `${LMS}#get--courses-v1-block_metadata-usage_key_string`,
})
