import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellFacts } from './conflict.ts'
import type { Assignment, Learner } from './course.ts'
import { type PasteMapping, guessMapping, looksLikeTable } from './paste-columns.ts'
import { LearnerIndex } from './paste-learners.ts'
import { type PasteChoices, type PasteCourse, changesOf, readPaste } from './paste.ts'

const person = (id: string, username: string, more: Partial<Learner> = {}): Learner => ({
  id,
  username,
  name: null,
  email: null,
  studentKey: null,
  ...more,
})

const ada = person('1', 'ada.l', { name: 'Ada Lovelace', email: 'ada@example.org', studentKey: '00123' })
const maria = person('2', 'maria', { name: 'María García' })
const other = person('3', 'mgarcia', { name: 'Maria Garcia', studentKey: 'S77' })
const bo = person('4', 'bo', { name: 'Bo Li' })
const class4 = [ada, maria, other, bo]

const hw = (id: string, name: string, label: string): Assignment => ({ id, name, label, type: 'Homework' })
const assignments = [hw('hw1', 'Homework 1', 'HW 01'), hw('hw2', 'Homework 2', 'HW 02')]

const cells = new Map<string, CellFacts>([
  ['1 hw1', { attempted: true, earned: 8, possible: 10 }],
  ['2 hw1', { attempted: false, earned: 0, possible: null }],
])
const course: PasteCourse = {
  learners: new LearnerIndex(class4),
  facts: (learner, subsection) =>
    cells.get(`${learner} ${subsection}`) ?? { attempted: false, earned: 0, possible: null },
  possible: (subsection) => (subsection === 'hw1' ? 10 : null),
}
const options = { learners: course.learners, assignments, possible: course.possible, decimal: '.' } as const
const none: PasteChoices = { learners: new Map(), extraCredit: false }

const lines = (text: string) => text.split('\n').map((line) => line.split('|'))
const guess = (text: string) => guessMapping(lines(text), options)
function read(text: string, choices = none, mapping: PasteMapping = guess(text)) {
  return [...readPaste(lines(text), mapping, course, choices)]
}
function verdict(score: string, choices = none) {
  return read(`username|Homework 1\nada.l|${score}`, choices)[0]?.cells[0]?.verdict
}

describe('who is meant', () => {
  const match = (by: 'username' | 'email' | 'studentKey' | 'name', text: string) =>
    course.learners.match([{ by, text }])

  test.each([
    ['username', 'ada.l', '1'],
    ['username', ' ADA.L ', '1'],
    ['email', 'Ada@Example.org', '1'],
    ['name', 'Ada Lovelace', '1'],
    ['name', 'Lovelace, Ada', '1'],
    ['studentKey', '00123', '1'],
  ] as const)('%s %j', (by, text, learnerId) => {
    expect(match(by, text)).toEqual({ kind: 'matched', learnerId, note: null })
  })

  test('zeros that a spreadsheet cut off are told', () => {
    expect(match('studentKey', '123')).toEqual({ kind: 'matched', learnerId: '1', note: 'leading-zeros' })
  })

  test('the same name twice is ambiguous, accents put aside; another identifier decides', () => {
    expect(match('name', 'Maria Garcia')).toEqual({ kind: 'ambiguous', candidates: ['2', '3'] })
    expect(
      course.learners.match([
        { by: 'name', text: 'Maria Garcia' },
        { by: 'studentKey', text: 's77' },
      ]),
    ).toEqual({ kind: 'matched', learnerId: '3', note: null })
  })

  test('two identifiers of different learners are ambiguous', () => {
    expect(
      course.learners.match([
        { by: 'username', text: 'bo' },
        { by: 'email', text: 'ada@example.org' },
      ]),
    ).toEqual({ kind: 'ambiguous', candidates: ['4', '1'] })
  })

  test('nobody, and a number that a spreadsheet has destroyed', () => {
    expect(match('username', 'ada')).toEqual({ kind: 'unknown', note: null })
    expect(match('studentKey', '1.23457E+13')).toEqual({ kind: 'unknown', note: 'exponent' })
    expect(match('name', '  ')).toEqual({ kind: 'blank' })
  })
})

describe('what columns hold', () => {
  test('by header and by content', () => {
    expect(guess('Student|HW 01|Notes\nBo Li|7|late')).toEqual({
      hasHeader: true,
      decimal: '.',
      roles: [
        { kind: 'learner', by: 'name' },
        { kind: 'score', subsectionId: 'hw1', mode: 'points' },
        { kind: 'ignored' },
      ],
    })
    expect(guess('ada@example.org|9').roles).toEqual([{ kind: 'learner', by: 'email' }, { kind: 'ignored' }])
  })

  test.each([
    ['Homework 1 (%)', '8', 'percent'],
    ['Homework 1', '80%', 'percent'],
    ['Homework 1', '80', 'percent'],
    ['Homework 1 (10 points)', '80', 'points'],
    ['Homework 1', '8', 'points'],
    ['Homework 2', '80', 'points'],
  ])('%s with %s is read as %s', (header, score, mode) => {
    expect(guess(`username|${header}\nbo|${score}`).roles[1]).toMatchObject({ mode })
  })

  test.each([
    ['8,5', ','],
    ['8.5', '.'],
    ['8', '.'],
  ])('%s tells the decimal sign %s', (score, decimal) => {
    expect(guess(`username|Homework 1\nbo|${score}`).decimal).toBe(decimal)
  })

  test('an assignment is taken once, and a name that two assignments have not at all', () => {
    const twins = [hw('a', 'Quiz', 'Q 01'), hw('b', 'Quiz', 'Q 02')]
    expect(guess('HW 01|Homework 1').roles[1]).toEqual({ kind: 'ignored' })
    expect(guessMapping([['username', 'Quiz']], { ...options, assignments: twins }).roles[1]).toEqual({
      kind: 'ignored',
    })
  })
})

describe('a table of learners, or a block of scores', () => {
  test.each([
    ['a header of learners', 'username|HW 01\nnobody|8', true],
    ['names of learners', 'Bo Li|7\nAda Lovelace|9', true],
    ['a header of scores alone', 'HW 01|HW 02\n7|8', false],
    ['figures, although one is a key', '123|8\n123|9', false],
    ['names alone', 'Bo Li\nAda Lovelace', false],
    ['a header alone', 'username|HW 01', false],
    ['words that nobody is called', 'late|7\nill|8', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(looksLikeTable(lines(text), options)).toBe(expected)
  })
})

describe('what a score means', () => {
  test('a change, with what it lowers', () => {
    expect(verdict('9')).toEqual({
      kind: 'change',
      will: { earned: 9, possible: null },
      lowers: false,
      note: null,
    })
    expect(verdict('7')).toMatchObject({ kind: 'change', lowers: true })
    expect(verdict('09')).toMatchObject({ kind: 'change', will: { earned: 9 }, note: 'leading-zeros' })
    expect(verdict('90%')).toMatchObject({ kind: 'change', will: { earned: 9 } })
  })

  test('nothing, where it is there or blank', () => {
    expect(verdict('8')).toEqual({ kind: 'unchanged' })
    expect(verdict('80%')).toEqual({ kind: 'unchanged' })
    expect(verdict('')).toEqual({ kind: 'blank' })
  })

  test.each([
    ['n/a', 'not-a-number'],
    ['-1', 'negative'],
    ['1E+05', 'exponent'],
    ['8/10/2026', 'date'],
    ['8.10.2026', 'date'],
    ['2026-10-08', 'date'],
    ['08. Okt', 'date'],
    ['10-Aug', 'date'],
    ['Aug-10', 'date'],
    ['8/20', 'other-maximum'],
  ])('%s is refused: %s', (score, why) => {
    expect(verdict(score)).toMatchObject({ kind: 'refused', refusal: { why } })
  })

  test('percent without known points is refused', () => {
    const [line] = read('username|Homework 2\nbo|80%')
    expect(line?.cells[0]?.verdict).toMatchObject({ kind: 'refused', refusal: { why: 'possible-unknown' } })
  })

  test('more than the maximum is staged only where it is meant', () => {
    const [line] = read('username|Homework 1 (points)\nada.l|12')
    expect(line?.cells[0]?.verdict).toEqual({
      kind: 'over',
      will: { earned: 12, possible: null },
      possible: 10,
    })
    if (!line) throw new Error('No line')
    expect(changesOf(line, course, none)).toEqual([])
    expect(changesOf(line, course, { ...none, extraCredit: true })).toMatchObject([{ will: { earned: 12 } }])
  })
})

describe('lines', () => {
  test('unknown, ambiguous and repeated learners change nothing', () => {
    const result = read('name|Homework 1\nNobody|1\nMaria Garcia|2\nBo Li|3\n\nLi Bo|4')
    expect(result.map(({ number, learner }) => [number, learner.kind])).toEqual([
      [2, 'unknown'],
      [3, 'ambiguous'],
      [4, 'matched'],
      [6, 'duplicate'],
    ])
    expect(result.flatMap((line) => changesOf(line, course, none))).toMatchObject([
      { learnerId: '4', subsectionId: 'hw1', will: { earned: 3 } },
    ])
  })

  test('a choice settles who is meant, among the candidates only', () => {
    const text = 'name|Homework 1\nMaria Garcia|2'
    const choose = (learnerId: string) => read(text, { ...none, learners: new Map([[2, learnerId]]) })[0]
    expect(choose('3')?.learner).toEqual({ kind: 'matched', learnerId: '3', note: null })
    expect(choose('4')?.learner.kind).toBe('ambiguous')
  })

  test('whatever is pasted, what is staged is what the lines say, once for each cell', () => {
    const text = fc.oneof(
      fc.constantFrom('ada.l', 'bo', 'Maria Garcia', '123', '8', '12', '80%', '8,5', '', '8/10', 'x'),
      fc.string({ maxLength: 6 }),
    )
    const tables = fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 8 })
    fc.assert(
      fc.property(tables, fc.boolean(), (body, extraCredit) => {
        const table = [['username', 'name', 'HW 01', 'HW 02'], ...body]
        const mapping = guessMapping(table, options)
        const choices = { ...none, extraCredit }
        const staged = [...readPaste(table, mapping, course, choices)].flatMap((line) => {
          const changes = changesOf(line, course, choices)
          const said = line.cells.filter(
            ({ verdict: { kind } }) => kind === 'change' || (kind === 'over' && extraCredit),
          )
          expect(changes.map(({ subsectionId }) => subsectionId)).toEqual(
            said.map(({ subsectionId }) => subsectionId),
          )
          return changes.map(({ learnerId, subsectionId }) => `${learnerId} ${subsectionId}`)
        })
        expect(new Set(staged).size).toBe(staged.length)
      }),
    )
  })
})
