import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { AccessExpiration, CertificateData, MaybeNumber, MaybeText, VerifiedMode } from './schemas.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const DateBlock = z.object({
  title: z.string(),
  /** ISO 8601. */
  date: z.nullable(z.string()),
  /** `assignment-due-date`, `course-end-date`, … */
  date_type: z.string(),
  assignment_type: MaybeText,
  /** Of assignments only. */
  complete: z.optional(z.nullable(z.boolean())),
  description: MaybeText,
  learner_has_access: z.optional(z.nullable(z.boolean())),
  /** Empty where there is nothing to go to. */
  link: MaybeText,
  link_text: MaybeText,
  extra_info: MaybeText,
  first_component_block_id: MaybeText,
})

const DatesBanner = z.object({
  missed_deadlines: z.boolean(),
  content_type_gating_enabled: z.boolean(),
  missed_gated_content: z.boolean(),
  verified_upgrade_link: MaybeText,
})

/** What is due when, for the caller, in order of time. 401 with a bare JSON string where not enrolled. Course home API v1. */
export const dates = endpoint({
  method: 'GET',
  path: '/api/course_home/dates/:courseId',
  aliases: ['/api/course_home/v1/dates/:courseId'],
  response: z.object({
    course_date_blocks: z.array(DateBlock),
    dates_banner_info: z.optional(z.nullable(DatesBanner)),
    has_ended: z.boolean(),
    learner_is_full_access: z.boolean(),
    user_timezone: MaybeText,
  }),
  doc: `${LMS}#get--course_home-dates-course_key_string`,
})

const OutlineBlock = z.object({
  id: z.string(),
  /** `course`, `chapter` or `sequential`. */
  type: z.string(),
  display_name: z.nullable(z.string()),
  children: z.array(z.string()),
  complete: z.optional(z.boolean()),
  description: MaybeText,
  due: MaybeText,
  effort_activities: MaybeNumber,
  effort_time: MaybeNumber,
  icon: MaybeText,
  lms_web_url: MaybeText,
  resume_block: z.optional(z.boolean()),
  has_scheduled_content: z.optional(z.nullable(z.boolean())),
  hide_from_toc: z.optional(z.nullable(z.boolean())),
})

/** The course as a list of sections, and what stands around it; open to anybody who may see it. Course home API v1. */
export const outline = endpoint({
  method: 'GET',
  path: '/api/course_home/outline/:courseId',
  aliases: ['/api/course_home/v1/outline/:courseId'],
  response: z.object({
    access_expiration: z.optional(z.nullable(AccessExpiration)),
    cert_data: z.optional(z.nullable(CertificateData)),
    /** Null for those who may not enter. */
    course_blocks: z.nullable(z.object({ blocks: z.record(z.string(), OutlineBlock) })),
    course_goals: z.optional(
      z.object({ selected_goal: z.nullable(z.unknown()), weekly_learning_goal_enabled: z.boolean() }),
    ),
    course_tools: z.optional(
      z.array(z.object({ analytics_id: z.string(), title: z.string(), url: z.string() })),
    ),
    dates_banner_info: z.optional(z.nullable(DatesBanner)),
    dates_widget: z.object({
      course_date_blocks: z.array(DateBlock),
      dates_tab_link: MaybeText,
      user_timezone: MaybeText,
    }),
    enable_proctored_exams: z.optional(z.nullable(z.boolean())),
    enroll_alert: z.object({ can_enroll: z.boolean(), extra_text: MaybeText }),
    enrollment_mode: MaybeText,
    handouts_html: MaybeText,
    has_ended: z.boolean(),
    offer: z.optional(z.nullable(z.unknown())),
    resume_course: z.object({ has_visited_course: z.boolean(), url: MaybeText }),
    user_has_passing_grade: z.optional(z.boolean()),
    verified_mode: z.optional(z.nullable(VerifiedMode)),
    welcome_message_html: MaybeText,
  }),
  doc: `${LMS}#get--course_home-outline-course_key_string`,
})
