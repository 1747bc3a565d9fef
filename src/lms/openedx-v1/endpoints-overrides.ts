import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { GRADES } from './grades-docs.ts'

const OverrideFields = z.object({
  earned_all_override: z.optional(z.nullable(z.number())),
  possible_all_override: z.optional(z.nullable(z.number())),
  earned_graded_override: z.optional(z.nullable(z.number())),
  possible_graded_override: z.optional(z.nullable(z.number())),
  /** 300 characters at most. */
  comment: z.optional(z.nullable(z.string())),
})

/**
 * Writes overrides one by one, in order; those before a failure stay. 202 when all were stored, 422 when some were
 * not: the body has the same form. A field left out is filled with the computed grade, null is stored as null.
 * Grades API v1, bulk-update.
 */
export const bulkUpdate = endpoint({
  method: 'POST',
  path: '/api/grades/v1/gradebook/:courseId/bulk-update',
  body: z.array(z.object({ user_id: z.number(), usage_id: z.string(), grade: OverrideFields })),
  statuses: [202, 422],
  response: z.array(
    z.object({
      /** Echoed as sent on failure, which need not be a number. */
      user_id: z.nullable(z.union([z.number(), z.string()])),
      usage_id: z.nullable(z.string()),
      success: z.boolean(),
      reason: z.nullable(z.string()),
    }),
  ),
  doc: `${GRADES}.gradebook_views.GradebookBulkUpdateView`,
})

const OverrideRow = z.object({
  earned_all_override: z.nullable(z.number()),
  possible_all_override: z.nullable(z.number()),
  earned_graded_override: z.nullable(z.number()),
  possible_graded_override: z.nullable(z.number()),
})

/** Original grade, override in force and its history, oldest first. Grades API v1, subsection. */
export const subsection = endpoint({
  method: 'GET',
  path: '/api/grades/v1/subsection/:subsectionId/',
  query: { user_id: 'text', history_record_limit: 'number' },
  response: z.object({
    /** False (and a sentence) where the subsection is not available to the learner; absent in old releases. */
    success: z.optional(z.boolean()),
    error_message: z.optional(z.string()),
    subsection_id: z.string(),
    user_id: z.number(),
    course_id: z.nullable(z.string()),
    original_grade: z.nullable(
      z.object({
        earned_all: z.number(),
        possible_all: z.number(),
        earned_graded: z.number(),
        possible_graded: z.number(),
      }),
    ),
    override: z.nullable(OverrideRow),
    history: z.array(
      z.extend(OverrideRow, {
        history_id: z.number(),
        /** ISO 8601: when this row was written. `created` is when the override was. */
        history_date: z.string(),
        /** `+` created, `~` changed, `-` deleted. */
        history_type: z.string(),
        history_user: z.optional(z.nullable(z.string())),
        history_user_id: z.optional(z.nullable(z.number())),
        override_reason: z.optional(z.nullable(z.string())),
        system: z.optional(z.nullable(z.string())),
        created: z.optional(z.string()),
        grade_id: z.optional(z.number()),
        id: z.optional(z.number()),
      }),
    ),
  }),
  doc: `${GRADES}.gradebook_views.SubsectionGradeView`,
})
