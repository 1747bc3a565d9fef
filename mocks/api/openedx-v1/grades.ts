import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as overrideWire from '#src/lms/openedx-v1/endpoints-overrides.ts'
import * as wire from '#src/lms/openedx-v1/endpoints.ts'
import { gradebookResolvers } from './gradebook.ts'
import { overrideResolvers } from './overrides.ts'
import { gradingInfoResolvers, policyResolvers } from './policy.ts'
import { subsectionResolvers } from './subsection.ts'
import { INCORRECT, NOT_PROVIDED } from './texts.ts'

// Built on another base class, this one greets nobody with other words.
const { gradingInfo, ...gradeViews } = { ...wire, ...overrideWire }

const resolvers: Resolvers<typeof gradeViews> = {
  ...gradebookResolvers,
  ...overrideResolvers,
  ...policyResolvers,
  ...subsectionResolvers,
}

/** Grades API v1: gradebook, bulk-update, grading-info, subsection and policy. */
export function gradesFace(world: World): HttpHandler[] {
  return [
    ...serve(world, gradeViews, resolvers, { errors: developerErrors, anonymous: INCORRECT }),
    ...serve(world, { gradingInfo }, gradingInfoResolvers, {
      errors: developerErrors,
      anonymous: NOT_PROVIDED,
    }),
  ]
}
