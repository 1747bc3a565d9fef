import { describe, expect, test } from 'vitest'
import type { AssignmentType, OutlineSubsection } from '#src/domain/course.ts'
import { policyRows, subsectionGroups, totalWeight } from './policy-rows.ts'

function type(name: string, weight: number | null = 0.5): AssignmentType {
  return { name, shortLabel: null, weight, required: 1, dropped: 0 }
}

function subsection(id: string, of: string | null, graded = true): OutlineSubsection {
  return { id, name: id, label: null, type: of, graded }
}

const OUTLINE = [
  subsection('welcome', null, false),
  subsection('quiz', 'Quiz'),
  subsection('hw1', 'Homework'),
  subsection('practice', 'Homework', false),
  subsection('hw2', 'Homework'),
]

describe('policyRows', () => {
  test('counts the graded subsections of each type, in the order of the policy', () => {
    const rows = policyRows([type('Exam'), type('Homework')], OUTLINE)
    expect(rows.map((row) => [row.place, row.type.name, row.existing])).toEqual([
      [0, 'Exam', 0],
      [1, 'Homework', 2],
    ])
  })

  test('does not make a number up where the outline is not known', () => {
    expect(policyRows([type('Homework')], null)).toMatchObject([{ existing: null }])
  })
})

describe('totalWeight', () => {
  test('adds up like decimals: ten tenths are all', () => {
    expect(totalWeight(Array.from({ length: 10 }, () => type('a', 0.1)))).toBe(1)
    expect(totalWeight([type('a', 0.15), type('b', 0.15), type('c', 0.3), type('d', 0.4)])).toBe(1)
  })

  test('takes a missing weight for none', () => {
    expect(totalWeight([type('a', null), type('b', 0.85)])).toBe(0.85)
    expect(totalWeight([])).toBe(0)
  })
})

describe('subsectionGroups', () => {
  test('has the types of the policy first, then unknown ones, then those without', () => {
    const groups = subsectionGroups({ types: [type('Exam'), type('Homework')], subsections: OUTLINE })
    expect(
      groups.map((group) => [group.type, group.inPolicy, group.subsections.map(({ id }) => id)]),
    ).toEqual([
      ['Exam', true, []],
      ['Homework', true, ['hw1', 'practice', 'hw2']],
      ['Quiz', false, ['quiz']],
      [null, false, ['welcome']],
    ])
  })

  test('lists a type that the policy names twice once', () => {
    const groups = subsectionGroups({ types: [type('Homework'), type('Homework')], subsections: OUTLINE })
    expect(groups.filter((group) => group.type === 'Homework')).toHaveLength(1)
  })
})
