import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { GRADES } from './grades-docs.ts'

/**
 * One graded subsection of one learner. Before the autumn of 2018 rows came without `attempted`, with a dozen fields
 * more; those are let through and dropped.
 */
const SectionRow = z.object({
  attempted: z.optional(z.boolean()),
  /** The subsection's format; null or empty where it has none. */
  category: z.optional(z.nullable(z.string())),
  /** Null where the format is not a type of the policy. */
  label: z.optional(z.nullable(z.string())),
  module_id: z.string(),
  /** Fraction, four decimals. */
  percent: z.number(),
  /** Graded points after override; both are 0 while not attempted. */
  score_earned: z.number(),
  score_possible: z.number(),
  subsection_name: z.string(),
})

/** One learner. Optional keys are absent, not null, where the server has nothing to say. */
const GradebookRow = z.object({
  user_id: z.number(),
  username: z.string(),
  /** Learners on the master's track only. */
  full_name: z.optional(z.nullable(z.string())),
  /** Empty but for the master's track. */
  email: z.optional(z.nullable(z.string())),
  /** Learners of a program only. */
  external_user_key: z.optional(z.nullable(z.string())),
  /** Course grade, a fraction with two decimals. */
  percent: z.number(),
  section_breakdown: z.array(SectionRow),
  /** Newest releases only. */
  profile_name: z.optional(z.nullable(z.string())),
})

/** A page of learners in order of enrolment. Grades API v1, gradebook (list form). */
export const gradebook = endpoint({
  method: 'GET',
  path: '/api/grades/v1/gradebook/:courseId/',
  query: {
    user_contains: 'text',
    username_contains: 'text',
    cohort_id: 'text',
    enrollment_mode: 'text',
    assignment: 'text',
    assignment_grade_min: 'number',
    assignment_grade_max: 'number',
    course_grade_min: 'number',
    course_grade_max: 'number',
    excluded_course_roles: 'texts',
    page_size: 'number',
    cursor: 'text',
  },
  response: z.object({
    next: z.nullable(z.string()),
    previous: z.nullable(z.string()),
    results: z.array(GradebookRow),
    /** Cached for an hour by the server, as is the next one. Older releases send neither. */
    total_users_count: z.optional(z.nullable(z.number())),
    filtered_users_count: z.optional(z.nullable(z.number())),
  }),
  doc: `${GRADES}.gradebook_views.GradebookView`,
})

/** One learner by exact username, active or not, without an envelope. Grades API v1, gradebook (single form). */
export const gradebookOfLearner = endpoint({
  method: 'GET',
  path: '/api/grades/v1/gradebook/:courseId/',
  query: { username: 'text' },
  selectedBy: 'username',
  response: GradebookRow,
  doc: `${GRADES}.gradebook_views.GradebookView`,
})

/** How the course is graded: types in policy order, subsections in course order. Grades API v1, grading-info. */
export const gradingInfo = endpoint({
  method: 'GET',
  path: '/api/grades/v1/gradebook/:courseId/grading-info',
  query: { graded_only: 'flag' },
  response: z.object({
    /** Letter to fraction. Not in the documents; absent in old releases. */
    grade_cutoffs: z.optional(z.record(z.string(), z.number())),
    assignment_types: z.record(
      z.string(),
      z.object({
        type: z.string(),
        short_label: z.nullable(z.string()),
        min_count: z.nullable(z.number()),
        drop_count: z.nullable(z.number()),
        weight: z.nullable(z.number()),
      }),
    ),
    subsections: z.array(
      z.object({
        assignment_type: z.nullable(z.string()),
        graded: z.boolean(),
        short_label: z.nullable(z.string()),
        module_id: z.string(),
        display_name: z.string(),
      }),
    ),
    grades_frozen: z.optional(z.boolean()),
    can_see_bulk_management: z.optional(z.boolean()),
  }),
  doc: `${GRADES}.gradebook_views.CourseGradingView`,
})

/** The grading policy as stored, in its order; answers where every grading call fails over it. Grades API v1, policy. */
export const policy = endpoint({
  method: 'GET',
  path: '/api/grades/v1/policy/courses/:courseId/',
  response: z.array(
    z.object({
      assignment_type: z.nullable(z.string()),
      count: z.nullable(z.number()),
      dropped: z.nullable(z.number()),
      weight: z.nullable(z.number()),
    }),
  ),
  doc: `${GRADES}.views.CourseGradingPolicy`,
})
