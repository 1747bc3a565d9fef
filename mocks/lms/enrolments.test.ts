import { beforeEach, describe, expect, test } from 'vitest'
import { enrolmentById, enrolmentOf, enrolmentsIn, isEnrolled, saveEnrolment } from './enrolments.ts'
import { listGradebook } from './gradebook.ts'
import { replay } from './journal.ts'
import type { Course } from './course-model.ts'
import type { Write } from './write-model.ts'
import type { School } from './store.ts'
import { ANN, BEN, STRANGER, smallSchool } from './testing-school.ts'

let school: School
let course: Course

beforeEach(() => {
  ;({ school, course } = smallSchool())
})

function listed(): string[] {
  return listGradebook(school, course, {}).rows.map(({ account }) => account.username)
}

test('who leaves is no longer listed, and keeps the place of old on coming back', () => {
  const before = listed()
  const { id } = saveEnrolment(school, course, BEN.id, { active: false })
  expect(listed()).toEqual(before.filter((name) => name !== BEN.username))
  expect(isEnrolled(school, course, BEN.id)).toBe(false)
  expect(enrolmentById(school, course, id)?.active).toBe(false)
  saveEnrolment(school, course, BEN.id, { active: true })
  expect(listed()).toEqual(before)
})

test('who enrols stands at the end, and can be found by id', () => {
  const before = listed()
  const row = saveEnrolment(school, course, STRANGER.id, { mode: 'verified' })
  expect(row).toMatchObject({ userId: STRANGER.id, mode: 'verified', active: true, cohortId: null })
  expect(listed()).toEqual([...before, STRANGER.username])
  expect(enrolmentById(school, course, row.id)).toEqual(row)
  expect([...enrolmentsIn(school, course)].at(-1)).toEqual(row)
})

test('another track keeps everything else', () => {
  const before = enrolmentOf(school, course, ANN.id)
  expect(saveEnrolment(school, course, ANN.id, { mode: 'verified' })).toEqual({ ...before, mode: 'verified' })
})

describe('a fresh school with the same journal', () => {
  test('has the same enrolments', () => {
    saveEnrolment(school, course, STRANGER.id, {})
    saveEnrolment(school, course, ANN.id, { active: false, mode: 'honor' })
    const journal = JSON.parse(JSON.stringify(school.journal)) as Write[]
    const again = replay(smallSchool().school, journal)
    const [same] = again.world.courses
    expect(same && [...enrolmentsIn(again, same)]).toEqual([...enrolmentsIn(school, course)])
    expect(again.now).toBe(school.now)
  })
})
