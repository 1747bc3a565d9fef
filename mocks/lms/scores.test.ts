import { beforeEach, expect, test } from 'vitest'
import { setClock } from './clock.ts'
import { gradebookEntry } from './gradebook.ts'
import { replay } from './journal.ts'
import type { Course } from './course-model.ts'
import type { Write } from './write-model.ts'
import { applyOverride } from './overrides.ts'
import { setScore } from './scores.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'
import { ANN, TEACHER, key, smallSchool } from './testing-school.ts'
import { findSubsection } from './outline.ts'

let school: School
let course: Course
let problem: string

const fresh = () => smallSchool({ answers: { ann: { hw1: [8] } } })

beforeEach(() => {
  ;({ school, course } = fresh())
  problem = findSubsection(course, key('hw1'))?.subsection.problems[0]?.key ?? ''
})

function cell() {
  return gradebookEntry(school, course, ANN.username).cells[0]
}

test('a score from outside takes the place of the answer, and null takes it away', () => {
  const before = gradebookEntry(school, course, ANN.username).percent
  expect(cell()).toMatchObject({ attempted: true, earned: 8 })
  setScore(school, course, ANN.id, problem, 2)
  expect(cell()).toMatchObject({ attempted: true, earned: 2 })
  expect(gradebookEntry(school, course, ANN.username).percent).toBeLessThan(before)
  setScore(school, course, ANN.id, problem, null)
  expect(cell()).toMatchObject({ attempted: false, earned: 0 })
})

test('an override stays in force over a score from outside', () => {
  applyOverride(school, course, TEACHER, { userId: ANN.id, usageKey: key('hw1'), grade: { earnedGraded: 9 } })
  setScore(school, course, ANN.id, problem, 1)
  expect(cell()).toMatchObject({ earned: 9 })
})

test('scores, rows and the clock come back with the journal', () => {
  const notes = table<{ text: string }>('notes')
  setScore(school, course, ANN.id, problem, 3)
  notes.put(school, 'a', { text: 'one' })
  notes.put(school, 'b', { text: 'two' })
  notes.remove(school, 'a')
  setClock(school, school.now + 86_400_000)
  const journal = JSON.parse(JSON.stringify(school.journal)) as Write[]
  const again = replay(fresh().school, journal)
  expect(again.now).toBe(school.now)
  expect(again.scores).toEqual(school.scores)
  expect(notes.entries(again)).toEqual([['b', { text: 'two' }]])
  expect(again.journal).toEqual(journal)
})
