import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProgressSubsection, TypeSummary } from './progress.ts'
import { practicePoints, scoreLists, sightOf, unlistedTypes } from './score-lists.ts'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const AHEAD = '2026-11-21T09:00:00Z'
const PAST = '2026-11-19T09:00:00Z'

function subsection(difference: Partial<ProgressSubsection> = {}): ProgressSubsection {
  return {
    id: 'one',
    name: 'One',
    type: 'Homework',
    graded: true,
    due: null,
    visibility: 'always',
    score: score(1, 2),
    override: null,
    hasAccess: true,
    url: null,
    ...difference,
  }
}

function score(earned: number, possible: number) {
  return { earned, possible, percent: possible ? earned / possible : 0, problems: [{ earned, possible }] }
}

function summary(type: string, hidden: TypeSummary['hidden']): TypeSummary {
  return { type, average: 0, contribution: 0, hidden, hiddenUntil: null }
}

describe('scores by section', () => {
  test('keep practice apart, and leave out what has nothing to score', () => {
    const graded = subsection()
    const hidden = subsection({ id: 'two', score: null })
    const practice = subsection({ id: 'three', graded: false })
    const hiddenPractice = subsection({ id: 'four', graded: false, score: null })
    const text = subsection({ id: 'five', graded: false, score: { ...score(0, 0), problems: [] } })
    expect(
      scoreLists({
        sections: [
          { name: 'A', subsections: [graded, practice, text, hidden, hiddenPractice] },
          { name: 'B', subsections: [text] },
        ],
      }),
    ).toEqual([
      {
        name: 'A',
        graded: [graded, hidden],
        practice: [practice, hiddenPractice],
        points: { earned: 1, possible: 2 },
      },
    ])
    expect(scoreLists({ sections: null })).toEqual([])
  })

  test('tell no sum where all is hidden', () => {
    const [list] = scoreLists({ sections: [{ name: 'A', subsections: [subsection({ score: null })] }] })
    expect(list?.points).toBeNull()
  })

  test('lose no graded subsection, whatever there is', () => {
    const some = fc.array(fc.array(fc.record({ graded: fc.boolean(), hidden: fc.boolean() })))
    fc.assert(
      fc.property(some, (chapters) => {
        const sections = chapters.map((inside) => ({
          name: 'A',
          subsections: inside.map(({ graded, hidden }) =>
            subsection({ graded, ...(hidden ? { score: null } : {}) }),
          ),
        }))
        const all = sections.flatMap((one) => one.subsections)
        const lists = scoreLists({ sections })
        expect(lists.flatMap(({ graded }) => graded)).toEqual(all.filter(({ graded }) => graded))
        expect(lists.flatMap(({ practice }) => practice)).toEqual(all.filter(({ graded }) => !graded))
      }),
    )
  })

  test('of practice count its problems: the points of a subsection are the graded ones', () => {
    const problems = [
      { earned: 1, possible: 2 },
      { earned: 0.5, possible: 1 },
    ]
    expect(practicePoints({ problems })).toEqual({ earned: 1.5, possible: 3 })
  })
})

describe('types whose scores count without being listed', () => {
  test('are told where nothing listed explains what is hidden', () => {
    const sections = [{ name: 'A', subsections: [subsection(), subsection({ type: 'Quiz', score: null })] }]
    const summaries = [summary('Lab', 'all'), summary('Homework', 'some'), summary('Quiz', 'all')]
    expect(unlistedTypes({ sections, summaries })).toEqual(['Lab', 'Homework'])
    expect(unlistedTypes({ sections, summaries: [summary('Lab', 'none')] })).toEqual([])
    expect(unlistedTypes({ sections, summaries: null })).toEqual([])
  })
})

describe('who sees a score', () => {
  test.each([
    [{ visibility: 'always' }, 'shown'],
    [{ visibility: 'past-due', due: PAST }, 'shown'],
    [{ visibility: 'past-due', due: AHEAD }, 'unseen-until-date'],
    [{ visibility: 'never' }, 'unseen'],
    [{ visibility: 'counted-unseen' }, 'unseen'],
    [{ visibility: 'past-due', due: AHEAD, score: null }, 'until-date'],
    [{ visibility: 'past-due', due: PAST, score: null }, 'until-due'],
    [{ visibility: 'past-due', score: null }, 'until-due'],
    [{ visibility: 'never', score: null }, 'never'],
    [{ visibility: 'always', score: null }, 'never'],
    [{ visibility: 'counted-unseen', score: null }, 'counted-unseen'],
    [{ visibility: 'always', score: null, exception: null }, 'shown'],
    [{ visibility: 'always', score: null, exception: 'excused' }, 'shown'],
  ] as const)('%o: %s', (difference, sight) => {
    expect(sightOf(subsection(difference), NOW)).toBe(sight)
  })
})
