import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { BASE, DOCS, Flag, Id, Links, MaybeNumber, Text, paged, paging } from './endpoints-values.ts'

/** A course that is being given, to one class. */
const Section = z.object({
  id: Id,
  course_title: Text,
  course_code: Text,
  section_title: Text,
  grading_periods: z.array(Id),
  /** Whether it is given now. */
  active: Flag,
  /** Whether the caller may grade. */
  admin: Flag,
  options: z.optional(z.object({ weighted_grading_categories: z.optional(Flag) })),
})

/** One section. Section, `sections/{id}`. */
export const section = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId`,
  response: Section,
  doc: `${DOCS}/course-section/`,
})

/** Sections in which somebody is enrolled, to learn or to teach. Section, `users/{id}/sections`. */
export const userSections = endpoint({
  method: 'GET',
  path: `${BASE}/users/:userId/sections`,
  query: { include_past: 'flag', ...paging },
  response: z.object({ section: z.array(Section), ...paged }),
  doc: `${DOCS}/course-section/`,
})

/** Who learns and teaches in a section. Enrollment, `sections/{id}/enrollments`. */
export const enrollments = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId/enrollments`,
  /** Comma lists, both. */
  query: { uid: 'text', enrollment_status: 'text', ...paging },
  response: z.object({
    enrollment: z.array(
      z.object({
        id: Id,
        uid: Id,
        /** The key by which the school's other systems know the person; empty for none. */
        school_uid: Text,
        name_first: Text,
        name_last: Text,
        name_display: Text,
        /** A teacher, not a learner. */
        admin: Flag,
        /** 1 active, 2 expired, 3 invited, 4 has asked, 5 archived. */
        status: MaybeNumber,
        picture_url: z.optional(Text),
      }),
    ),
    ...paged,
  }),
  doc: `${DOCS}/enrollment/`,
})

/** What is graded in a section: exams last, each group by due date. Assignment, `sections/{id}/assignments`. */
export const assignments = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId/assignments`,
  query: paging,
  response: z.object({
    assignment: z.array(
      z.object({
        id: Id,
        title: Text,
        /** `2014-09-25 11:30:00` in the school's own time, without a zone; empty for none. */
        due: Text,
        /** 0 for none. */
        grading_scale: MaybeNumber,
        /** 0 for “Other”. */
        grading_period: MaybeNumber,
        /** 0 for none: it does not count then. */
        grading_category: MaybeNumber,
        max_points: MaybeNumber,
        /** How much it counts beside others of its category. */
        factor: MaybeNumber,
        /** A midterm or final exam. */
        is_final: Flag,
        published: z.optional(Flag),
        count_in_grade: z.optional(Flag),
        type: z.string(),
        completion_status: z.optional(Text),
      }),
    ),
    ...paged,
  }),
  doc: `${DOCS}/assignment/`,
})

/** Categories of a section in their order. Grading Categories, `sections/{id}/grading_categories`. */
export const gradingCategories = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId/grading_categories`,
  response: z.object({
    grading_category: z.array(
      z.object({
        id: Id,
        title: Text,
        delta: MaybeNumber,
        /** 1 percent, 2 total points. */
        calculation_type: MaybeNumber,
        drop_lowest: MaybeNumber,
        /** Absent where the section does not weigh its categories. */
        weight: z.optional(MaybeNumber),
      }),
    ),
  }),
  doc: `${DOCS}/grading-categories/`,
})

/** Periods of a section. Grading Periods, `sections/{id}/grading_periods`. */
export const gradingPeriods = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId/grading_periods`,
  response: z.object({
    grading_period: z.array(
      z.object({ id: Id, title: Text, weight: MaybeNumber, start: z.optional(Text), end: z.optional(Text) }),
    ),
    links: z.optional(Links),
  }),
  doc: `${DOCS}/grading-periods/`,
})

const PercentLevel = z.object({ grade: Id, cutoff: MaybeNumber, average: z.optional(MaybeNumber) })
const PointsLevel = z.object({ points: MaybeNumber, description: Text })

/** Scales of a section. Grading Scales, `sections/{id}/grading_scales`. */
export const gradingScales = endpoint({
  method: 'GET',
  path: `${BASE}/sections/:sectionId/grading_scales`,
  response: z.object({
    grading_scale: z.array(
      z.object({
        id: Id,
        title: Text,
        /** 0 numeric, 1 percent, 3 points. */
        type: MaybeNumber,
        auto_averaging: z.optional(Flag),
        /** Learners see the letter alone. */
        hide_numeric: z.optional(Flag),
        scale: z.optional(z.object({ level: z.array(z.union([PercentLevel, PointsLevel])) })),
      }),
    ),
    links: z.optional(Links),
  }),
  doc: `${DOCS}/grading-scales/`,
})
