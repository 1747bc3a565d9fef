import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssignmentType, GradingInfo, OutlineSubsection } from './course.ts'
import { checkGrading } from './grading-checks.ts'

const SOUND: GradingInfo = {
  types: [
    type('Homework', { weight: 0.4, required: 2, dropped: 1 }),
    type('Exam', { weight: 0.6, required: 1 }),
  ],
  cutoffs: [
    { letter: 'A', from: 0.8 },
    { letter: 'B', from: 0.6 },
  ],
  subsections: [
    work('hw1', 'Homework', 'HW 01'),
    work('hw2', 'Homework', 'HW 02'),
    work('exam', 'Exam', 'Exam 01'),
    { ...work('intro', null, null), graded: false },
    { ...work('practice', 'Practice', null), graded: false },
  ],
  frozen: false,
  bulkManagement: false,
}

function type(name: string, rest: Partial<AssignmentType> = {}): AssignmentType {
  return { name, shortLabel: name.slice(0, 2), weight: 0.5, required: 1, dropped: 0, ...rest }
}

function work(id: string, type: string | null, label: string | null): OutlineSubsection {
  return { id, name: id, label, type, graded: true }
}

function check(change: Partial<GradingInfo>) {
  return checkGrading({ ...SOUND, ...change })
}

function falling(letters: readonly string[]) {
  return letters.map((letter, index) => ({ letter, from: 0.9 - index / 10 }))
}

test('a sound policy has no warnings', () => {
  expect(checkGrading(SOUND)).toEqual([])
})

describe('weights', () => {
  test('that do not add up to 100 %', () => {
    expect(
      check({ types: [type('Homework', { weight: 0.5 }), type('Exam', { weight: 0.6 })] }),
    ).toContainEqual({
      code: 'weights-total',
      total: expect.closeTo(1.1, 10),
    })
  })

  test('noise of decimals is no difference', () => {
    const tenths = Array.from({ length: 10 }, (_, index) =>
      type(`T${index}`, { weight: 0.1, shortLabel: `T${index}` }),
    )
    expect(check({ types: tenths }).map(({ code }) => code)).not.toContain('weights-total')
  })

  test('that are missing', () => {
    const warnings = check({ types: [type('Homework', { weight: null }), type('Exam', { weight: 1 })] })
    expect(warnings).toEqual([{ code: 'weight-missing', type: 'Homework' }])
  })

  test('a policy without types', () => {
    const warnings = check({ types: [], subsections: [] })
    expect(warnings).toEqual([{ code: 'no-types' }])
  })
})

describe('assignments', () => {
  test('fewer than required', () => {
    const types = [type('Homework', { weight: 0.4, required: 12, dropped: 2 }), type('Exam', { weight: 0.6 })]
    expect(check({ types })).toEqual([
      { code: 'fewer-than-required', type: 'Homework', required: 12, existing: 2 },
    ])
  })

  test('none of a type', () => {
    expect(check({ types: [...SOUND.types, type('Lab', { weight: 0, required: 3 })] })).toEqual([
      { code: 'type-without-assignments', type: 'Lab', required: 3 },
    ])
  })

  test('none of a type that demands none: nothing is dropped there', () => {
    expect(check({ types: [...SOUND.types, type('Lab', { weight: 0, required: 0 })] })).toEqual([
      { code: 'type-without-assignments', type: 'Lab', required: 0 },
    ])
  })

  test('all dropped', () => {
    const types = [type('Homework', { weight: 0.4, required: 0, dropped: 2 }), type('Exam', { weight: 0.6 })]
    expect(check({ types })).toEqual([
      { code: 'everything-dropped', type: 'Homework', dropped: 2, counted: 2 },
    ])
  })

  test('graded, but of a type that the policy lacks, or of none', () => {
    const strays = [work('q1', 'Quiz', null), work('x', null, null), work('q2', 'Quiz', null)]
    expect(check({ subsections: [...SOUND.subsections, ...strays] })).toEqual([
      { code: 'type-not-in-policy', type: 'Quiz', subsections: ['q1', 'q2'] },
      { code: 'type-not-in-policy', type: null, subsections: ['x'] },
    ])
  })
})

describe('labels', () => {
  test('of two subsections alike', () => {
    expect(check({ subsections: [...SOUND.subsections, work('hw3', 'Homework', 'hw 01 ')] })).toEqual([
      { code: 'labels-alike', label: 'HW 01', subsections: ['hw1', 'hw3'] },
    ])
  })

  test('of two types alike, told once', () => {
    const types = SOUND.types.map((row) => ({ ...row, shortLabel: 'W' }))
    const subsections = [
      work('a', 'Homework', 'W 01'),
      work('b', 'Homework', 'W 02'),
      work('c', 'Exam', 'W 01'),
      work('d', 'Exam', 'W 02'),
    ]
    expect(check({ types, subsections })).toEqual([
      { code: 'short-labels-alike', label: 'W', types: ['Homework', 'Exam'] },
    ])
  })

  test('types without a short label are not alike', () => {
    expect(check({ types: SOUND.types.map((row) => ({ ...row, shortLabel: null })) })).toEqual([])
  })
})

describe('cutoffs', () => {
  test.each<[string, GradingInfo['cutoffs'], unknown[]]>([
    ['none', [], [{ code: 'no-passing-grade' }]],
    ['only zero', [{ letter: 'Pass', from: 0 }], [{ code: 'no-passing-grade' }]],
    [
      'the better letter below the worse',
      [
        { letter: 'B', from: 0.8 },
        { letter: 'A', from: 0.6 },
        { letter: 'C', from: 0.5 },
      ],
      [
        {
          code: 'cutoffs-out-of-order',
          better: { letter: 'A', from: 0.6 },
          worse: { letter: 'B', from: 0.8 },
        },
      ],
    ],
    [
      'signs in order',
      [
        { letter: 'A+', from: 0.95 },
        { letter: 'A', from: 0.9 },
        { letter: 'A-', from: 0.85 },
        { letter: 'B+', from: 0.8 },
      ],
      [],
    ],
    [
      'the same letter twice',
      [
        { letter: 'A', from: 0.8 },
        { letter: 'a', from: 0.6 },
      ],
      [],
    ],
    [
      'words rank by their cutoffs',
      [
        { letter: 'Distinction', from: 0.8 },
        { letter: 'Pass', from: 0.5 },
        { letter: 'Credit', from: 0.4 },
      ],
      [],
    ],
    [
      'alike',
      [
        { letter: 'B', from: 0.6 },
        { letter: 'A', from: 0.6 },
      ],
      [{ code: 'cutoffs-equal', letters: ['B', 'A'], from: 0.6 }],
    ],
    [
      'out of range',
      [{ letter: 'Pass', from: 50 }],
      [{ code: 'cutoff-out-of-range', cutoff: { letter: 'Pass', from: 50 } }],
    ],
  ])('%s', (_, cutoffs, warnings) => {
    expect(check({ cutoffs })).toEqual(warnings)
  })

  test('letters in alphabetical order at falling cutoffs never warn; swapping two neighbours always does', () => {
    const letters = fc
      .uniqueArray(fc.constantFrom(...Array.from('ABCDEF')), { minLength: 2 })
      .map((all) => all.sort())
    fc.assert(
      fc.property(letters, fc.nat(), (sorted, pick) => {
        expect(check({ cutoffs: falling(sorted) })).toEqual([])
        const index = pick % (sorted.length - 1)
        const swapped = sorted.with(index, sorted[index + 1] ?? '').with(index + 1, sorted[index] ?? '')
        expect(check({ cutoffs: falling(swapped) }).map(({ code }) => code)).toContain('cutoffs-out-of-order')
      }),
    )
  })
})

test('frozen grades are told last', () => {
  expect(check({ frozen: true })).toEqual([{ code: 'frozen' }])
})
