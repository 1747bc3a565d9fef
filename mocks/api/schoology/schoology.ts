import type { HttpHandler } from 'msw'
import type { Resolvers } from '#mocks/asked.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as sections from '#src/lms/schoology/endpoints-sections.ts'
import * as users from '#src/lms/schoology/endpoints-users.ts'
import * as grades from '#src/lms/schoology/endpoints.ts'
import { inEitherForm, messageErrors } from './forms.ts'
import { gradesResolvers } from './grades.ts'
import { gradingResolvers } from './grading.ts'
import { sectionResolvers } from './sections.ts'
import { userGradesResolvers } from './user-grades.ts'
import { userResolvers } from './users.ts'

const contract = { ...grades, ...sections, ...users }

const resolvers: Resolvers<typeof contract> = {
  ...gradesResolvers,
  ...gradingResolvers,
  ...sectionResolvers,
  ...userGradesResolvers,
  ...userResolvers,
}

/**
 * Schoology's API as a signing proxy on the same origin shows it: grades, sections and people of the same school, in
 * JSON and XML.
 */
export function schoologyFace(world: World): HttpHandler[] {
  return serve(world, contract, inEitherForm(contract, resolvers), { errors: messageErrors })
}
