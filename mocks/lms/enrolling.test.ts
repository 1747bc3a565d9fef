import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { switchCohorts, usesCohorts } from '#mocks/lms/cohorts/settings.ts'
import { addCohort, changeCohort, cohortsIn, cohortsOf, findCohort } from '#mocks/lms/cohorts/cohorts.ts'
import { cohortIdOf, joinCohort, leaveCohort, membersOf } from '#mocks/lms/cohorts/members.ts'
import { type EnrolmentWish, enrol, leaveAllCourses, newestEnrolments } from './enrolling.ts'
import { enrolmentOf, enrolmentsIn } from './enrolments.ts'
import { listGradebook } from './gradebook.ts'
import { replay } from './journal.ts'
import type { Course } from './course-model.ts'
import type { Account } from './model.ts'
import type { Write } from './write-model.ts'
import { Refusal } from './refusal.ts'
import type { School } from './store.ts'
import { ANN, BEN, CAT, NOW, STRANGER, TEACHER, enrolled, smallSchool } from './testing-school.ts'

const AUDIT = { slug: 'audit', name: 'Audit', minPrice: 0, currency: 'usd', expires: null }
const SMALL = {
  course: {
    modes: [AUDIT, { ...AUDIT, slug: 'verified' }, { ...AUDIT, slug: 'honor', expires: NOW - 1 }],
    cohorts: [
      { id: 1, name: 'One', assignmentType: 'manual' },
      { id: 2, name: 'Two', assignmentType: 'random' },
    ],
  },
  enrolments: [
    enrolled(ANN.id, { mode: 'verified', cohortId: 1 }),
    enrolled(BEN.id, { active: false, mode: 'honor' }),
    enrolled(CAT.id),
  ],
}

let school: School
let course: Course
beforeEach(() => {
  ;({ school, course } = smallSchool(SMALL))
})

const listed = () => listGradebook(school, course, {}).rows.map(({ account }) => account.username)

describe('by oneself', () => {
  test('a first enrolment stands at the end of the gradebook', () => {
    expect(enrol(school, course, STRANGER, {}, false)).toMatchObject({ mode: 'audit', active: true })
    expect(listed()).toEqual(['ann', 'cat', 'stranger'])
  })

  test('an enrolment that ended begins anew, in the mode that is asked for or the usual one', () => {
    expect(enrol(school, course, BEN, {}, false)).toMatchObject({ mode: 'audit', active: true })
    expect(listed()).toEqual(['ann', 'Ben', 'cat'])
  })

  test('who comes back is in the cohort of old', () => {
    enrol(school, course, ANN, { active: false }, true)
    expect(enrol(school, course, ANN, {}, false)).toMatchObject({ active: true, cohortId: 1 })
  })

  test('an active one stays as it is, whatever is asked for', () => {
    const before = enrolmentOf(school, course, ANN.id)
    expect(enrol(school, course, ANN, { mode: 'audit', active: false }, false)).toEqual(before)
    expect(school.journal).toEqual([])
  })

  test('only open modes will do', () => {
    expect(() => enrol(school, course, STRANGER, { mode: 'honor' }, false)).toThrow(
      `The [honor] course mode is expired or otherwise unavailable for course run [${course.key}].`,
    )
    expect(() => enrol(school, course, ANN, { mode: 'gold' }, false)).toThrow('[gold]')
  })

  test('a course without modes has none to enrol in', () => {
    const bare = smallSchool()
    expect(() => enrol(bare.school, bare.course, STRANGER, {}, false)).toThrow('[audit]')
  })

  test('honor is usual where there is no audit', () => {
    const honor = smallSchool({ course: { modes: [{ ...AUDIT, slug: 'honor' }] } })
    expect(enrol(honor.school, honor.course, STRANGER, {}, false).mode).toBe('honor')
  })
})

describe('by staff of the site', () => {
  test('mode and activity change, one by one', () => {
    expect(enrol(school, course, ANN, { mode: 'audit' }, true)).toMatchObject({ mode: 'audit', active: true })
    expect(enrol(school, course, ANN, { active: false }, true)).toMatchObject({
      mode: 'audit',
      active: false,
    })
    expect(listed()).toEqual(['cat'])
    expect(enrol(school, course, ANN, { active: true }, true)).toMatchObject({ mode: 'audit', active: true })
  })

  test('an enrolment is not ended under the wrong mode', () => {
    expect(() => enrol(school, course, ANN, { mode: 'audit', active: false }, true)).toThrow(
      "Enrollment mode mismatch: active mode=verified, requested mode=audit. Won't deactivate.",
    )
    expect(enrolmentOf(school, course, ANN.id)?.active).toBe(true)
  })

  test('an expired mode can be left, and not be entered', () => {
    expect(() => enrol(school, course, CAT, { mode: 'honor' }, true)).toThrow('[honor]')
    enrol(school, course, BEN, { active: true }, true)
    expect(enrolmentOf(school, course, BEN.id)).toMatchObject({ mode: 'honor', active: true })
    expect(enrol(school, course, BEN, { mode: 'honor', active: false }, true).active).toBe(false)
  })

  test('somebody is enrolled who is not active yet', () => {
    expect(enrol(school, course, STRANGER, { active: false }, true).active).toBe(false)
    expect(listed()).toEqual(['ann', 'cat'])
  })
})

describe('with a cohort', () => {
  test('joins it, also a second time', () => {
    enrol(school, course, STRANGER, { cohort: 'Two' }, false)
    enrol(school, course, STRANGER, { cohort: 'Two' }, false)
    expect(cohortIdOf(school, course, STRANGER.id)).toBe(2)
  })

  test('that does not exist, the enrolment stays done', () => {
    expect(() => enrol(school, course, STRANGER, { cohort: 'Three' }, false)).toThrow(
      'An error occured while adding to cohort [Three]',
    )
    expect(enrolmentOf(school, course, STRANGER.id)?.active).toBe(true)
  })
})

test('leaving all courses names their organisations, and is done once', () => {
  expect(leaveAllCourses(school, ANN)).toEqual(['Test'])
  expect(leaveAllCourses(school, ANN)).toBeNull()
  expect(listed()).toEqual(['cat'])
})

test('the newest enrolments come first, ended ones too', () => {
  enrol(school, course, STRANGER, {}, false)
  const names = newestEnrolments(school, [course]).map(({ userId }) => userId)
  expect(names).toEqual([STRANGER.id, CAT.id, BEN.id, ANN.id])
  expect(newestEnrolments(school, [course], [ANN, TEACHER]).map(({ userId }) => userId)).toEqual([ANN.id])
})

type Step = (school: School, course: Course) => void

const PEOPLE: readonly Account[] = [ANN, BEN, CAT, STRANGER, TEACHER]
const people = fc.constantFrom(...PEOPLE)
const cohortIds = fc.integer({ min: 1, max: 4 })
const names = fc.constantFrom('One', 'Two', 'New', 'Other')
const types = fc.constantFrom('manual', 'random')
const wishes: fc.Arbitrary<EnrolmentWish> = fc.record(
  { mode: fc.constantFrom('audit', 'verified', 'honor'), active: fc.boolean(), cohort: names },
  { requiredKeys: [] },
)

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(people, wishes, fc.boolean()).map(
    ([who, wish, byStaff]): Step =>
      (school, course) =>
        enrol(school, course, who, wish, byStaff),
  ),
  fc.tuple(people, cohortIds, fc.boolean()).map(([who, id, byEmail]): Step => (school, course) => {
    const cohort = findCohort(school, course, id)
    if (cohort) joinCohort(school, course, cohort, byEmail ? who.email : who.username)
  }),
  people.map(
    (who): Step =>
      (school, course) =>
        leaveCohort(school, course, who.id),
  ),
  fc.tuple(names, types).map(
    ([name, assignmentType]): Step =>
      (school, course) =>
        addCohort(school, course, { name, assignmentType }),
  ),
  fc.tuple(cohortIds, names, types).map(([id, name, assignmentType]): Step => (school, course) => {
    const cohort = findCohort(school, course, id)
    if (cohort) changeCohort(school, course, cohort, { name, assignmentType })
  }),
  people.map(
    (who): Step =>
      (school) =>
        leaveAllCourses(school, who),
  ),
  fc.boolean().map(
    (on): Step =>
      (school, course) =>
        switchCohorts(school, course, on),
  ),
)

function perform(done: readonly Step[]): { school: School; course: Course } {
  const fresh = smallSchool(SMALL)
  for (const step of done) {
    try {
      step(fresh.school, fresh.course)
    } catch (error) {
      // What is refused halfway leaves what came before it.
      if (!(error instanceof Refusal)) throw error
    }
  }
  return fresh
}

function everything(school: School, course: Course): unknown {
  return {
    enrolments: [...enrolmentsIn(school, course)],
    cohorts: cohortsOf(school, course),
    members: cohortsIn(school, course).map((cohort) => membersOf(school, course, cohort)),
    rows: listGradebook(school, course, {}).rows,
    used: usesCohorts(school, course),
    now: school.now,
  }
}

const sequences = fc.array(steps, { maxLength: 30 })

test('whatever is done, a fresh school with the same journal is in the same state', () => {
  fc.assert(
    fc.property(sequences, (done) => {
      const { school, course } = perform(done)
      const journal = JSON.parse(JSON.stringify(school.journal)) as Write[]
      const again = replay(smallSchool(SMALL).school, journal)
      expect(everything(again, course)).toEqual(everything(school, course))
    }),
  )
})

test('whatever is done, each person is in one cohort at most, and the counts tell of the active ones', () => {
  fc.assert(
    fc.property(sequences, (done) => {
      const { school, course } = perform(done)
      const members = cohortsIn(school, course).map((cohort) => ({
        cohort,
        ids: membersOf(school, course, cohort).map(({ id }) => id),
      }))
      const all = members.flatMap(({ ids }) => ids)
      expect(new Set(all).size).toBe(all.length)
      for (const { id } of PEOPLE) {
        const found = members.find(({ ids }) => ids.includes(id))?.cohort.id ?? null
        expect(cohortIdOf(school, course, id)).toBe(found)
      }
      for (const { id, userCount } of cohortsOf(school, course)) {
        const { filteredUsers } = listGradebook(school, course, { cohortId: id })
        expect(userCount).toBe(filteredUsers)
      }
    }),
  )
})

test('whatever is done, a course that had a random cohort keeps one', () => {
  fc.assert(
    fc.property(sequences, (done) => {
      const { school, course } = perform(done)
      const random = cohortsIn(school, course).filter(({ assignmentType }) => assignmentType === 'random')
      expect(random.length).toBeGreaterThan(0)
    }),
  )
})
