import { beforeEach, expect, test } from 'vitest'
import { cohortIdOf } from './members.ts'
import { uploadCohorts } from './upload.ts'
import { replay } from '#mocks/lms/journal.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { reportsOf } from '#mocks/lms/instructor/reports.ts'
import type { School } from '#mocks/lms/store.ts'
import { ANN, BEN, CAT, STRANGER, enrolled, smallSchool } from '#mocks/lms/testing-school.ts'

const SMALL = {
  course: {
    cohorts: [
      { id: 1, name: 'One', assignmentType: 'manual' },
      { id: 2, name: 'Two', assignmentType: 'random' },
    ],
  },
  enrolments: [enrolled(ANN.id, { cohortId: 1 }), enrolled(BEN.id, { cohortId: 2 }), enrolled(CAT.id)],
}

let school: School
let course: Course
beforeEach(() => {
  ;({ school, course } = smallSchool(SMALL))
})

function upload(...lines: readonly string[]): void {
  const text = lines.join('\n')
  uploadCohorts(school, course, { name: 'x.CSV', size: text.length, text })
}

test('moves people, and reports on each cohort', () => {
  upload(
    'email,cohort,username,note',
    ',One,ann,already there',
    'Ben@example.org,One,,moves',
    'cat@example.org,Two,nobody,the address counts',
    ',Two,no.such,',
    ',Two,no.other,',
    'new@example.org,Two,,',
    'a@b,Two,,',
    ',Three,ann,',
  )
  expect([ANN, BEN, CAT].map(({ id }) => cohortIdOf(school, course, id))).toEqual([1, 1, 2])
  const [report] = reportsOf(school, course)
  expect(report?.name).toBe('Test_T1_2026_cohort_results_2026-11-20-0900.csv')
  expect(report?.content.split('\r\n')).toEqual([
    'Cohort Name,Exists,Learners Added,Learners Not Found,Invalid Email Addresses,Preassigned Learners',
    'One,True,1,,,',
    'Two,True,1,"no.such,no.other",a@b,new@example.org',
    'Three,False,0,,,',
    '',
  ])
})

test('leaves the newest report on top, and a file of the same minute replaces the other', () => {
  upload('username,cohort', 'ann,One')
  upload('username,cohort', 'stranger,One')
  expect(reportsOf(school, course)).toHaveLength(1)
  school.now += 60_000
  upload('username,cohort')
  expect(reportsOf(school, course).map(({ name }) => name)).toEqual([
    'Test_T1_2026_cohort_results_2026-11-20-0901.csv',
    'Test_T1_2026_cohort_results_2026-11-20-0900.csv',
  ])
})

test('comes out the same from the journal', () => {
  upload('username,cohort', 'ann,Two', 'stranger,One')
  const again = replay(smallSchool(SMALL).school, JSON.parse(JSON.stringify(school.journal)) as Write[])
  expect(reportsOf(again, course)).toEqual(reportsOf(school, course))
  expect(cohortIdOf(again, course, STRANGER.id)).toBe(1)
})
