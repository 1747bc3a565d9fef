import type { HttpHandler } from 'msw'
import { detailErrors } from '#mocks/answer.ts'
import { inWords, isObject, jsonObject } from '#mocks/api/json-object.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { findBlock } from '#mocks/lms/blocks.ts'
import { completionOf, setCompletion } from '#mocks/lms/learner/completion.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { isEnrolled } from '#mocks/lms/enrolments.ts'
import { courseKeyOf, isCourseKey, isUsageKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { UserId } from '#mocks/lms/model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as wire from './endpoints.ts'

const resolvers: Resolvers<typeof wire> = {
  // The published documents say 201; it is 200.
  completionBatch: ({ school, caller, json }) => {
    const account = signedIn(caller, NOT_PROVIDED)
    const body = jsonObject(json())
    const own = body['username'] === account.username
    if (!own && !account.globalStaff) throw refusal(403, NO_PERMISSION)
    const { course, userId, done } = readBatch(school, body)
    for (const [key, share] of done) setCompletion(school, course, userId, key, share)
    return { detail: 'ok' }
  },

  subsectionCompletion: ({ school, caller, path }) => {
    signedIn(caller, NOT_PROVIDED)
    const learner = accountByUsername(school, path.username)
    const course = findCourse(school, path.courseId)
    const block = course && findBlock(course, path.usageKey)
    if (!learner || !course || !block) throw refusal(404, 'Not found.')
    return { completion: completionOf(school, course, learner.id)(block) === 1 ? 1 : 0 }
  },
}

interface Batch {
  readonly course: Course
  readonly userId: UserId
  readonly done: ReadonlyArray<readonly [key: string, share: number]>
}

/** Everything is checked before anything is noted. */
function readBatch(school: School, body: Readonly<Record<string, unknown>>): Batch {
  for (const key of ['username', 'course_key', 'blocks']) {
    if (!(key in body)) throw refusal(400, `Key '${key}' not found.`)
  }
  const learner = accountByUsername(school, inWords(body['username']))
  if (!learner) throw refusal(404, 'User matching query does not exist.')
  const courseKey = inWords(body['course_key'])
  if (!isCourseKey(courseKey)) throw refusal(400, `Invalid course key: ${courseKey}`)
  const course = findCourse(school, courseKey)
  if (!course || !isEnrolled(school, course, learner.id)) {
    throw refusal(400, 'User is not enrolled in course.')
  }
  const { blocks } = body
  if (!isObject(blocks)) throw crash('The blocks are no JSON object')
  const done = Object.entries(blocks).map(([key, share]) => {
    if (!isUsageKey(key)) throw refusal(400, `Invalid block key: ${key}`)
    if ((courseKeyOf(key) ?? course.key) !== course.key) {
      throw refusal(400, `Block with key: '${key}' is not in course ${course.key}`)
    }
    return [key, shareOf(share)] as const
  })
  return { course, userId: learner.id, done }
}

/** Text that reads as a number counts as one. */
function shareOf(value: unknown): number {
  const share = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isNaN(share)) throw refusal(400, `could not convert string to float: '${inWords(value)}'`)
  if (share < 0 || share > 1) throw refusal(400, `${share} must be between 0.0 and 1.0`)
  return share
}

/** Completion API v1: noting what was done, and whether a subsection is. */
export function completionFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
