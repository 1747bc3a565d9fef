import type { Exception, SubsectionId } from './course.ts'

/** One grade as it arrives. Both points are 0 while not attempted, NaN where the server tells none. */
export interface ArrivingGrade {
  readonly subsectionId: SubsectionId
  readonly attempted: boolean
  readonly earned: number
  readonly possible: number
  /** Fraction, four decimals; may exceed 1. */
  readonly percent: number
  /** What stands in the score's place, which is not attempted then; absent on servers without such things. */
  readonly exception?: Exception | null
}

/** What a cell is known to be. */
export const ATTEMPTED = 1
/** The cell has arrived; a cell without this bit has not been read yet. */
export const KNOWN = 2
/** An override is known to exist: saving, opening or importing has told. Rows of the gradebook never do. */
export const OVERRIDDEN = 4

/** The server tells exceptions, and which one it is: none where no other of these bits is set. */
const TELLS_EXCEPTIONS = 8
const EXCEPTIONS: Readonly<Record<Exception, number>> = { excused: 16, incomplete: 32, missing: 64 }

/** Gives what stands in a cell's place; undefined where the server does not tell such things, null where nothing does. */
export function exceptionOf(flags: number): Exception | null | undefined {
  if ((flags & TELLS_EXCEPTIONS) === 0) return undefined
  if (flags & EXCEPTIONS.excused) return 'excused'
  if (flags & EXCEPTIONS.incomplete) return 'incomplete'
  return flags & EXCEPTIONS.missing ? 'missing' : null
}

function exceptionFlags(exception: Exception | null | undefined): number {
  if (exception === undefined) return 0
  return TELLS_EXCEPTIONS | (exception === null ? 0 : EXCEPTIONS[exception])
}

/** The grades of one column, one slot for each row. */
export interface ColumnData {
  /** Graded points after override. */
  earned: Float64Array
  /** 0 where not attempted, NaN where the server tells no points. */
  possible: Float64Array
  /** Fraction, four decimals; may exceed 1. */
  percent: Float64Array
  flags: Uint16Array
  /** How many attempted cells have so many possible points. */
  possibleCounts: Map<number, number>
  /** The possible points of most attempted cells; null while nobody has attempted it. */
  usualPossible: number | null
}

/** Gives an empty column with room for `capacity` rows. */
export function emptyColumn(capacity: number): ColumnData {
  return {
    earned: new Float64Array(capacity),
    possible: new Float64Array(capacity),
    percent: new Float64Array(capacity),
    flags: new Uint16Array(capacity),
    possibleCounts: new Map(),
    usualPossible: null,
  }
}

/** Gives the same grades with room for `capacity` rows. */
export function growColumn(column: ColumnData, capacity: number): ColumnData {
  const grown = emptyColumn(capacity)
  grown.earned.set(column.earned)
  grown.possible.set(column.possible)
  grown.percent.set(column.percent)
  grown.flags.set(column.flags)
  return { ...grown, possibleCounts: column.possibleCounts, usualPossible: column.usualPossible }
}

/** Puts a grade into a row of its column; that an override is known stays known. */
export function putGrade(column: ColumnData, row: number, grade: ArrivingGrade): void {
  const flags = column.flags[row] ?? 0
  const before = (flags & ATTEMPTED) === 0 ? 0 : (column.possible[row] ?? 0)
  column.earned[row] = grade.earned
  column.possible[row] = grade.possible
  column.percent[row] = grade.percent
  column.flags[row] =
    KNOWN | (flags & OVERRIDDEN) | (grade.attempted ? ATTEMPTED : 0) | exceptionFlags(grade.exception)
  const after = grade.attempted ? grade.possible : 0
  if (after === before) return
  count(column, before, -1)
  count(column, after, 1)
  column.usualPossible = mostFrequent(column)
}

function count({ possibleCounts }: ColumnData, possible: number, by: 1 | -1): void {
  if (!(possible > 0)) return
  const times = (possibleCounts.get(possible) ?? 0) + by
  if (times > 0) possibleCounts.set(possible, times)
  else possibleCounts.delete(possible)
}

/** There are seldom more than two: the subsection's own and that of an odd override. In a draw the present one stays. */
function mostFrequent({ possibleCounts, usualPossible }: ColumnData): number | null {
  let usual = usualPossible !== null && possibleCounts.has(usualPossible) ? usualPossible : null
  let most = usual === null ? 0 : (possibleCounts.get(usual) ?? 0)
  for (const [possible, times] of possibleCounts) {
    if (times <= most) continue
    usual = possible
    most = times
  }
  return usual
}
