import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { BASE, DOCS, Id, Links, MaybeNumber, Text, paging } from './endpoints-values.ts'

/** One learner's grade in one assignment. */
const Grade = z.object({
  enrollment_id: Id,
  assignment_id: Id,
  section_id: z.optional(Id),
  /** In points; null where there is none, and with an exception. */
  grade: MaybeNumber,
  /** 0 none, 1 excused, 2 incomplete. The product knows 3, missing, which no document names. */
  exception: MaybeNumber,
  max_points: MaybeNumber,
  is_final: MaybeNumber,
  /** Seconds since 1970; 0 for never. */
  timestamp: MaybeNumber,
  comment: Text,
  /** 1 where the learner sees the comment; null to those who may not grade. */
  comment_status: MaybeNumber,
  override: z.optional(MaybeNumber),
  calculated_grade: z.optional(MaybeNumber),
  pending: z.optional(MaybeNumber),
  type: z.string(),
  location: z.optional(z.string()),
  scale_id: MaybeNumber,
  /** 0 numeric, 1 percent, 3 points. */
  scale_type: MaybeNumber,
  category_id: MaybeNumber,
  /** Neither of these is documented; servers send them. */
  assignment_type: z.optional(z.nullable(z.string())),
  web_url: z.optional(z.nullable(z.string())),
})

/**
 * A grade of a period. `p<id>` is a grading period, `other` what belongs to none, `a<assignment id>` a midterm or final
 * exam, whose grade is in points, and `final` the whole course. The other grades are percentages, not rounded.
 */
const PeriodGrade = z.object({
  period_id: z.string(),
  grade: MaybeNumber,
  comment: Text,
  comment_status: z.optional(MaybeNumber),
})

/** Grades of a section, and the final grades of the learners on the page. Grades, `sections/{id}/grades`. */
export const sectionGrades = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId/grades`,
  query: { assignment_id: 'text', enrollment_id: 'text', timestamp: 'number', ...paging },
  response: z.object({
    grades: z.object({ grade: z.array(Grade) }),
    period: z.optional(z.array(z.object({ period_id: z.string(), period_title: Text, weight: MaybeNumber }))),
    final_grade: z.optional(
      z.array(
        z.object({ enrollment_id: Id, period: z.array(PeriodGrade), scale_id: z.optional(MaybeNumber) }),
      ),
    ),
    links: z.optional(Links),
  }),
  doc: `${DOCS}/grade/`,
})

const Ref = z.union([z.string(), z.number()])

const GradeToSave = z.object({
  type: z.optional(z.literal('assignment')),
  assignment_id: Ref,
  enrollment_id: Ref,
  /** Points, or a level of the assignment's scale; null takes the grade away. */
  grade: z.optional(z.nullable(Ref)),
  /** 0 none, 1 excused, 2 incomplete, 3 missing. Any but 0 leaves no grade. */
  exception: z.optional(z.number()),
  comment: z.optional(z.nullable(z.string())),
  comment_status: z.optional(z.number()),
})

const FinalCommentToSave = z.object({
  enrollment_id: Ref,
  /** A period's id, with or without `p`, or `final`. */
  period_id: Ref,
  comment: z.string(),
  comment_status: z.optional(z.enum(['0', '1'])),
})

/** What became of one item: 200, or why not. */
const outcome = { response_code: MaybeNumber, message: z.optional(z.string()) }

/**
 * Sets grades, and comments on final grades, one by one. The status tells of the whole, each item's own code of the item.
 * No document shows the answer; this is the form that the API's other bulk operations have.
 * Grades, `PUT sections/{id}/grades`.
 */
export const saveSectionGrades = endpoint({
  method: 'PUT',
  path: `${BASE}/sections/:sectionId/grades`,
  body: z.object({
    grades: z.optional(z.object({ grade: z.array(GradeToSave) })),
    final_comments: z.optional(z.object({ final_comment: z.array(FinalCommentToSave) })),
  }),
  response: z.object({
    grades: z.optional(
      z.object({
        grade: z.array(
          z.object({
            ...outcome,
            enrollment_id: z.nullable(Ref),
            assignment_id: z.nullable(Ref),
            location: z.optional(z.string()),
          }),
        ),
      }),
    ),
    final_comments: z.optional(
      z.object({
        final_comment: z.array(
          z.object({ ...outcome, enrollment_id: z.nullable(Ref), period_id: z.nullable(Ref) }),
        ),
      }),
    ),
  }),
  // It is signed, and no cookie alone makes it do anything.
  csrfExempt: true,
  doc: `${DOCS}/grade/`,
})

/**
 * One learner's grades in all sections, or in one. Some installations refuse it (403) unless `section_id` is given.
 * Paged by enrolment, and only with `timestamp` or `include_all_enrollments`. Grades, `users/{id}/grades`.
 */
export const userGrades = endpoint({
  method: 'GET',
  path: `${BASE}/users/:userId/grades`,
  query: {
    section_id: 'text',
    /** A comma list; `other` and `final` stand for what they say. */
    grading_period_ids: 'text',
    timestamp: 'number',
    include_all_enrollments: 'flag',
    ...paging,
  },
  response: z.object({
    section: z.array(
      z.object({
        section_id: Id,
        period: z.array(
          z.object({ period_id: z.string(), period_title: Text, assignment: z.optional(z.array(Grade)) }),
        ),
        final_grade: z.optional(
          z.array(
            z.extend(PeriodGrade, {
              weight: z.optional(MaybeNumber),
              scale_id: z.optional(MaybeNumber),
              grading_category: z.optional(z.array(z.object({ category_id: Id, grade: MaybeNumber }))),
            }),
          ),
        ),
        grading_category: z.optional(z.array(z.object({ id: Id, title: Text }))),
      }),
    ),
    links: z.optional(Links),
  }),
  doc: `${DOCS}/grade/`,
})
