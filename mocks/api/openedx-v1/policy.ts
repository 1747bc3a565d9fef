import type { Asked, Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess, requireAuthor, signedIn } from '#mocks/lms/access.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { gradingInfo as readGradingInfo } from '#mocks/lms/grading-info.ts'
import { readRule } from '#mocks/lms/grading.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { gradingInfo, policy } from '#src/lms/openedx-v1/endpoints.ts'
import { NOT_PROVIDED } from './texts.ts'

const NO_COURSE = 'The course does not exist.'

/** Grades API v1, grading-info: the policy and the outline, as far as the course can be graded. */
export const gradingInfoResolvers: Resolvers<{ gradingInfo: typeof gradingInfo }> = {
  gradingInfo: (asked) => {
    const info = readGradingInfo(asked.school, courseToGrade(asked))
    const gradedOnly = /^(?:true|1)$/i.test(asked.query.graded_only ?? '')
    return {
      grade_cutoffs: Object.fromEntries(info.cutoffs.map(({ letter, from }) => [letter, from])),
      assignment_types: Object.fromEntries(
        info.rules
          .map(readRule)
          .map(({ type, shortLabel, minCount, dropCount, weight }) => [
            type,
            { type, short_label: shortLabel, min_count: minCount, drop_count: dropCount, weight },
          ]),
      ),
      subsections: info.subsections
        .filter(({ subsection }) => subsection.graded || !gradedOnly)
        .map(({ subsection, label }) => ({
          assignment_type: subsection.format,
          graded: subsection.graded,
          short_label: label,
          module_id: subsection.key,
          display_name: subsection.name,
        })),
      grades_frozen: info.frozen,
      can_see_bulk_management: info.bulkManagement,
    }
  },
}

/** The server reads the key without a guard: whoever could be let in gets a crash for one that leads nowhere. */
function courseToGrade({ school, caller, path }: Asked<typeof gradingInfo>): Course {
  const account = signedIn(caller, NOT_PROVIDED)
  const course = findCourse(school, path.courseId)
  if (!course) {
    if (account.globalStaff) throw crash(`No course ${path.courseId}`)
    throw refusal(403, 'The requesting user does not have course author permissions.', 'user_permissions')
  }
  requireAuthor(school, account, course)
  return course
}

/** Grades API v1, policy: as stored, readable or not. */
export const policyResolvers: Resolvers<{ policy: typeof policy }> = {
  policy: ({ school, caller, path }) => {
    const account = signedIn(caller)
    if (!isCourseKey(path.courseId)) {
      throw refusal(400, 'The provided course key cannot be parsed.', 'invalid_course_key')
    }
    const course = findCourse(school, path.courseId)
    const allowed = course ? hasAuthorAccess(school, account, course) : account.globalStaff
    if (!allowed) throw refusal(403, NO_COURSE, 'user_or_course_does_not_exist')
    if (!course) throw refusal(404, NO_COURSE, 'user_or_course_does_not_exist')
    return presentPolicy(course)
  },
}

/** Presents the policy as Grades API v1 and v0 do: as stored, readable or not; what is missing is null. */
export function presentPolicy({ policy: { rules } }: Course): WireOf<typeof policy> {
  return rules.map(({ type, minCount, dropCount, weight }) => ({
    assignment_type: type,
    count: minCount === null ? null : Number(minCount),
    dropped: dropCount,
    weight,
  }))
}
