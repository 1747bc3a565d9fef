import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellFacts } from './conflict.ts'
import type { Learner } from './course.ts'
import { type PasteMapping, withRole } from './paste-columns.ts'
import { LearnerIndex, indexLearners } from './paste-learners.ts'
import {
  type ChosenLearner,
  type PastePreview,
  previewPaste,
  stagedBy,
  stagedCount,
} from './paste-preview.ts'
import type { PasteCourse } from './paste.ts'

const person = (id: string, username: string, name: string): Learner => ({
  id,
  username,
  name,
  email: null,
  studentKey: null,
})
const people = [
  person('1', 'ada', 'Ada Lovelace'),
  person('2', 'maria', 'Maria Garcia'),
  person('3', 'mgarcia', 'Maria Garcia'),
]
const eight: CellFacts = { attempted: true, earned: 8, possible: 10 }
const course: PasteCourse = { learners: new LearnerIndex(people), facts: () => eight, possible: () => 10 }
const mapping: PasteMapping = {
  hasHeader: false,
  decimal: '.',
  roles: [
    { kind: 'learner', by: 'name' },
    { kind: 'score', subsectionId: 'hw1', mode: 'points' },
    { kind: 'score', subsectionId: 'hw2', mode: 'points' },
  ],
}

/** Runs a work to its end. */
function all<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const preview = (table: string[][], chosen = new Map<number, ChosenLearner>()): PastePreview =>
  all(previewPaste(table, mapping, course, chosen))
const counts = ({ groups }: PastePreview) =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, { count }]) => (count > 0 ? [[name, count]] : [])),
  )

test('lines and scores are counted by what becomes of them', () => {
  const table = [
    ['Ada Lovelace', '9', '7'],
    ['Maria Garcia', '9', '12'],
    ['Nobody', '1', '2'],
    ['', '3', '4'],
    ['Lovelace, Ada', '1', '2'],
  ]
  const before = preview(table)
  expect(counts(before)).toEqual({ change: 2, lowers: 1, ambiguous: 1, unknown: 1, nobody: 1, duplicate: 1 })
  expect(before.undecided).toBe(1)
  const chosen = new Map([[2, { learnerId: '3', candidates: ['2', '3'] }]])
  const after = preview(table, chosen)
  // Who had to be chosen stays in sight, so that the choice can be changed.
  expect(counts(after)).toMatchObject({ change: 3, over: 1, ambiguous: 1 })
  expect(after.groups.ambiguous.lines).toEqual([1])
  expect(after.undecided).toBe(0)
})

test('a line with two scores of a class stands in it once', () => {
  expect(preview([['Ada Lovelace', '1', '2']]).groups.lowers).toEqual({ count: 2, lines: [0] })
})

test('what is counted is what is staged', () => {
  const text = fc.constantFrom('Ada Lovelace', 'Maria Garcia', 'x', '8', '9', '12', '1/2/26', '')
  const tables = fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 8 })
  fc.assert(
    fc.property(tables, fc.boolean(), (table, extraCredit) => {
      const one = preview(table)
      expect(stagedBy(one, extraCredit)).toHaveLength(stagedCount(one, extraCredit))
    }),
  )
})

test('an assignment has one column', () => {
  const role = { kind: 'score', subsectionId: 'hw2', mode: 'percent' } as const
  expect(withRole(mapping, 1, role).roles).toEqual([mapping.roles[0], role, { kind: 'ignored' }])
})

test('an index made step by step finds the same', () => {
  const index = all(indexLearners(people))
  expect(index.match([{ by: 'username', text: 'ada' }])).toMatchObject({ kind: 'matched', learnerId: '1' })
})
