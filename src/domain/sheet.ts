import type { Assignment, Exception, Learner, LearnerId, Standing, SubsectionId } from './course.ts'
import { Listeners } from './listeners.ts'
import {
  ATTEMPTED,
  type ArrivingGrade,
  type ColumnData,
  KNOWN,
  OVERRIDDEN,
  exceptionOf,
  emptyColumn,
  growColumn,
  putGrade,
} from './sheet-column.ts'

export interface ArrivingRow {
  readonly learner: Learner
  /** Course grade, a fraction; null where there is none. */
  readonly total: number | null
  /** What else the server tells of the total; absent where it tells nothing. */
  readonly standing?: Standing
  readonly grades: readonly ArrivingGrade[]
}

export interface ArrivingChunk {
  readonly columns?: readonly Assignment[]
  readonly rows?: readonly ArrivingRow[]
  readonly cells?: ReadonlyArray<ArrivingGrade & { readonly learnerId: LearnerId }>
}

/** One cell as it is read out. */
export interface SheetGrade {
  readonly attempted: boolean
  readonly earned: number
  readonly possible: number
  readonly percent: number
  readonly overridden: boolean
  /** What stands in the score's place; absent on servers without such things. */
  readonly exception?: Exception | null
}

/** Tells whether a score is wanting: what is missing is, what was excused or is not finished has been seen to. */
export function isBlank(grade: Pick<SheetGrade, 'attempted' | 'exception'> | null): boolean {
  return grade !== null && !grade.attempted && (!grade.exception || grade.exception === 'missing')
}

const FIRST_CAPACITY = 64

/**
 * The grades of a whole course in columns of typed arrays. Rows are numbered as they arrive and never move;
 * order and filters are a view beside it. Rows, cells and columns may arrive in any order.
 */
export class Sheet {
  readonly columns: Assignment[] = []
  readonly learners: Learner[] = []
  /** Tells of new rows and columns. */
  readonly shape = new Listeners()
  /** Tells of a change of any cell or total. */
  readonly content = new Listeners()

  #totals = new Float64Array(FIRST_CAPACITY)
  #standings = new Map<number, Standing>()
  #versions = new Uint32Array(FIRST_CAPACITY)
  /** When what a row holds was asked for. */
  #asked = new Uint32Array(FIRST_CAPACITY)
  #clock = 0
  #data: ColumnData[] = []
  #columnOf = new Map<SubsectionId, number>()
  #rowOf = new Map<LearnerId, number>()
  /** Cells whose row has not arrived, and when they were asked for. */
  #early = new Map<LearnerId, { readonly grade: ArrivingGrade; readonly asked: number }[]>()
  #rowListeners = new Map<number, Set<() => void>>()

  get rowCount(): number {
    return this.learners.length
  }

  /** Gives the row of a learner, or -1. */
  row(learnerId: LearnerId): number {
    return this.#rowOf.get(learnerId) ?? -1
  }

  /** Gives the column of a subsection, or -1. */
  column(subsectionId: SubsectionId): number {
    return this.#columnOf.get(subsectionId) ?? -1
  }

  /** Gives the course grade as a fraction; NaN where there is none. */
  total(row: number): number {
    return this.#totals[row] ?? Number.NaN
  }

  /** Gives what the server tells of the total beside its value; undefined where it tells nothing. */
  standing(row: number): Standing | undefined {
    return this.#standings.get(row)
  }

  /** Gives the fraction 0.. of a cell; NaN while it is not attempted or has not arrived. */
  percent(row: number, column: number): number {
    const data = this.#data[column]
    if (!data || ((data.flags[row] ?? 0) & ATTEMPTED) === 0) return Number.NaN
    return data.percent[row] ?? Number.NaN
  }

  /** Gives the earned points of a cell; NaN while it is not attempted or its points are not known. */
  earned(row: number, column: number): number {
    const data = this.#data[column]
    if (!data || ((data.flags[row] ?? 0) & ATTEMPTED) === 0) return Number.NaN
    return data.earned[row] ?? Number.NaN
  }

  /** Gives a whole cell, or null where it has not arrived. */
  grade(row: number, column: number): SheetGrade | null {
    const data = this.#data[column]
    const flags = data?.flags[row] ?? 0
    if (!data || (flags & KNOWN) === 0) return null
    const exception = exceptionOf(flags)
    return {
      attempted: (flags & ATTEMPTED) !== 0,
      overridden: (flags & OVERRIDDEN) !== 0,
      earned: data.earned[row] ?? 0,
      possible: data.possible[row] ?? 0,
      percent: data.percent[row] ?? 0,
      ...(exception === undefined ? {} : { exception }),
    }
  }

  /**
   * Gives the possible points of a column: those of most learners who attempted it, since an override may give a single
   * learner others; null while nobody has.
   */
  possible(column: number): number | null {
    return this.#data[column]?.usualPossible ?? null
  }

  /** Rises with each change of the row; a snapshot for subscribers. */
  version(row: number): number {
    return this.#versions[row] ?? 0
  }

  /** Calls back on each change of one row. Gives the function that ends it. */
  subscribeRow(row: number, listener: () => void): () => void {
    const listeners = this.#rowListeners.get(row) ?? new Set()
    this.#rowListeners.set(row, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#rowListeners.get(row) === listeners) this.#rowListeners.delete(row)
    }
  }

  /**
   * Gives what tells when a request started: to be taken before it is sent, and handed to `apply` with its answer.
   * Answers may overtake each other; the one asked for later is the newer one.
   */
  ask(): number {
    this.#clock += 1
    return this.#clock
  }

  /**
   * Takes in what arrived. A learner who comes again (a later page, a re-read) replaces the row's grades; an answer that
   * was asked for before what the row holds only adds what is not known yet.
   * @param asked what `ask()` gave when the request started; absent: just now
   */
  apply(chunk: ArrivingChunk, asked = this.ask()): void {
    const rowsBefore = this.learners.length
    const columnsBefore = this.columns.length
    const touched = new Set<number>()
    for (const column of chunk.columns ?? []) this.#addColumn(column)
    for (const row of chunk.rows ?? []) touched.add(this.#putRow(row, asked))
    for (const { learnerId, ...grade } of chunk.cells ?? []) {
      const row = this.row(learnerId)
      if (row >= 0 && this.#put(row, grade, asked)) touched.add(row)
      else if (row < 0) this.#early.set(learnerId, [...(this.#early.get(learnerId) ?? []), { grade, asked }])
    }
    for (const row of touched) this.#touch(row)
    if (this.learners.length !== rowsBefore || this.columns.length !== columnsBefore) this.shape.tell()
    if (touched.size > 0) this.content.tell()
  }

  /** Marks a cell as overridden or not, once saving, opening or importing has told. */
  markOverridden(learnerId: LearnerId, subsectionId: SubsectionId, overridden: boolean): void {
    const row = this.row(learnerId)
    const data = this.#data[this.column(subsectionId)]
    if (row < 0 || !data) return
    const before = data.flags[row] ?? 0
    const after = overridden ? before | OVERRIDDEN : before & ~OVERRIDDEN
    if (after === before) return
    data.flags[row] = after
    this.#touch(row)
    this.content.tell()
  }

  #addColumn(column: Assignment): void {
    if (this.#columnOf.has(column.id)) return
    this.#columnOf.set(column.id, this.columns.length)
    this.columns.push(column)
    this.#data.push(emptyColumn(this.#totals.length))
  }

  #putRow(arriving: ArrivingRow, asked: number): number {
    const { learner } = arriving
    let row = this.row(learner.id)
    const isNewer = row < 0 || asked >= (this.#asked[row] ?? 0)
    if (row < 0) {
      row = this.learners.length
      if (row === this.#totals.length) this.#grow(row * 2)
      this.learners.push(learner)
      this.#rowOf.set(learner.id, row)
    } else {
      const known = this.learners[row] ?? learner
      this.learners[row] = isNewer ? completed(learner, known) : completed(known, learner)
    }
    if (isNewer) {
      this.#asked[row] = asked
      this.#totals[row] = arriving.total ?? Number.NaN
      if (arriving.standing) this.#standings.set(row, arriving.standing)
    }
    for (const grade of arriving.grades) this.#put(row, grade, asked)
    for (const early of this.#early.get(learner.id) ?? []) this.#put(row, early.grade, early.asked)
    this.#early.delete(learner.id)
    return row
  }

  #put(row: number, grade: ArrivingGrade, asked: number): boolean {
    const data = this.#data[this.column(grade.subsectionId)]
    if (!data) return false
    const flags = data.flags[row] ?? 0
    if ((flags & KNOWN) !== 0 && asked < (this.#asked[row] ?? 0)) return false
    putGrade(data, row, grade)
    return true
  }

  #grow(capacity: number): void {
    const totals = new Float64Array(capacity)
    totals.set(this.#totals)
    this.#totals = totals
    const versions = new Uint32Array(capacity)
    versions.set(this.#versions)
    this.#versions = versions
    const asked = new Uint32Array(capacity)
    asked.set(this.#asked)
    this.#asked = asked
    this.#data = this.#data.map((column) => growColumn(column, capacity))
  }

  #touch(row: number): void {
    this.#versions[row] = (this.#versions[row] ?? 0) + 1
    for (const listener of this.#rowListeners.get(row) ?? []) listener()
  }
}

/** Gives a learner, completed by what another answer told: the answer for one learner leaves out what the list tells. */
function completed(learner: Learner, by: Learner): Learner {
  return {
    ...learner,
    name: learner.name ?? by.name,
    email: learner.email ?? by.email,
    studentKey: learner.studentKey ?? by.studentKey,
  }
}
