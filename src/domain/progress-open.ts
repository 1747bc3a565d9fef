import type { SubsectionId } from './course.ts'
import { type CourseGrade, type GradingPolicy, type TypeGrade, type Work, gradeCourse } from './grading.ts'
import type { Progress, ProgressSubsection, SubsectionScore } from './progress.ts'
import { untoldTypes } from './progress-untold.ts'
import { gradedSubsections, workOfProgress } from './progress-works.ts'

/** A graded subsection whose score shows. */
export type ShownSubsection = ProgressSubsection & { readonly score: SubsectionScore }

/** A subsection that can still bring points. */
export interface OpenSubsection {
  readonly subsection: ShownSubsection
  /** Fraction of the course that it can bring at most, drops considered. */
  readonly share: number
}

/** Places of a type that the policy demands and no subsection fills yet. */
export interface OpenPlaces {
  readonly type: string
  readonly count: number
  /** Fraction of the course that they can bring together at most; null where scores of the type are not all shown. */
  readonly share: number | null
}

export interface OpenWork {
  readonly policy: GradingPolicy
  /** All graded subsections in course order; then an entry of its own for each place that no subsection fills. */
  readonly works: readonly Work[]
  /** What these make as they stand. An estimate: the server's own total is the truth. */
  readonly standing: CourseGrade
  /** Which of the works can still rise. */
  readonly open: ReadonlySet<SubsectionId>
  /** By due date, those without one last. */
  readonly subsections: readonly OpenSubsection[]
  readonly places: readonly OpenPlaces[]
}

/**
 * Gives what is still open in a course: what has no points yet and is not past due, what has some of its points and is
 * due later, and what is demanded and not yet published. A score that staff set does not rise by work. After the course's
 * end nothing is open.
 */
export function openWork(progress: Progress, now: Date): OpenWork {
  const policy = { types: progress.types, cutoffs: progress.cutoffs }
  const subsections = gradedSubsections(progress)
  const bare = gradeCourse(policy, subsections.map(workOfProgress))
  const places = bare.types.flatMap(placesOf)
  const works = [...subsections.map(workOfProgress), ...places]
  const standing = gradeCourse(policy, works)
  if (hasEnded(progress, now)) {
    return { policy, works, standing, open: new Set(), subsections: [], places: [] }
  }
  const types = new Map(standing.types.map((type) => [type.name, type]))
  const rising = subsections
    .filter(isShown)
    .flatMap((subsection) => {
      const type = types.get(subsection.type ?? '')
      return type && !subsection.override && canRise(subsection, now)
        ? { subsection, share: shareOf(type, subsection) }
        : []
    })
    .toSorted((a, b) => compareDue(a.subsection, b.subsection))
  const untold = new Set(untoldTypes(progress).map(({ name }) => name))
  return {
    policy,
    works,
    standing,
    open: new Set([
      ...rising.map(({ subsection }) => subsection.id),
      ...places.flatMap(({ type, subsectionId }) => (untold.has(type) ? [] : subsectionId)),
    ]),
    subsections: rising,
    places: openPlaces(policy, works, standing, places, untold),
  }
}

/** Tells whether the course is over. */
export function hasEnded({ courseEnd }: Pick<Progress, 'courseEnd'>, now: Date): boolean {
  return courseEnd !== null && Date.parse(courseEnd) < now.getTime()
}

/** Tells whether work was due by now; false where it has no due date. */
export function isPastDue({ due }: Pick<ProgressSubsection, 'due'>, now: Date): boolean {
  return due !== null && Date.parse(due) <= now.getTime()
}

/**
 * Tells whether a subsection could rise by the learner's own work, whoever set its score. With some of its points and no
 * due date it cannot be told, so: no.
 */
export function canRise(subsection: ProgressSubsection, now: Date): subsection is ShownSubsection {
  const { hasAccess, score, due } = subsection
  if (!hasAccess || !score || score.possible <= 0 || isPastDue(subsection, now)) return false
  return score.earned <= 0 || (score.earned < score.possible && due !== null)
}

/** Puts what is due first first, and what has no due date last. */
export function compareDue(
  one: Pick<ProgressSubsection, 'due'>,
  other: Pick<ProgressSubsection, 'due'>,
): number {
  return Math.sign(timeOf(one) - timeOf(other)) || 0
}

interface Place extends Work {
  readonly type: string
}

function placesOf({ name, entries }: TypeGrade): Place[] {
  return entries
    .filter(({ subsectionId }) => subsectionId === null)
    .map((_, index) => ({ subsectionId: `place ${index + 1} of ${name}`, type: name, percent: null }))
}

/** The others only rise, and then they leave less to win: what one wins alone, as things stand, is the most it can. */
function shareOf(type: TypeGrade, { id, score }: ShownSubsection): number {
  const entry = type.entries.find(({ subsectionId }) => subsectionId === id)
  if (!entry || type.counted === 0) return 0
  const kept = type.entries.filter(({ standing }) => standing === 'counted')
  const before =
    entry.standing === 'counted' ? score.percent : Math.min(...kept.map(({ percent }) => percent ?? 0))
  return (type.weight * Math.max(0, 1 - before)) / type.counted
}

function openPlaces(
  policy: GradingPolicy,
  works: readonly Work[],
  standing: CourseGrade,
  places: readonly Place[],
  untold: ReadonlySet<string>,
): OpenPlaces[] {
  const ids = new Set(places.map(({ subsectionId }) => subsectionId))
  const filled = gradeCourse(
    policy,
    works.map((work) => (ids.has(work.subsectionId) ? { ...work, percent: 1 } : work)),
  )
  return standing.types.flatMap(({ name, contribution }, index) => {
    const count = places.filter(({ type }) => type === name).length
    if (count === 0) return []
    const most = (filled.types[index]?.contribution ?? 0) - contribution
    return { type: name, count, share: untold.has(name) ? null : most }
  })
}

function isShown(subsection: ProgressSubsection): subsection is ShownSubsection {
  return subsection.score !== null
}

function timeOf({ due }: Pick<ProgressSubsection, 'due'>): number {
  return due === null ? Number.MAX_VALUE : Date.parse(due)
}
