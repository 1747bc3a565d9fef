import type { Learner, LearnerId } from './course.ts'
import type { Sheet } from './sheet.ts'

export type SortDirection = 'ascending' | 'descending'

export interface Sort {
  /** `learner`, `total`, a subsection's id, or what else the page has texts for. */
  readonly by: string
  readonly direction: SortDirection
}

export interface ViewOptions {
  /** Null: in the order of arrival (enrolment). */
  readonly sort: Sort | null
  /** Decides whether a row is shown; null shows all. */
  readonly shows: ((row: number) => boolean) | null
  /** Compares names as the viewer's language does. */
  readonly collator: Intl.Collator
  /** Texts to sort by, one for each row, where it is neither names nor figures; null: it is. */
  readonly texts?: ReadonlyArray<string | null> | null
}

/** Gives the name to show for a learner: the full name where the server sends one, else the username. */
export function displayName(learner: Learner): string {
  return learner.name ?? learner.username
}

/**
 * Gives the rows to show, in order. Blanks come last in both directions; equal values keep the order of arrival.
 * Sorts an index over the sheet's typed arrays and touches nothing else.
 */
export function viewRows(sheet: Sheet, { sort, shows, collator, texts }: ViewOptions): Uint32Array {
  const shown = new Uint32Array(sheet.rowCount)
  let count = 0
  for (let row = 0; row < sheet.rowCount; row++) if (!shows || shows(row)) shown[count++] = row
  const rows = shown.subarray(0, count)
  if (!sort) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  const words = sort.by === 'learner' ? sheet.learners.map(displayName) : texts
  if (words) {
    const compare = (a: string | null = null, b: string | null = null) =>
      a && b ? sign * collator.compare(a, b) : Number(!a) - Number(!b)
    return rows.sort((a, b) => compare(words[a], words[b]) || a - b)
  }
  const values = sortValues(sheet, sort.by)
  return rows.sort((a, b) => compareBlanksLast(values[a], values[b], sign) || a - b)
}

function sortValues(sheet: Sheet, by: string): Float64Array {
  const values = new Float64Array(sheet.rowCount)
  const column = sheet.column(by)
  for (let row = 0; row < values.length; row++) {
    values[row] = by === 'total' ? sheet.total(row) : sheet.percent(row, column)
  }
  return values
}

function compareBlanksLast(a = Number.NaN, b = Number.NaN, sign: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  if (Number.isNaN(b)) return -1
  return sign * (a - b)
}

/**
 * Gives a test whether a learner fits a search text: part of the name, username, e-mail address or student key,
 * upper and lower case and accents put aside.
 */
export function searchLearners(text: string): (learner: Learner) => boolean {
  const wanted = fold(text)
  if (wanted === '') return () => true
  return ({ name, username, email, studentKey }) =>
    [name, username, email, studentKey].some((field) => field !== null && fold(field).includes(wanted))
}

/** Most usernames and addresses: nothing to take off, in a tenth of the time. */
const PLAIN = /^[ -~]*$/

/** Gives a text without accents and case, for searching only. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().trim()
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
}

/** Gives the learners whose name or username best fits what was typed, best first: those that begin with it, then others. */
export function findLearners(sheet: Sheet, text: string, limit: number): LearnerId[] {
  const wanted = fold(text)
  if (wanted === '') return []
  const first: LearnerId[] = []
  const rest: LearnerId[] = []
  const fits = searchLearners(text)
  for (const learner of sheet.learners) {
    if (first.length >= limit) break
    if (!fits(learner)) continue
    const begins =
      fold(displayName(learner)).startsWith(wanted) || learner.username.toLowerCase().startsWith(wanted)
    if (begins) first.push(learner.id)
    else if (rest.length < limit) rest.push(learner.id)
  }
  return [...first, ...rest].slice(0, limit)
}
