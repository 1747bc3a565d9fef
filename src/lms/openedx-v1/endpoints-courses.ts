import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { MaybeNumber, MaybeText, VerifiedMode } from './schemas.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const Uri = z.object({ uri: MaybeText, uri_absolute: MaybeText })

/**
 * The courses that a person may see, page by page. Without `username` it answers as for an anonymous visitor.
 * Courses API v1.
 */
export const courses = endpoint({
  method: 'GET',
  path: '/api/courses/v1/courses/',
  query: {
    username: 'text',
    org: 'text',
    search_term: 'text',
    permissions: 'texts',
    active_only: 'flag',
    course_keys: 'texts',
    mobile: 'text',
    page: 'number',
    page_size: 'number',
  },
  response: z.object({
    results: z.array(
      z.object({
        id: z.string(),
        course_id: z.optional(z.string()),
        name: z.string(),
        org: z.string(),
        number: z.string(),
        start: MaybeText,
        end: MaybeText,
        enrollment_start: MaybeText,
        enrollment_end: MaybeText,
        start_display: MaybeText,
        start_type: z.optional(z.string()),
        short_description: MaybeText,
        effort: MaybeText,
        pacing: z.optional(z.string()),
        hidden: z.optional(z.boolean()),
        invitation_only: z.optional(z.boolean()),
        mobile_available: z.optional(z.boolean()),
        blocks_url: z.optional(z.string()),
        media: z.optional(
          z.object({
            banner_image: z.optional(Uri),
            course_image: z.optional(Uri),
            course_video: z.optional(Uri),
            image: z.optional(z.object({ raw: MaybeText, small: MaybeText, large: MaybeText })),
          }),
        ),
      }),
    ),
    pagination: z.object({
      next: z.nullable(z.string()),
      previous: z.nullable(z.string()),
      count: z.number(),
      num_pages: z.number(),
    }),
  }),
  doc: `${LMS}#get--courses-v1-courses-`,
})

/** Title, tabs and the viewer's standing in a course; open to anybody who may see it. Course home API v1. */
export const courseMetadata = endpoint({
  method: 'GET',
  path: '/api/course_home/course_metadata/:courseId',
  aliases: ['/api/course_home/v1/course_metadata/:courseId'],
  response: z.object({
    course_id: z.string(),
    title: z.string(),
    org: z.string(),
    number: z.string(),
    start: MaybeText,
    username: z.nullable(z.string()),
    is_enrolled: z.boolean(),
    is_staff: z.boolean(),
    /** Who is really asking, under masquerade. */
    original_user_is_staff: z.optional(z.boolean()),
    is_self_paced: z.optional(z.boolean()),
    tabs: z.optional(z.array(z.object({ tab_id: z.string(), title: z.string(), url: z.string() }))),
    /** Null for those who are not enrolled. */
    celebrations: z.optional(
      z.nullable(
        z.object({
          first_section: z.optional(z.nullable(z.boolean())),
          streak_length_to_celebrate: MaybeNumber,
          streak_discount_enabled: z.optional(z.nullable(z.boolean())),
          weekly_goal: z.optional(z.nullable(z.boolean())),
        }),
      ),
    ),
    verified_mode: z.optional(z.nullable(VerifiedMode)),
    user_timezone: MaybeText,
    can_view_certificate: z.optional(z.nullable(z.boolean())),
    course_modes: z.optional(z.array(z.object({ slug: z.string(), name: z.string() }))),
    studio_access: z.optional(z.boolean()),
    has_course_author_access: z.optional(z.boolean()),
    is_new_discussion_sidebar_view_enabled: z.optional(z.boolean()),
    course_access: z.optional(
      z.object({
        has_access: z.boolean(),
        /** `enrollment_required`, `authentication_required`, `course_not_started`, `audit_expired`, … */
        error_code: MaybeText,
        developer_message: MaybeText,
        user_message: MaybeText,
        additional_context_user_message: MaybeText,
        user_fragment: MaybeText,
      }),
    ),
    course_theme_variant: MaybeText,
  }),
  doc: `${LMS}#get--course_home-course_metadata-course_key_string`,
})
