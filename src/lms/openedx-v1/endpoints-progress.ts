import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { AccessExpiration, CertificateData, MaybeNumber, MaybeText, VerifiedMode } from './schemas.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const Subsection = z.object({
  assignment_type: z.nullable(z.string()),
  block_key: z.string(),
  display_name: z.string(),
  /** ISO 8601. */
  due: MaybeText,
  has_graded_assignment: z.boolean(),
  override: z.optional(z.nullable(z.object({ system: MaybeText, reason: MaybeText }))),
  /** False where the learner would have to upgrade. */
  learner_has_access: z.optional(z.boolean()),
  num_points_earned: z.number(),
  num_points_possible: z.number(),
  /** Fraction. */
  percent_graded: z.number(),
  problem_scores: z.array(z.object({ earned: z.number(), possible: z.number() })),
  show_correctness: z.string(),
  /** False: the points that come all the same are not for the learner's eyes. */
  show_grades: z.boolean(),
  /** Null once the subsection is hidden, or without access. */
  url: MaybeText,
})

const TypeSummary = z.object({
  type: z.string(),
  short_label: MaybeText,
  weight: z.number(),
  /** Over the visible scores kept, a fraction, four decimals. */
  average_grade: z.number(),
  weighted_grade: z.number(),
  num_droppable: z.number(),
  num_total: z.number(),
  /** `none`, `some` or `all`. */
  has_hidden_contribution: z.string(),
  last_grade_publish_date: MaybeText,
})

const Progress = z.object({
  username: z.string(),
  course_grade: z.object({
    letter_grade: z.nullable(z.string()),
    percent: z.number(),
    is_passing: z.boolean(),
  }),
  grading_policy: z.object({
    assignment_policies: z.array(
      z.object({
        type: z.string(),
        short_label: MaybeText,
        weight: z.number(),
        num_droppable: z.number(),
        num_total: MaybeNumber,
      }),
    ),
    /** Letter to fraction: just `Pass`, or letters. */
    grade_range: z.record(z.string(), z.number()),
    assignment_colors: z.optional(z.array(z.string())),
  }),
  section_scores: z.array(z.object({ display_name: z.string(), subsections: z.array(Subsection) })),
  user_has_passing_grade: z.optional(z.boolean()),
  enrollment_mode: MaybeText,
  end: MaybeText,
  has_scheduled_content: z.optional(z.nullable(z.boolean())),
  completion_summary: z.optional(
    z.object({ complete_count: z.number(), incomplete_count: z.number(), locked_count: z.number() }),
  ),
  certificate_data: z.optional(z.nullable(CertificateData)),
  credit_course_requirements: z.optional(
    z.nullable(
      z.object({
        dashboard_url: MaybeText,
        /** `eligible`, `not_eligible` or `partial_eligible`. */
        eligibility_status: MaybeText,
        requirements: z.array(
          z.object({
            display_name: z.string(),
            min_grade: MaybeNumber,
            /** `satisfied`, `failed`, `submitted`, `declined`, or null while nothing is known. */
            status: MaybeText,
            status_date: MaybeText,
          }),
        ),
      }),
    ),
  ),
  verification_data: z.optional(
    z.nullable(z.object({ link: MaybeText, status: MaybeText, status_date: MaybeText })),
  ),
  verified_mode: z.optional(z.nullable(VerifiedMode)),
  access_expiration: z.optional(z.nullable(AccessExpiration)),
  studio_url: MaybeText,
  disable_progress_graph: z.optional(z.boolean()),
  /** Sorted by weight, ascending; newest releases only. */
  assignment_type_grade_summary: z.optional(z.array(TypeSummary)),
  /** Fraction over all included scores, hidden ones too; newest releases only. */
  final_grades: MaybeNumber,
})

/** The caller's own standing. 401 with a bare JSON string where not enrolled. Course home API v1, progress. */
export const progress = endpoint({
  method: 'GET',
  path: '/api/course_home/progress/:courseId',
  aliases: ['/api/course_home/v1/progress/:courseId'],
  response: Progress,
  doc: `${LMS}#get--course_home-progress-course_key_string`,
})

/** A learner's standing, for staff; 404 for everybody else and for unknown ids. Course home API v1, progress. */
export const progressOfLearner = endpoint({
  method: 'GET',
  path: '/api/course_home/progress/:courseId/:learnerId/?',
  aliases: ['/api/course_home/v1/progress/:courseId/:learnerId/?'],
  response: Progress,
  doc: `${LMS}#get--course_home-progress-course_key_string-student_id`,
})
