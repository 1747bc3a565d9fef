import { accountById } from './accounts.ts'
import { enrolmentsIn } from './enrolments.ts'
import type { CourseGrade } from './grade-model.ts'
import { gradesIfComputable } from './instance-grades.ts'
import type { Course, Program } from './course-model.ts'
import type { Enrolment } from './model.ts'
import type { School } from './store.ts'

/** A learner whom a program sent, and the course grade; null where it cannot be computed. */
export interface ProgramGrade {
  readonly studentKey: string
  readonly grade: CourseGrade | null
}

/** Gives the program, or undefined. */
export function findProgram(school: School, uuid: string): Program | undefined {
  return school.world.programs?.find((program) => program.uuid === uuid.toLowerCase())
}

/** Gives the active enrolments of those whom programs know by a key of their own, in the order of enrolment. */
export function programEnrolments(school: School, course: Course): Enrolment[] {
  return [...enrolmentsIn(school, course)].filter(({ active, externalKey }) => active && externalKey !== null)
}

/** Gives the course grade of one of them. */
export function programGrade(
  school: School,
  course: Course,
  { userId, externalKey }: Enrolment,
): ProgramGrade {
  const grades = accountById(school, userId) && gradesIfComputable(school, course, userId)
  return { studentKey: externalKey ?? '', grade: grades?.course ?? null }
}
