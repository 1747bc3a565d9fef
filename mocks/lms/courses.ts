import type { Course } from './course-model.ts'
import type { Account, CourseKey, CourseRole, Enrolment } from './model.ts'
import { enrolmentOf } from './enrolments.ts'
import type { School } from './store.ts'

/** Gives the course, or undefined. */
export function findCourse(school: School, key: CourseKey): Course | undefined {
  return school.world.courses.find((course) => course.key === key)
}

/** Gives the roles that somebody holds, organisation-wide ones included. */
export function rolesOf(school: School, account: Account): CourseRole[] {
  return school.world.roles.filter((role) => role.userId === account.id)
}

/** Gives the courses which everybody may see in the catalogue, in the order of the school's list. */
export function catalogue(school: School): readonly Course[] {
  return school.world.courses
}

/** Gives somebody's enrolment rows in all courses, those they left included. */
export function enrolmentsOf(school: School, account: Account): Enrolment[] {
  return school.world.courses.flatMap((course) => enrolmentOf(school, course, account.id) ?? [])
}
