import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Learner } from './course.ts'
import { IDENTIFIERS, LearnerIndex, learnersIn } from './paste-learners.ts'

const person = (id: number, more: Partial<Learner>): Learner => ({
  id: `${id}`,
  username: `u${id}`,
  name: null,
  email: null,
  studentKey: null,
  ...more,
})

test('the last of a hundred thousand learners is found by any of what names them, and hardly anybody beside', () => {
  const crowd = Array.from({ length: 99_999 }, (_, id) => person(id, { name: `Nobody ${id}` }))
  const ada = person(99_999, { name: 'Ada Lovelace', email: 'ada@example.org', studentKey: '0042' })
  for (const text of ['U99999', 'lovelace, ADA', 'Ada@Example.org', '42']) {
    expect(Array.from(learnersIn([text, '8', ''], [...crowd, ada]))).toEqual([ada])
  }
})

test('an index of those that texts may name fits the texts as well as one of all', () => {
  const text = fc.constantFrom(
    'ada',
    'Ada',
    'Àda',
    'ada lo',
    'lo, ada',
    ' ,lo',
    '7',
    '007',
    '٧',
    '',
    ' ',
    'LO',
  )
  const maybe = fc.option(text)
  const people = fc.array(fc.record({ username: text, name: maybe, email: maybe, studentKey: maybe }))
  fc.assert(
    fc.property(people, fc.array(text), (given, texts) => {
      const learners = given.map((one, id) => person(id, one))
      const few = new LearnerIndex(learnersIn(texts, learners))
      const all = new LearnerIndex(learners)
      for (const by of IDENTIFIERS) expect(few.fitting(by, texts)).toBe(all.fitting(by, texts))
    }),
  )
})
