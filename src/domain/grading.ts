import type { AssignmentType, GradingInfo, SubsectionId } from './course.ts'
import { letterFor, passes } from './cutoffs.ts'
import { fractionOf, roundCourseGrade } from './rounding.ts'

/** What the arithmetic needs of a course's grading. Cutoffs stand highest first. */
export type GradingPolicy = Pick<GradingInfo, 'types' | 'cutoffs'>

/** One graded subsection as it enters a learner's course grade. */
export interface Work {
  readonly subsectionId: SubsectionId
  /** Its assignment type; it counts for nothing where the policy has no such type. */
  readonly type: string | null
  /** Fraction 0.., four decimals; null while not attempted: an entry of 0 then. */
  readonly percent: number | null
  /** The subsection is known to be worth no points: it does not count, it is not even an entry of 0. */
  readonly worthNothing?: boolean
}

/** One line of the explanation. */
export interface GradeEntry {
  /** Null for a place that the policy demands and no subsection fills: missing, counted as zero. */
  readonly subsectionId: SubsectionId | null
  /** Fraction 0..; null while not attempted or missing: counted as zero. */
  readonly percent: number | null
  readonly standing: 'counted' | 'dropped' | 'worth-nothing'
}

/** What one row of the policy makes of the learner's work. */
export interface TypeGrade {
  readonly name: string
  /** Fraction of the course grade; 0 where the policy gives none. */
  readonly weight: number
  /** How many entries the policy expects; missing ones are among the entries. */
  readonly required: number
  /** How many of the lowest the policy drops. */
  readonly dropped: number
  /** In course order, missing ones last. */
  readonly entries: readonly GradeEntry[]
  /** How many entries the average is taken over. */
  readonly counted: number
  /** Fraction 0..: mean of what counts; 0 where nothing does. */
  readonly average: number
  /** Fraction of the course: average times weight. The contributions of all types add up to `exact`. */
  readonly contribution: number
}

export interface CourseGrade {
  readonly types: readonly TypeGrade[]
  /** Sum of the contributions, a fraction, before rounding. */
  readonly exact: number
  /** Fraction with two decimals, as the server stores it. Weights are not normalised: may exceed 1. */
  readonly percent: number
  readonly letter: string | null
  /** Null where no cutoff is above zero: nothing to pass. */
  readonly passed: boolean | null
}

/**
 * Gives the course grade that a policy makes of a learner's work, with every step of the way.
 * An estimate: the server's own total is the truth.
 * Source: Open edX, assignment-format graders under a weighted-subsections grader.
 * @param works graded subsections in course order; ties among drops depend on it
 */
export function gradeCourse(policy: GradingPolicy, works: readonly Work[]): CourseGrade {
  const types = policy.types.map((type) =>
    gradeType(
      countsOf(type),
      works.filter((work) => work.type === type.name),
    ),
  )
  return total(policy, types)
}

/**
 * Gives the course grade after one subsection changed; only its own type is computed anew.
 * A subsection that is not among the entries changes nothing.
 * @param percent fraction 0..; null for not attempted
 */
export function regrade(
  policy: GradingPolicy,
  grade: CourseGrade,
  subsectionId: SubsectionId,
  percent: number | null,
): CourseGrade {
  const types = grade.types.map((type) => {
    if (!type.entries.some((entry) => entry.subsectionId === subsectionId)) return type
    return gradeType(type, worksOf(type, subsectionId, percent))
  })
  return types.every((type, index) => type === grade.types[index]) ? grade : total(policy, types)
}

/**
 * Gives a subsection and a cell of the gradebook as the arithmetic takes it.
 * Rows of the gradebook give 0 possible points while a cell is not attempted, although the subsection has points:
 * such a cell is an entry of 0. Only an attempted cell without possible points is known to be worth nothing.
 * Source: Grades API v1, gradebook; Open edX, which subsections count.
 * @param cell null where it has not arrived; points are NaN where the server tells none
 */
export function workOf(
  subsection: { readonly id: SubsectionId; readonly type: string | null },
  cell: {
    readonly attempted: boolean
    readonly earned: number
    readonly possible: number
    readonly percent: number
  } | null,
): Work {
  const work = { subsectionId: subsection.id, type: subsection.type }
  if (!cell?.attempted) return { ...work, percent: null }
  if (Number.isNaN(cell.possible))
    return { ...work, percent: Number.isFinite(cell.percent) ? cell.percent : null }
  if (cell.possible <= 0) return { ...work, percent: null, worthNothing: true }
  return { ...work, percent: fractionOf(cell.earned, cell.possible) }
}

type Counts = Pick<TypeGrade, 'name' | 'weight' | 'required' | 'dropped'>

function countsOf({ name, weight, required, dropped }: AssignmentType): Counts {
  return { name, weight: weight ?? 0, required: Math.trunc(required ?? 0), dropped: Math.trunc(dropped ?? 0) }
}

function gradeType({ name, weight, required, dropped }: Counts, works: readonly Work[]): TypeGrade {
  const entries: Array<{ -readonly [K in keyof GradeEntry]: GradeEntry[K] }> = works.map((work) => ({
    subsectionId: work.subsectionId,
    percent: work.percent,
    standing: work.worthNothing ? 'worth-nothing' : 'counted',
  }))
  const worthless = entries.filter((entry) => entry.standing === 'worth-nothing').length
  while (entries.length - worthless < required)
    entries.push({ subsectionId: null, percent: null, standing: 'counted' })

  const candidates = entries.filter((entry) => entry.standing === 'counted')
  // Stable and descending: of equal entries the later one goes.
  const ranked = candidates.toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
  const counted = Math.max(0, ranked.length - Math.max(0, dropped))
  for (const entry of ranked.slice(counted)) entry.standing = 'dropped'

  let sum = 0
  for (const entry of entries) if (entry.standing === 'counted') sum += entry.percent ?? 0
  const average = counted > 0 ? sum / counted : 0
  return { name, weight, required, dropped, entries, counted, average, contribution: average * weight }
}

/** Gives back what a type was graded from, with one score changed: an override makes a worthless subsection count. */
function worksOf(type: TypeGrade, changed: SubsectionId, percent: number | null): Work[] {
  return type.entries.flatMap(({ subsectionId, percent: before, standing }) => {
    if (subsectionId === null) return []
    if (subsectionId === changed) return { subsectionId, type: type.name, percent }
    return { subsectionId, type: type.name, percent: before, worthNothing: standing === 'worth-nothing' }
  })
}

function total({ cutoffs }: GradingPolicy, types: readonly TypeGrade[]): CourseGrade {
  let exact = 0
  for (const type of types) exact += type.contribution
  const percent = roundCourseGrade(exact)
  return { types, exact, percent, letter: letterFor(cutoffs, percent), passed: passes(cutoffs, percent) }
}
