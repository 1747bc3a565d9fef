import type { HttpHandler } from 'msw'
import { cohortsFace } from '#mocks/api/cohorts/cohorts.ts'
import { courseModesFace } from '#mocks/api/course-modes/course-modes.ts'
import { enrollmentFace } from '#mocks/api/enrollment/enrollment.ts'
import { userFace } from '#mocks/api/user/user.ts'
import type { World } from '#mocks/world.ts'

/** Everything about people and their access: enrolments and roles, tracks, cohorts, accounts. */
export function peopleFace(world: World): HttpHandler[] {
  return [...enrollmentFace(world), ...courseModesFace(world), ...cohortsFace(world), ...userFace(world)]
}
