import type { Assignment, Cutoff, Learner } from './course.ts'
import { letterFor } from './cutoffs.ts'
import { headerOf, idleHeader } from './paste-header.ts'
import type { Identifier } from './paste-learners.ts'
import type { ScoreMode } from './score.ts'
import type { SheetGrade } from './sheet.ts'
import { numberText, scoreText } from './figures.ts'
import { neutralised } from './table-text.ts'

/** How a table is exported. */
export interface ExportForm {
  /** By what learners are named; `knownIdentifiers` tells what there is. */
  readonly identifiers: readonly Identifier[]
  readonly withTotal: boolean
  /** Highest first. */
  readonly cutoffs: readonly Cutoff[]
  /** Assignments exported, in order. */
  readonly columns: readonly Assignment[]
  /** All of the course: a header must not fit another one. */
  readonly assignments: readonly Assignment[]
  readonly modes: readonly ScoreMode[]
  readonly decimal: '.' | ','
}

/** One learner's line. */
export interface ExportRow {
  readonly learner: Learner
  /** A fraction; NaN where there is none. */
  readonly total: number
  /** One for each of the form's columns. */
  readonly grades: ReadonlyArray<SheetGrade | null>
}

/** As an import finds them again, in any language. */
const HEADERS: Readonly<Record<Identifier, string>> = {
  username: 'username',
  name: 'name',
  email: 'email',
  studentKey: 'student key',
}
const UNITS: Readonly<Record<ScoreMode, string>> = { points: '(points)', percent: '(%)' }

/** Gives the identifiers that at least one learner has; the username always. */
export function knownIdentifiers(learners: readonly Learner[]): Identifier[] {
  const order = ['username', 'name', 'email', 'studentKey'] as const
  return order.filter((by) => by === 'username' || learners.some((learner) => learner[by] !== null))
}

/** Gives the first line. `guessMapping` understands each header as what it is. */
export function exportHeader({ identifiers, withTotal, columns, assignments, modes }: ExportForm): string[] {
  const totals = withTotal ? ['total (%)', 'letter'].map((text) => idleHeader(text, assignments)) : []
  const grades = columns.flatMap((one) => modes.map((mode) => headerOf(one, assignments, UNITS[mode])))
  return [...identifiers.map((by) => HEADERS[by]), ...[...totals, ...grades].map(neutralised)]
}

/** Gives a learner's line: unrounded, so that importing it unchanged changes nothing. */
export function exportLine(form: ExportForm, { learner, total, grades }: ExportRow): string[] {
  const { identifiers, withTotal, cutoffs, modes, decimal } = form
  const hasTotal = !Number.isNaN(total)
  const totals = [
    hasTotal ? `${numberText(total * 100, decimal)}%` : '',
    neutralised((hasTotal ? letterFor(cutoffs, total) : null) ?? ''),
  ]
  return [
    ...identifiers.map((by) => neutralised(learner[by] ?? '')),
    ...(withTotal ? totals : []),
    ...grades.flatMap((grade) => modes.map((mode) => scoreText(grade, { mode, decimal }))),
  ]
}

/** Gives a file's name that every system takes: `<course>-grades-2026-11-20.csv`. */
export function exportFileName(parts: readonly string[], day: Date): string {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  const safe = parts.map((part) => part.replace(/[^\p{L}\p{N}._+]+/gu, '-').replace(/^[-.]+|[-.]+$/g, ''))
  return `${[...safe.filter(Boolean), date].join('-')}.csv`
}
