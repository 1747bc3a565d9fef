import type { HttpHandler } from 'msw'
import { Reply, detailErrors } from '#mocks/answer.ts'
import { NOT_PROVIDED } from '#mocks/api/openedx-v1/texts.ts'
import { timeOrNull } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { knownMode, openModesOf } from '#mocks/lms/mode-access.ts'
import type { Course, CourseMode } from '#mocks/lms/course-model.ts'
import { addMode, changeMode, modesIn, removeMode } from '#mocks/lms/modes.ts'
import { crash, invalid } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from './endpoints.ts'
import { readMode } from './fields.ts'

/** A new track, as far as a request may leave it open. */
const BLANK: CourseMode = { slug: '', name: '', minPrice: 0, currency: '', expires: null }

const resolvers: Resolvers<typeof wire> = {
  courseModes: ({ school, caller, path }) => {
    const course = openModesOf(school, caller, path.courseId)
    return modesIn(school, course).map((mode) => present(course, mode))
  },

  createCourseMode: ({ school, caller, path, json }) => {
    openModesOf(school, caller, path.courseId)
    const { courseKey: key = '', ...fields } = readMode(json(), { whole: true })
    // The course of the body counts, not that of the path; the server does not guard against an unknown one.
    const course = findCourse(school, key)
    if (!course) throw crash(`No course ${key}`)
    const mode = { ...BLANK, ...fields }
    addMode(school, course, mode)
    return new Reply(present(course, mode), 201)
  },

  courseMode: ({ school, caller, path }) => {
    const course = openModesOf(school, caller, path.courseId)
    return present(course, knownMode(school, course, path.modeSlug))
  },

  changeCourseMode: ({ school, caller, path, json }) => {
    const course = openModesOf(school, caller, path.courseId)
    const mode = knownMode(school, course, path.modeSlug)
    const { courseKey, slug, ...change } = readMode(json(), { whole: false })
    const fixed = [courseKey !== undefined && 'course_id', slug !== undefined && 'mode_slug'].filter(Boolean)
    if (fixed.length > 0) {
      throw invalid(Object.fromEntries(fixed.map((name) => [name, 'This field cannot be modified.'])))
    }
    changeMode(school, course, mode, change)
    return new Reply(undefined, 204)
  },

  deleteCourseMode: ({ school, caller, path }) => {
    const course = openModesOf(school, caller, path.courseId)
    removeMode(school, course, knownMode(school, course, path.modeSlug))
    return new Reply(undefined, 204)
  },
}

function present(course: Course, mode: CourseMode): WireOf<typeof wire.courseMode> {
  return {
    course_id: course.key,
    mode_slug: mode.slug,
    mode_display_name: mode.name,
    min_price: mode.minPrice,
    currency: mode.currency,
    expiration_datetime: timeOrNull(mode.expires),
    expiration_datetime_is_explicit: mode.expiryIsExplicit ?? false,
    description: mode.description ?? null,
    sku: mode.sku ?? null,
    bulk_sku: mode.bulkSku ?? null,
  }
}

/** Course modes API v1: the tracks of a course, for staff of the site. */
export function courseModesFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors, anonymous: NOT_PROVIDED })
}
