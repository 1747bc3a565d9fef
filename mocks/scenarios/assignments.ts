import { usageKey } from '#mocks/lms/keys.ts'
import type { Problem, Subsection } from '#mocks/lms/course-model.ts'
import type { CourseKey, UsageKey } from '#mocks/lms/model.ts'

/** How many of each type a course has. */
export interface AssignmentCounts {
  readonly homework: number
  readonly lab: number
  readonly midterm: number
  readonly final: number
}

/** Shares graded subsections out over four types; fewer than four are all homework. */
export function shareOut(graded: number): AssignmentCounts {
  if (graded < 4) return { homework: graded, lab: 0, midterm: 0, final: 0 }
  const homework = Math.ceil(((graded - 2) * 12) / 22)
  return { homework, lab: graded - 2 - homework, midterm: 1, final: 1 }
}

/** Points of each problem: raw, or raw and the weight that it is scaled to. */
type Points = number | readonly [raw: number, weight: number]

interface Form {
  readonly graded: readonly Points[]
  /** Problems in the same subsection that do not count. */
  readonly practice: readonly number[]
}

const FORMS = {
  /** 10 points that count, 14 in all. */
  homework: { graded: [3, 3, 2, 2], practice: [4] },
  /** 20 points, in fractions. */
  lab: {
    graded: [
      [4, 5],
      [3, 5],
      [6, 10],
    ],
    practice: [],
  },
  /** 50 points. */
  midterm: { graded: [10, 10, 10, 10, 5, 5], practice: [] },
  /** 100 points. */
  final: { graded: [10, 10, 10, 10, 10, 10, 10, 10, 10, 10], practice: [] },
  /** Nothing counts. */
  practice: { graded: [], practice: [1, 1] },
  /** Nothing to answer. */
  reading: { graded: [], practice: [] },
} as const satisfies Record<string, Form>

type Details = Pick<Subsection, 'name'> & Partial<Omit<Subsection, 'key' | 'problems'>>

/** Gives a subsection with its problems; what is not said is: ungraded, visible to all, no dates. */
export function subsection(
  courseKey: CourseKey,
  block: string,
  form: keyof typeof FORMS,
  details: Details,
): Subsection {
  return {
    key: usageKey(courseKey, 'sequential', block),
    graded: false,
    format: null,
    start: null,
    due: null,
    staffOnly: false,
    hiddenFromOutline: false,
    showCorrectness: 'always',
    hideAfterDue: false,
    onlyCohorts: null,
    problems: problems(FORMS[form], (name) => usageKey(courseKey, 'problem', `${block}_${name}`)),
    ...details,
  }
}

function problems({ graded, practice }: Form, keyOf: (name: string) => UsageKey): Problem[] {
  return [
    ...graded.map((points, index): Problem => {
      const [rawPossible, weight] = typeof points === 'number' ? [points, null] : points
      return { key: keyOf(`q${index + 1}`), name: `Question ${index + 1}`, graded: true, weight, rawPossible }
    }),
    ...practice.map((rawPossible, index): Problem => {
      return {
        key: keyOf(`p${index + 1}`),
        name: `Practice ${index + 1}`,
        graded: false,
        weight: null,
        rawPossible,
      }
    }),
  ]
}
