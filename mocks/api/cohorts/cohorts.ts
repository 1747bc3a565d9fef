import type { HttpHandler } from 'msw'
import { Reply, developerErrors } from '#mocks/answer.ts'
import { jsonObject } from '#mocks/api/json-object.ts'
import { numbered } from '#mocks/api/openedx-v1/numbered-pages.ts'
import { NOT_PROVIDED } from '#mocks/api/openedx-v1/texts.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { knownCohort, openCohorts, requireCohortRights } from '#mocks/lms/cohorts/access.ts'
import { usesCohorts, switchCohorts } from '#mocks/lms/cohorts/settings.ts'
import { uploadCohorts } from '#mocks/lms/cohorts/upload.ts'
import { type CohortWithSize, addCohort, changeCohort, cohortsOf } from '#mocks/lms/cohorts/cohorts.ts'
import type { Cohort, Course } from '#mocks/lms/course-model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import { cohorts } from '#src/lms/openedx-v1/endpoints-people.ts'
import * as others from './endpoints.ts'
import { memberResolvers } from './members.ts'

const wire = { cohorts, ...others }

const resolvers: Resolvers<typeof wire> = {
  ...memberResolvers,

  cohorts: ({ school, caller, path, query, url }) => {
    const course = openCohorts(school, caller, path.courseId)
    const ordering = query.ordering?.toLowerCase() ?? 'asc'
    if (ordering !== 'asc' && ordering !== 'desc') {
      const words = 'Invalid ordering value. Must be "asc" or "desc".'
      throw refusal(400, words, 'invalid-ordering-value')
    }
    const all = cohortsOf(school, course)
    // A bare array: where it was cut shows nowhere.
    return numbered(ordering === 'asc' ? all : all.toReversed(), url).items.map(present)
  },

  createCohort: ({ school, caller, path, json }) => {
    const course = openCohorts(school, caller, path.courseId)
    const sent = jsonObject(json())
    if (!sent['name']) {
      throw refusal(400, '"name" must be specified to create cohort.', 'missing-cohort-name')
    }
    if (!sent['assignment_type']) {
      throw refusal(400, '"assignment_type" must be specified to create cohort.', 'missing-assignment-type')
    }
    const cohort = addCohort(school, course, {
      name: textOf(sent['name']),
      assignmentType: textOf(sent['assignment_type']),
      contentGroup: contentGroupOf(sent),
    })
    return present(sized(school, course, cohort.id))
  },

  changeNoCohort: ({ school, caller, path }) => {
    requireCohortRights(school, caller, path.courseId)
    throw refusal(405, 'Request method requires cohort_id in path', 'missing-cohort-id')
  },

  cohort: ({ school, caller, path }) => {
    const course = openCohorts(school, caller, path.courseId)
    return present(sized(school, course, knownCohort(school, course, path.cohortId).id))
  },

  createInCohort: ({ school, caller, path }) => {
    requireCohortRights(school, caller, path.courseId)
    throw refusal(405, 'Please use the parent endpoint.', 'wrong-endpoint')
  },

  changeCohort: ({ school, caller, path, json }) => {
    requireCohortRights(school, caller, path.courseId)
    const sent = jsonObject(json())
    if (!sent['name'] && !sent['assignment_type'] && !('group_id' in sent)) {
      throw refusal(400, 'Request must include name, assignment_type, and/or group_id.', 'missing-fields')
    }
    const course = openCohorts(school, caller, path.courseId)
    changeCohort(school, course, knownCohort(school, course, path.cohortId), {
      name: textOrAbsent(sent['name']),
      assignmentType: textOrAbsent(sent['assignment_type']),
      contentGroup: 'group_id' in sent ? contentGroupOf(sent) : undefined,
    })
    return new Reply(undefined, 204)
  },

  uploadCohortUsers: async ({ school, caller, path, form }) => {
    const course = openCohorts(school, caller, path.courseId)
    const file = (await form()).get('uploaded-file')
    if (!(file instanceof File)) {
      throw refusal(400, "No file uploaded with key 'uploaded-file'.", 'failed-validation')
    }
    uploadCohorts(school, course, { name: file.name, size: file.size, text: await file.text() })
    return new Reply(undefined, 204)
  },

  cohortSettings: (asked) => presentSettings(asked),

  changeCohortSettings: (asked) => {
    const { school, caller, path, json } = asked
    const course = openCohorts(school, caller, path.courseId)
    const sent = jsonObject(json())
    if (!('is_cohorted' in sent)) throw refusal(400, 'Missing field "is_cohorted".')
    if (typeof sent['is_cohorted'] !== 'boolean') {
      throw refusal(400, 'Incorrect field type for `is_cohorted`. Type must be `bool`')
    }
    switchCohorts(school, course, sent['is_cohorted'])
    return presentSettings(asked)
  },
}

function present(cohort: CohortWithSize): WireOf<typeof others.cohort> {
  return {
    name: cohort.name,
    id: cohort.id,
    user_count: cohort.userCount,
    assignment_type: cohort.assignmentType,
    user_partition_id: cohort.contentGroup?.partitionId ?? null,
    group_id: cohort.contentGroup?.groupId ?? null,
  }
}

function presentSettings({
  school,
  caller,
  path,
}: Pick<Asked<typeof others.cohortSettings>, 'school' | 'caller' | 'path'>): WireOf<
  typeof others.cohortSettings
> {
  const course = openCohorts(school, caller, path.courseId)
  return { id: school.world.courses.indexOf(course) + 1, is_cohorted: usesCohorts(school, course) }
}

function sized(school: School, course: Course, id: number): CohortWithSize {
  const cohort = cohortsOf(school, course).find((each) => each.id === id)
  if (!cohort) throw new Error(`No cohort ${id}`)
  return cohort
}

/** A group without its partition is refused; a partition without a group says nothing. */
function contentGroupOf({
  group_id: group,
  user_partition_id: partition,
}: Readonly<Record<string, unknown>>): Cohort['contentGroup'] {
  if (group === undefined || group === null) return null
  if (partition === undefined || partition === null) {
    const words = 'If group_id is specified, user_partition_id must also be specified.'
    throw refusal(400, words, 'missing-user-partition-id')
  }
  return { partitionId: wholeOf(partition), groupId: wholeOf(group) }
}

function wholeOf(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number)) throw crash('An id is no whole number')
  return number
}

/** The server stores a number as its digits, and trips over what is neither number nor text. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw crash('A name is no text')
  return String(value)
}

/** An empty text is none beside other fields: a cohort must have a name. */
function textOrAbsent(value: unknown): string | undefined {
  return value ? textOf(value) : undefined
}

/** Cohorts API v1: cohorts, their members, settings, and the upload of a table. */
export function cohortsFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: developerErrors, anonymous: NOT_PROVIDED })
}
