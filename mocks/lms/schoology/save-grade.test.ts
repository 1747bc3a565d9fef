import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listGradebook } from '#mocks/lms/gradebook.ts'
import { replay } from '#mocks/lms/journal.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { Refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { ANN, BEN, TEACHER, key, smallSchool } from '#mocks/lms/testing-school.ts'
import { saveFinalComment } from './final-comments.ts'
import { assignmentIdOf } from './ids.ts'
import { type Section, sectionOf } from './items.ts'
import { marksOf } from './marks.ts'
import { resultsOf } from './results.ts'
import { type Sent, saveGrade } from './save-grade.ts'

const CLASS = { answers: { ann: { hw1: [8], hw2: [4] }, Ben: { hw1: [10] } } }

interface Step {
  readonly through: 'schoology' | 'comment' | 'openedx'
  readonly sent: Sent
}

const ids = { enrollment_id: fc.constantFrom(501, '502', 503, 99) }
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    through: fc.constant('schoology' as const),
    sent: fc.record(
      {
        ...ids,
        assignment_id: fc.constantFrom(assignmentIdOf(key('hw1')), String(assignmentIdOf(key('hw2'))), 7),
        grade: fc.oneof(fc.integer({ min: -1, max: 15 }), fc.constantFrom('4.5', 'Pass', 'Z', null)),
        exception: fc.integer({ min: 0, max: 4 }),
        comment: fc.option(fc.string({ maxLength: 20 })),
        comment_status: fc.constantFrom(0, 1, '1t'),
      },
      { requiredKeys: ['enrollment_id', 'assignment_id'] },
    ),
  }),
  fc.record({
    through: fc.constant('comment' as const),
    sent: fc.record({ ...ids, period_id: fc.constantFrom('final', 'other', '7'), comment: fc.string() }),
  }),
  fc.record({
    through: fc.constant('openedx' as const),
    sent: fc.record({ grade: fc.integer({ min: 0, max: 15 }) }),
  }),
)

function take(school: School, section: Section, { through, sent }: Step): void {
  try {
    if (through === 'schoology') saveGrade(school, section, TEACHER, sent)
    else if (through === 'comment') saveFinalComment(school, section, sent)
    else {
      const grade = { earnedGraded: sent['grade'] as number }
      applyOverride(school, section.course, TEACHER, { userId: ANN.id, usageKey: key('hw1'), grade })
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'crash') throw error
  }
}

function everything(school: School): unknown {
  const [course] = school.world.courses
  if (!course) return null
  const section = sectionOf(school, course)
  const learners = [ANN.id, BEN.id].map((userId) => {
    const marks = marksOf(school, section, userId)
    return { marks, results: resultsOf(school, section, userId, marks) }
  })
  return { learners, rows: listGradebook(school, course, {}).rows, now: school.now }
}

test('whatever is saved, a fresh school with the same journal says the same', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 20 }), (all) => {
      const { school, course } = smallSchool(CLASS)
      for (const step of all) take(school, sectionOf(school, course), step)
      const journal = JSON.parse(JSON.stringify(school.journal)) as Write[]
      expect(everything(replay(smallSchool(CLASS).school, journal))).toEqual(everything(school))
    }),
  )
})

test('whatever is saved, a grade that shows here is the score in Open edX', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 20 }), (all) => {
      const { school, course } = smallSchool(CLASS)
      for (const step of all) take(school, sectionOf(school, course), step)
      const section = sectionOf(school, course)
      const wrong = listGradebook(school, course, {}).rows.flatMap(({ account, cells }) =>
        marksOf(school, section, account.id).filter(({ item, points, exception }) => {
          const cell = cells.find(({ subsection }) => subsection === item.place.subsection)
          return points !== null && (exception > 0 || !cell?.attempted || cell.earned !== points)
        }),
      )
      expect(wrong).toEqual([])
    }),
  )
})

test('whatever is saved, what is refused changes nothing', () => {
  fc.assert(
    fc.property(steps, (step) => {
      const { school, course } = smallSchool(CLASS)
      const before = JSON.stringify(everything(school))
      take(school, sectionOf(school, course), step)
      if (school.journal.length > 0) return
      expect(JSON.stringify(everything(school))).toBe(before)
    }),
  )
})
