import type { Exception, HistoryEntry, OverridePoints, SubsectionGrade } from './course.ts'

/**
 * What was known of one cell at one moment. Sources differ in what they tell: a row of the gradebook knows no
 * overrides, a subsection does not say whether it was attempted.
 */
export interface CellFacts {
  /** Null where the source does not tell. */
  readonly attempted: boolean | null
  /** Graded points in force, after override; null where they are not known. */
  readonly earned: number | null
  /** Null where the source does not tell; a row does not while the cell is not attempted. */
  readonly possible: number | null
  /** Absent where it was not read, null where there is none. */
  readonly override?: OverridePoints | null
  /** What stands in the score's place: absent where the server has no such thing, null where nothing does. */
  readonly exception?: Exception | null
  /** The newest entry of the history: absent where it was not read, null where there is none. */
  readonly historyId?: string | null
}

/**
 * What a cell shall become: graded points, or null for "no override, the original score counts" (where scores are not
 * overridden but set: no score).
 */
export type Will = {
  /** 0 where an exception takes the score's place. */
  readonly earned: number
  /** Null leaves the possible points as they are computed. */
  readonly possible: number | null
  readonly exception?: Exception
} | null

export type Comparison = { readonly kind: 'same' } | { readonly kind: 'changed'; readonly theirs: CellFacts }

/** Points are kept to four decimals: less than half of the last one is noise of the way. */
const NEAR = 0.00005

/**
 * Gives what a row of the gradebook tells of a cell.
 * @param cell null where it has not arrived; points are NaN where the server tells none
 */
export function factsOfCell(
  cell: {
    readonly attempted: boolean
    readonly earned: number
    readonly possible: number
    readonly exception?: Exception | null
  } | null,
): CellFacts {
  if (!cell) return { attempted: null, earned: null, possible: null }
  return {
    attempted: cell.attempted,
    earned: Number.isFinite(cell.earned) ? cell.earned : null,
    possible: cell.attempted && Number.isFinite(cell.possible) ? cell.possible : null,
    ...(cell.exception === undefined ? {} : { exception: cell.exception, override: setGrade(cell) }),
  }
}

/** Where a row tells exceptions, grades are set, not overridden: the score is all that there is. */
function setGrade({ attempted, earned }: { attempted: boolean; earned: number }): OverridePoints | null {
  if (!attempted) return null
  return { earnedAll: null, possibleAll: null, earnedGraded: earned, possibleGraded: null }
}

/** Gives what a subsection, read together with its history, tells of a cell. Source: Grades API v1, subsection. */
export function factsOfSubsection({ graded, override, exception, history }: SubsectionGrade): CellFacts {
  const earned = override?.earnedGraded ?? graded.earned
  return {
    attempted: override !== null || graded.earned > 0 ? true : null,
    earned,
    possible: override?.possibleGraded ?? graded.possible,
    override,
    ...(exception === undefined ? {} : { exception }),
    historyId: newestEntry(history)?.id ?? null,
  }
}

/** Gives the entry that made the cell what it is; null where the history is empty. */
export function newestEntry(history: readonly HistoryEntry[]): HistoryEntry | null {
  return history.at(-1) ?? null
}

/**
 * Compares what I started from with what the server says now. Only what both tell is compared: the newest entry of
 * the history, the override, whether it was attempted, the points. One difference is enough; so is nothing in common.
 */
export function compareFacts(started: CellFacts, now: CellFacts): Comparison {
  const same =
    haveInCommon(started, now) &&
    (started.historyId === undefined || now.historyId === undefined || started.historyId === now.historyId) &&
    (started.override === undefined ||
      now.override === undefined ||
      sameOverride(started.override, now.override)) &&
    (started.exception === undefined || now.exception === undefined || started.exception === now.exception) &&
    (started.attempted === null || now.attempted === null || started.attempted === now.attempted) &&
    samePoints(started.earned, now.earned) &&
    samePoints(started.possible, now.possible)
  return same ? { kind: 'same' } : { kind: 'changed', theirs: now }
}

/** Gives what is known when `now` is read and the cell is still as `before`: what it does not tell stays. */
export function mergeFacts(before: CellFacts, now: CellFacts): CellFacts {
  return {
    ...before,
    ...now,
    attempted: now.attempted ?? before.attempted,
    earned: now.earned ?? before.earned,
    possible: now.possible ?? before.possible,
  }
}

/** Gives what is known when `now` is read and the cell changed since `before`: only its maximum is taken to stay. */
export function replaceFacts(before: CellFacts, now: CellFacts): CellFacts {
  return { ...now, possible: now.possible ?? before.possible }
}

/** Tells whether the score is set, not overridden: a server that tells exceptions has nothing behind a score. */
export function isSet({ exception }: CellFacts): boolean {
  return exception !== undefined
}

/** Tells whether an override makes any score other than the original one count. A record of nulls does not. */
export function inForce(override: OverridePoints | null): boolean {
  return override !== null && Object.values(override).some((field) => field !== null)
}

/** Tells whether the cell is surely what `will` asks for. */
export function fulfils(now: CellFacts, will: Will): boolean {
  if (will === null) return now.override !== undefined && !inForce(now.override) && !now.exception
  if (will.exception) return now.exception === will.exception
  return (
    !now.exception &&
    now.attempted === true &&
    now.earned !== null &&
    samePoints(now.earned, will.earned) &&
    samePoints(now.possible, will.possible) &&
    (now.override === undefined || inForce(now.override))
  )
}

/** Gives what is known of a cell once the server has stored `will`. What it then computes has to be read. */
export function factsAfter(before: CellFacts, will: Will): CellFacts {
  const { possible, exception: had } = before
  const none = had === undefined ? {} : { exception: null }
  if (will === null) return { attempted: null, earned: null, possible, override: null, ...none }
  if (will.exception) return { attempted: false, earned: 0, possible, exception: will.exception }
  return { attempted: true, earned: will.earned, possible: will.possible ?? possible, ...none }
}

function haveInCommon(a: CellFacts, b: CellFacts): boolean {
  return (
    (a.earned !== null && b.earned !== null) ||
    (a.override !== undefined && b.override !== undefined) ||
    (a.exception !== undefined && b.exception !== undefined) ||
    (a.historyId !== undefined && b.historyId !== undefined)
  )
}

/** Unknown points differ from nothing. */
function samePoints(a: number | null, b: number | null): boolean {
  return a === null || b === null || Math.abs(a - b) < NEAR
}

/** No override and a record of nulls are the same: the original score counts. */
function sameOverride(a: OverridePoints | null, b: OverridePoints | null): boolean {
  return (
    sameField(a?.earnedAll, b?.earnedAll) &&
    sameField(a?.possibleAll, b?.possibleAll) &&
    sameField(a?.earnedGraded, b?.earnedGraded) &&
    sameField(a?.possibleGraded, b?.possibleGraded)
  )
}

/** Null is a value here: the original counts. */
function sameField(a: number | null = null, b: number | null = null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < NEAR
}
