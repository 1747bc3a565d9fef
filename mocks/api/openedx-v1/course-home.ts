import type { HttpHandler } from 'msw'
import { type ErrorStyle, detailErrors } from '#mocks/answer.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import { courseMetadata } from '#src/lms/openedx-v1/endpoints-courses.ts'
import * as home from '#src/lms/openedx-v1/endpoints-home.ts'
import * as progress from '#src/lms/openedx-v1/endpoints-progress.ts'
import { metadataResolvers } from './course-metadata.ts'
import { datesResolvers } from './dates.ts'
import { outlineResolvers } from './outline.ts'
import { progressResolvers } from './progress.ts'

/** Somebody who is not enrolled gets a bare JSON string, everybody else an object. */
const errors: ErrorStyle = (refused) =>
  refused.message === 'User not enrolled.' ? refused.message : detailErrors(refused)

/** Course home API v1: course metadata, progress, dates and outline, with and without `v1`. */
export function homeFace(world: World): HttpHandler[] {
  return serve(
    world,
    { courseMetadata, ...progress, ...home },
    { ...metadataResolvers, ...progressResolvers, ...datesResolvers, ...outlineResolvers },
    { errors },
  )
}
