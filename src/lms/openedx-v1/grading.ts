import type { AssignmentType, GradingInfo } from '#src/domain/course.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import * as wire from './endpoints.ts'
import { requireCourseKey } from './ids.ts'

/** Reads how a course is graded, ungraded subsections included. Grades API v1, grading-info. */
export async function readGradingInfo(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<GradingInfo> {
  requireCourseKey(courseId)
  const info = await call(wire.gradingInfo, { path: { courseId }, signal }, session)
  return {
    types: Object.values(info.assignment_types).map((type) => ({
      name: type.type,
      shortLabel: type.short_label,
      weight: type.weight,
      required: type.min_count,
      dropped: type.drop_count,
    })),
    cutoffs: Object.entries(info.grade_cutoffs ?? {})
      .map(([letter, from]) => ({ letter, from }))
      .toSorted((a, b) => b.from - a.from),
    subsections: info.subsections.map((subsection) => ({
      id: subsection.module_id,
      name: subsection.display_name,
      label: subsection.short_label,
      type: subsection.assignment_type || null,
      graded: subsection.graded,
    })),
    frozen: info.grades_frozen ?? false,
    bulkManagement: info.can_see_bulk_management ?? false,
  }
}

/** Reads the policy as stored; it answers where grading-info fails over it. Grades API v1, policy. */
export async function readPolicy(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<{ types: AssignmentType[] }> {
  const types = await call(wire.policy, { path: { courseId }, signal }, session)
  return {
    types: types.map((type) => ({
      name: type.assignment_type ?? '',
      shortLabel: null,
      weight: type.weight,
      required: type.count,
      dropped: type.dropped,
    })),
  }
}
