import type { Resolvers } from '#mocks/asked.ts'
import { refusesItem } from '#mocks/faults.ts'
import {
  type OpenSection,
  openSection,
  openSectionToGrade,
  refuseAccess,
} from '#mocks/lms/schoology/access.ts'
import { saveFinalComment } from '#mocks/lms/schoology/final-comments.ts'
import { looseInteger, sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { partsOf } from '#mocks/lms/schoology/results.ts'
import { type Sent, saveGrade } from '#mocks/lms/schoology/save-grade.ts'
import { type GradesQuery, gradesPage } from '#mocks/lms/schoology/section-grades.ts'
import { Refusal, refusal } from '#mocks/lms/refusal.ts'
import type { World } from '#mocks/world.ts'
import type { sectionGrades, saveSectionGrades } from '#src/lms/schoology/endpoints.ts'
import { bodyOf } from './forms.ts'
import { addressOf, linksOf, sliceOf } from './pages.ts'
import { gradeObject, periodGradeObject } from './present.ts'

/** Grades, `sections/{id}/grades`: all that is assigned, and the results of the learners on the page. */
export const gradesResolvers: Resolvers<{
  sectionGrades: typeof sectionGrades
  saveSectionGrades: typeof saveSectionGrades
}> = {
  sectionGrades: ({ school, caller, path, query, url }) => {
    const section = openSection(school, caller, path.sectionId)
    const { assignment_id: assignment, enrollment_id: enrolment, timestamp } = query
    const asked: GradesQuery = {
      ...(assignment ? { assignmentId: looseInteger(assignment) } : {}),
      ...(enrolment ? { enrolmentId: looseInteger(enrolment) } : {}),
      ...(looseInteger(timestamp) > 0 ? { since: looseInteger(timestamp) * 1000 } : {}),
    }
    // Whoever may not grade reads their own grades, and has to say so.
    if (!section.admin && asked.enrolmentId !== section.ownId) throw refuseAccess()
    const slice = sliceOf(url)
    const { learners, more } = gradesPage(school, section, asked, slice)
    return {
      grades: {
        grade: learners.flatMap(({ enrolmentId, marks }) =>
          marks.map((mark) => gradeObject(section, enrolmentId, mark, section.admin)),
        ),
      },
      period: periodsOf(section),
      final_grade: learners.map(({ enrolmentId, results }) => ({
        // A number above, a text here.
        enrollment_id: String(enrolmentId),
        period: results.map((result) => periodGradeObject(result, section.admin)),
        scale_id: 0,
      })),
      links: linksOf(url, slice, more),
    }
  },

  saveSectionGrades: (asked) => {
    const { school, world, caller, path } = asked
    const section = openSectionToGrade(school, caller, path.sectionId)
    const body = recordOf(bodyOf(asked))
    const { grades, final_comments: comments } = body
    if (grades === undefined && comments === undefined) {
      throw refusal(400, 'Neither grades nor final_comments were given.')
    }
    return {
      ...(grades === undefined
        ? {}
        : { grades: { grade: saveGrades(world, section, itemsOf(grades, 'grade')) } }),
      ...(comments === undefined
        ? {}
        : {
            final_comments: {
              final_comment: saveComments(world, section, itemsOf(comments, 'final_comment')),
            },
          }),
    }
  },
}

/** Periods and exams with what they weigh; “Other” and the final grade are no periods here. */
function periodsOf(section: OpenSection) {
  return partsOf(section).flatMap(({ periodId, title, weight }) =>
    weight === null ? [] : { period_id: periodId, period_title: title, weight: weight.toFixed(2) },
  )
}

function saveGrades(world: World, section: OpenSection, items: readonly Sent[]) {
  const { school } = world
  return items.map((sent, position) => {
    const named = {
      enrollment_id: echoed(sent['enrollment_id']),
      assignment_id: echoed(sent['assignment_id']),
    }
    let location: string | undefined
    const outcome = outcomeOf(world, position, () => {
      const { id } = saveGrade(school, section, section.account, sent)
      location = addressOf(`/sections/${sectionIdOf(section.course)}/assignments/${id}`)
    })
    return { ...outcome, ...named, ...(location === undefined ? {} : { location }) }
  })
}

function saveComments(world: World, section: OpenSection, items: readonly Sent[]) {
  return items.map((sent, position) => ({
    ...outcomeOf(world, position, () => saveFinalComment(world.school, section, sent)),
    enrollment_id: echoed(sent['enrollment_id']),
    period_id: echoed(sent['period_id']),
  }))
}

/** Each item has an outcome of its own: what is refused does not keep the others from being saved. */
function outcomeOf(
  { faults }: World,
  position: number,
  save: () => void,
): { response_code: number; message?: string } {
  if (refusesItem(faults, position))
    return { response_code: 403, message: 'This enrollment cannot be graded.' }
  try {
    save()
    return { response_code: 200 }
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'refused') {
      return { response_code: error.status, message: error.message }
    }
    throw error
  }
}

/** In XML a list of one looks like the one; in JSON the one is taken too. */
function itemsOf(list: unknown, name: string): Sent[] {
  const items = list === null ? [] : (recordOf(list)[name] ?? [])
  return (Array.isArray(items) ? (items as readonly unknown[]) : [items]).map(recordOf)
}

function recordOf(value: unknown): Sent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refusal(400, 'The body does not have the form of grades.')
  }
  return value as Sent
}

function echoed(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
