import type { HttpHandler } from 'msw'
import { detailErrors, json } from '#mocks/answer.ts'
import { csvFile } from '#mocks/api/csv-file.ts'
import { isObject } from '#mocks/api/json-object.ts'
import { NOT_PROVIDED } from '#mocks/api/openedx-v1/texts.ts'
import { time } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { accountByEmail, accountById, accountByUsername } from '#mocks/lms/accounts.ts'
import { findCourse, rolesOf } from '#mocks/lms/courses.ts'
import {
  type InstructorTask,
  finishTasks,
  startProblemResponses,
  tasksOf,
} from '#mocks/lms/instructor/tasks.ts'
import { isCourseKey, isUsageKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Caller } from '#mocks/lms/model.ts'
import { crash, invalid, refusal } from '#mocks/lms/refusal.ts'
import { reportsOf } from '#mocks/lms/instructor/reports.ts'
import type { School } from '#mocks/lms/store.ts'
import { escape, notFoundPage } from '#mocks/pages.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from './endpoints.ts'

const BEGUN =
  'The problem responses report is being created. To view the status of the report, see Pending Tasks below.'

const resolvers: Resolvers<typeof wire> = {
  reports: ({ school, caller, path, query, url }) => {
    const dashboard = open(school, caller, path.courseId)
    if (dashboard instanceof Response) return dashboard
    const { course } = dashboard
    const downloads = reportsOf(school, course)
      .filter(({ name }) => !query.report_name || name === query.report_name)
      .map(({ name }) => {
        const address = `${url.origin}/api/instructor/v1/reports/${course.key}/files/${encodeURIComponent(name)}`
        return { name, url: address, link: `<a href="${escape(address)}">${escape(name)}</a>` }
      })
    finishTasks(school, course)
    return { downloads }
  },

  reportFile: ({ school, caller, path }) => {
    const dashboard = open(school, caller, path.courseId)
    if (dashboard instanceof Response) return dashboard
    const report = reportsOf(school, dashboard.course).find(({ name }) => name === path.fileName)
    return report ? csvFile(report.name, report.content) : notFoundPage()
  },

  generateProblemResponses: ({ school, caller, path, json: body }) => {
    const dashboard = open(school, caller, path.courseId)
    if (dashboard instanceof Response) return dashboard
    const asked = readRequest(body())
    // A text as JSON, not an object.
    if (!asked.locations.every(isUsageKey)) return json('Could not find problem with this location.', 400)
    const task = startProblemResponses(school, dashboard.course, dashboard.account, asked)
    return { status: BEGUN, task_id: task.id }
  },

  tasks: ({ school, caller, path, query }) => {
    const dashboard = open(school, caller, path.courseId)
    if (dashboard instanceof Response) return dashboard
    const { problem_location_str: location, unique_student_identifier: student } = query
    if (student && !location) {
      return json('unique_student_identifier must accompany problem_location_str', 400)
    }
    if (location && !isUsageKey(location)) return new Response(null, { status: 400 })
    if (student && !isSomebody(school, student)) return json('User does not exist.', 400)
    const all = tasksOf(school, dashboard.course)
    const asked = location
      ? all.filter(({ locations }) => !student && locations.includes(location))
      : all.filter(({ finished }) => finished === null)
    const answer = { tasks: asked.map((task) => present(school, task)) }
    finishTasks(school, dashboard.course)
    return answer
  },
}

/**
 * Opens the instructor dashboard: for the course team, researchers included. Who may not gets 403 without a word.
 * @throws {Refusal} 401, 404; a crash for a malformed key
 */
function open(
  school: School,
  caller: Caller,
  key: string,
): { readonly course: Course; readonly account: Account } | Response {
  const account = signedIn(caller, NOT_PROVIDED)
  if (!isCourseKey(key)) throw crash(`Not a course key: ${key}`)
  const course = findCourse(school, key)
  if (!course) throw refusal(404, 'Not found.')
  const researches = rolesOf(school, account).some(
    ({ courseKey, role }) => courseKey === course.key && role === 'data_researcher',
  )
  const may = researches || hasAuthorAccess(school, account, course)
  return may ? { course, account } : new Response(null, { status: 403 })
}

/** @throws {Refusal} 400 by field */
function readRequest(body: unknown): Pick<InstructorTask, 'locations' | 'types'> {
  const sent = isObject(body) ? body : {}
  return {
    locations: textsOf('problem_locations', sent['problem_locations']),
    types: sent['problem_types_filter'] === undefined ? null : typesOf(sent['problem_types_filter']),
  }
}

function typesOf(sent: unknown): readonly string[] | null {
  // An empty list filters nothing.
  return Array.isArray(sent) && sent.length === 0 ? null : textsOf('problem_types_filter', sent)
}

function textsOf(name: string, sent: unknown): readonly string[] {
  if (sent === undefined) throw invalid({ [name]: 'This field is required.' })
  if (!Array.isArray(sent)) {
    const type = sent === null ? 'NoneType' : typeof sent === 'string' ? 'str' : typeof sent
    throw invalid({ [name]: `Expected a list of items but got type "${type}".` })
  }
  if (sent.length === 0) throw invalid({ [name]: 'This list may not be empty.' })
  return sent.map(String)
}

/** By username or e-mail address. */
function isSomebody(school: School, identifier: string): boolean {
  return (accountByUsername(school, identifier) ?? accountByEmail(school, identifier)) !== undefined
}

function present(school: School, task: InstructorTask): WireOf<typeof wire.tasks>['tasks'][number] {
  const { id, by, created, finished, locations, types } = task
  return {
    task_type: 'problem_responses_csv',
    task_input: JSON.stringify({
      problem_locations: locations.join(','),
      problem_types_filter: types?.join(',') ?? null,
    }),
    task_id: id,
    requester: accountById(school, by)?.username ?? '',
    task_state: finished === null ? 'PROGRESS' : 'SUCCESS',
    created: time(created).replace(/Z$/, '+00:00'),
    duration_sec: finished === null ? 'unknown' : Math.round((finished - created) / 1000),
    status: finished === null ? 'Incomplete' : 'Complete',
    task_message: 'No status information available',
  }
}

/** Instructor API v1: reports, and the tasks that make them. */
export function instructorFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
