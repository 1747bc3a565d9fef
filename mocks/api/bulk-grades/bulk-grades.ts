import type { HttpHandler } from 'msw'
import { detailErrors } from '#mocks/answer.ts'
import { csvFile } from '#mocks/api/csv-file.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import { time } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import type { SentFile } from '#mocks/lms/bulk-grades/check.ts'
import { exportGrades } from '#mocks/lms/bulk-grades/export.ts'
import {
  type ImportStatus,
  exportResults,
  findImport,
  importGrades,
  importsOf,
  pollImport,
} from '#mocks/lms/bulk-grades/import.ts'
import { exportInterventions } from '#mocks/lms/bulk-grades/interventions.ts'
import type { LearnerFilters } from '#mocks/lms/bulk-grades/learners.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { isCourseKey, isUsageKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account } from '#mocks/lms/model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from './endpoints.ts'

type Limits = Pick<
  Asked<typeof wire.exportGrades>['query'],
  Extract<keyof typeof wire.interventions.query, keyof typeof wire.exportGrades.query>
>

const resolvers: Resolvers<typeof wire> = {
  exportGrades: ({ school, caller, path, query }) => {
    const { course } = open(school, caller, path.courseId)
    if (query.error_id) return errorFile(school, course, query.error_id)
    const { track, excludedCourseRoles } = query
    const filters = { ...filtersOf(query), track, excludedRoles: excludedCourseRoles.filter(Boolean) }
    return csvFile(fileName(school, course), exportGrades(school, course, filters))
  },

  importGrades: async ({ school, caller, path, headers, form }) => {
    const { course, account } = open(school, caller, path.courseId)
    // Django looks into forms only: of anything else it finds no file.
    const sent = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i
    const fields = sent.test(headers.get('Content-Type') ?? '') ? await form() : new FormData()
    const resultId = fields.get('result_id')
    if (typeof resultId === 'string' && resultId) {
      const status = pollImport(school, course, resultId)
      return status ? present(status) : { waiting: true, result_id: resultId }
    }
    return present(importGrades(school, course, account, await fileOf(fields.get('csv'))))
  },

  importHistory: ({ school, caller, path }) => {
    const { course } = open(school, caller, path.courseId)
    return importsOf(school, course).map(({ id, by, at, fileName, outcome }) => ({
      id,
      class_name: 'GradeCSVProcessor',
      unique_id: course.key,
      operation: 'commit',
      user: accountById(school, by)?.username ?? '',
      modified: time(at),
      original_filename: fileName,
      data: {
        total_rows: outcome.total,
        processed_rows: outcome.processed,
        saved_rows: outcome.saved,
        ...(outcome.messages.length > 0 ? { error_message: outcome.messages.join(', ') } : {}),
      },
    }))
  },

  interventions: ({ school, caller, path, query }) => {
    const { course } = open(school, caller, path.courseId)
    const name = fileName(school, course, 'intervention')
    return csvFile(name, exportInterventions(school, course, filtersOf(query)))
  },
}

/**
 * Gives the course, for those who may edit its grades. The real package checks nothing of that itself; the page that links
 * to it does.
 * @throws {Refusal} 401, 404, 403; a crash for a malformed key
 */
function open(school: School, caller: Account | null, key: string): { course: Course; account: Account } {
  if (!caller) throw refusal(401, NOT_PROVIDED)
  if (!isCourseKey(key)) throw crash(`Not a course key: ${key}`)
  const course = findCourse(school, key)
  if (!course) throw refusal(404, 'Not found.')
  if (!hasAuthorAccess(school, caller, course)) throw refusal(403, NO_PERMISSION)
  return { course, account: caller }
}

/** Neither the limits nor the key are read with care. */
function filtersOf(query: Limits): LearnerFilters {
  const { cohort, assignment, assignmentType } = query
  if (assignment && !isUsageKey(assignment)) throw crash('assignment is no usage key')
  return {
    cohort,
    assignment,
    assignmentType,
    assignmentGrade: { min: limitOf(query.assignmentGradeMin), max: limitOf(query.assignmentGradeMax) },
    courseGrade: { min: limitOf(query.courseGradeMin), max: limitOf(query.courseGradeMax) },
  }
}

function limitOf(text: string | undefined): number | undefined {
  if (!text) return undefined
  const limit = Number(text)
  if (Number.isNaN(limit)) throw crash('A limit is no number')
  return limit
}

/** `course-v1:MITx+18.05+2026_Autumn-2026-11-20T09:00:00.csv` */
function fileName(school: School, course: Course, kind?: string): string {
  const now = new Date(school.now).toISOString().slice(0, -'.000Z'.length)
  return `${[course.key, ...(kind ? [kind] : []), now].join('-')}.csv`
}

function errorFile(school: School, course: Course, id: string): Response {
  const found = /^\d+$/.test(id) ? findImport(school, Number(id)) : undefined
  if (!found) throw crash(`No upload has the id ${id}`)
  // Django's own refusal has no words.
  if (found.courseKey !== course.key) return new Response(null, { status: 403 })
  return csvFile(fileName(school, course, 'graded-results'), exportResults(course, found))
}

async function fileOf(sent: FormDataEntryValue | null): Promise<SentFile> {
  if (!(sent instanceof File)) throw crash('A POST without the file csv')
  const bytes = await sent.arrayBuffer()
  try {
    return { name: sent.name, size: sent.size, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    throw crash('The file is not UTF-8')
  }
}

function present(status: ImportStatus): WireOf<typeof wire.importGrades> {
  const { total, processed, saved, errorRows, messages, canCommit, resultId, errorId } = status
  return {
    total,
    processed,
    saved,
    error_rows: [...errorRows],
    error_messages: [...messages],
    percentage: `${((100 * saved) / Math.max(1, total)).toFixed(1)}%`,
    can_commit: canCommit,
    result_id: resultId,
    saved_error_id: errorId,
    waiting: resultId !== null,
  }
}

/** Bulk grades: tables of grades out and in, and what was done with them. */
export function bulkGradesFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
