import type { LearnerId } from '#src/domain/course.ts'
import { Listeners } from '#src/domain/listeners.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { type GradeRanges, withinRanges } from '#src/domain/ranges.ts'
import { type Sort, searchLearners, viewRows } from '#src/domain/view.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { LearnerSearch } from '#src/lms/search.ts'

export interface RowOrderOptions {
  readonly sheet: Sheet
  readonly search: Pick<LearnerSearch, 'changes' | 'state'>
  /** The learners of the list, in its order; nobody else of the sheet is shown, unless a search has found them. */
  readonly listed: ReadonlySet<LearnerId>
  /** Gives what to sort by where it is texts; null where it is names or grades. */
  readonly textsOf?: (by: string) => ReadonlyArray<string | null> | null
  /** Compares names as the viewer's language does. */
  readonly collator: Intl.Collator
  readonly later: (work: () => void, milliseconds: number) => void
  /** Milliseconds, any origin. */
  readonly clock: () => number
}

/** A sort takes at most about this share of the time while rows stream in. */
const SHARE = 0.1

/**
 * Which rows are shown, in which order. Made anew when rows arrive, when the sort changes and when the search does;
 * not when a grade changes: an edited row stays where the eye left it.
 */
export class RowOrder {
  readonly changes = new Listeners()
  readonly #options: RowOrderOptions
  #rows: Uint32Array = new Uint32Array(0)
  #placeOf: Int32Array | null = null
  #sort: Sort | null = null
  #ranges: GradeRanges = {}
  #waiting = false
  #madeAt = Number.NEGATIVE_INFINITY
  #cost = 0
  /** How many were listed when the order was made. */
  #listed = 0

  constructor(options: RowOrderOptions) {
    this.#options = options
    options.sheet.shape.subscribe(() => this.#renewSoon())
    options.sheet.content.subscribe(() => {
      // A page may bring only learners whom the sheet holds already: then its shape stays as it was.
      if (options.listed.size !== this.#listed) this.#renewSoon()
    })
    options.search.changes.subscribe(() => this.#renew())
    this.#renew()
  }

  /** Rows of the sheet, in the order shown. */
  get rows(): Uint32Array {
    return this.#rows
  }

  get sort(): Sort | null {
    return this.#sort
  }

  /** How many rows are shown; a snapshot for subscribers. */
  readonly count = (): number => this.#rows.length

  /** Sorts anew, also when the order stays the same: grades may have changed since. */
  sortBy(sort: Sort | null): void {
    this.#sort = sort
    this.#renew()
  }

  /** Shows only rows whose grades lie within ranges. */
  narrowTo({ assignmentGrade, courseGrade }: GradeRanges): void {
    const ranges = { assignmentGrade, courseGrade }
    if (JSON.stringify(ranges) === JSON.stringify(this.#ranges)) return
    this.#ranges = ranges
    this.#renew()
  }

  /** Gives where a learner stands in what is shown, or -1. */
  placeOf(learnerId: LearnerId): number {
    if (!this.#placeOf) {
      this.#placeOf = new Int32Array(this.#options.sheet.rowCount).fill(-1)
      for (const [place, row] of this.#rows.entries()) this.#placeOf[row] = place
    }
    return this.#placeOf[this.#options.sheet.row(learnerId)] ?? -1
  }

  /** Gives the learner before or after in the order shown; null at the edge, or while the learner is not shown. */
  neighbour(learnerId: LearnerId, step: 1 | -1): LearnerId | null {
    const place = this.placeOf(learnerId)
    const row = place < 0 ? undefined : this.#rows[place + step]
    return row === undefined ? null : (this.#options.sheet.learners[row]?.id ?? null)
  }

  /** While rows stream in a costly sort waits, so that it never takes more than its share. */
  #renewSoon(): void {
    if (this.#waiting) return
    const wait = this.#madeAt + this.#cost / SHARE - this.#options.clock()
    if (wait <= 0) return this.#renew()
    this.#waiting = true
    this.#options.later(() => {
      this.#waiting = false
      this.#renew()
    }, wait)
  }

  #renew(): void {
    const { sheet, listed, collator, clock, textsOf } = this.#options
    const began = clock()
    const shown = this.#shown()
    if (this.#sort) {
      const isShown = new Uint8Array(sheet.rowCount)
      for (const row of shown) isShown[row] = 1
      this.#rows = viewRows(sheet, {
        sort: this.#sort,
        shows: (row) => isShown[row] === 1,
        collator,
        texts: textsOf?.(this.#sort.by),
      })
    } else this.#rows = shown
    this.#placeOf = null
    this.#listed = listed.size
    this.#madeAt = clock()
    this.#cost = this.#madeAt - began
    this.changes.tell()
  }

  /** Rows that fit the search and the ranges, in the order of the list; behind it those that only the server knew to fit. */
  #shown(): Uint32Array {
    const { sheet, search, listed } = this.#options
    const { text, found } = search.state()
    const fits = searchLearners(text)
    const isWithin = withinRanges(sheet, this.#ranges)
    const rows: number[] = []
    for (const id of listed) {
      const row = sheet.row(id)
      const learner = sheet.learners[row]
      if (learner && (found.has(id) || fits(learner)) && isWithin(row)) rows.push(row)
    }
    for (const id of found) {
      const row = sheet.row(id)
      if (!listed.has(id) && isWithin(row)) rows.push(row)
    }
    return Uint32Array.from(rows)
  }
}

const orders = new WeakMap<Gradebook, RowOrder>()

/**
 * Gives the order that belongs to a gradebook; it is made with the first call.
 * @param textsOf gives what else rows can be sorted by
 */
export function orderOf(
  gradebook: Gradebook,
  locale: string,
  textsOf?: RowOrderOptions['textsOf'],
): RowOrder {
  const known = orders.get(gradebook)
  if (known) return known
  const { sheet, search, listed } = gradebook
  const order = new RowOrder({
    sheet,
    search,
    listed,
    ...(textsOf ? { textsOf } : {}),
    collator: new Intl.Collator(locale, { sensitivity: 'base', numeric: true }),
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
    clock: () => performance.now(),
  })
  orders.set(gradebook, order)
  return order
}
