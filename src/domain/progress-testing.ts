import type { AssignmentType } from './course.ts'
import type { Progress, ProgressSubsection, SubsectionScore } from './progress.ts'

/** When the tests of progress take place. */
export const NOW = new Date('2026-11-20T09:00:00Z')
export const LATER = '2026-12-01T23:59:00Z'
export const EARLIER = '2026-11-01T23:59:00Z'

/** A type of homework that counts in full; each test says what it differs in. */
export function typeOf(difference: Partial<AssignmentType> = {}): AssignmentType {
  return { name: 'Homework', shortLabel: 'HW', weight: 1, required: 0, dropped: 0, ...difference }
}

/** Points of ten. */
export function scoreOf(earned: number, possible = 10): SubsectionScore {
  return { earned, possible, percent: possible > 0 ? earned / possible : 0, problems: [] }
}

/** A graded homework, due later, at zero points; each test says what it differs in. */
export function subsectionOf(
  difference: Partial<ProgressSubsection> & Pick<ProgressSubsection, 'id'>,
): ProgressSubsection {
  return {
    name: difference.id,
    type: 'Homework',
    graded: true,
    due: LATER,
    visibility: 'always',
    score: scoreOf(0),
    override: null,
    hasAccess: true,
    url: null,
    ...difference,
  }
}

/** A course with these subsections; each test says what else it differs in. */
export function progressOf(
  subsections: readonly ProgressSubsection[],
  difference: Partial<Progress> = {},
): Progress {
  return {
    username: 'amara',
    grade: { percent: 0, letter: null, passed: false },
    passes: null,
    types: [typeOf()],
    cutoffs: [
      { letter: 'A', from: 0.9 },
      { letter: 'C', from: 0.6 },
    ],
    sections: [{ name: 'Week 1', subsections }],
    summaries: [],
    totalWithHidden: null,
    showsGraph: true,
    track: 'verified',
    courseEnd: LATER,
    opensMore: false,
    completion: null,
    certificate: null,
    credit: null,
    verification: null,
    upgrade: null,
    accessEnd: null,
    studioUrl: null,
    ...difference,
  }
}
