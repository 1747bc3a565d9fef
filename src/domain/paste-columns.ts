import type { Assignment, SubsectionId } from './course.ts'
import { plainNumber } from './digits.ts'
import { IDENTIFIERS, type Identifier, type LearnerIndex } from './paste-learners.ts'
import type { ScoreMode } from './score.ts'
import { fold } from './view.ts'

/** What was pasted, line by line, cell by cell, as text. Lines may be of different lengths. */
export type PastedTable = ReadonlyArray<readonly string[]>

/** What a pasted column holds. */
export type ColumnRole =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'learner'; readonly by: Identifier }
  | { readonly kind: 'score'; readonly subsectionId: SubsectionId; readonly mode: ScoreMode }

/** How a pasted table is to be read. A person may change all of it. */
export interface PasteMapping {
  /** The first line names the columns. */
  readonly hasHeader: boolean
  readonly decimal: '.' | ','
  /** One for each column. */
  readonly roles: readonly ColumnRole[]
}

export interface GuessOptions {
  readonly learners: LearnerIndex
  readonly assignments: readonly Assignment[]
  /** Points of a column, as far as they are known. */
  readonly possible: (subsectionId: SubsectionId) => number | null
  /** How the reader's locale writes decimals: counts where the figures leave it open. */
  readonly decimal: '.' | ','
}

export const IGNORED: ColumnRole = { kind: 'ignored' }
/** So many lines tell what a column is. */
const SAMPLE = 200
/** A column names learners where at least so many of its texts do. */
const MOST = 0.5

/** Headers that say what a column is, whatever stands below. */
const HEADERS: ReadonlyArray<readonly [RegExp, Identifier]> = [
  [/^(?:user ?name|login|benutzername|usuario|utilisateur)$/, 'username'],
  [/^(?:e-?mail(?: address)?|correo|courriel)$/, 'email'],
  [
    /^(?:student[ _]?(?:key|id|number)|external[ _](?:user[ _])?key|matriculation number|matrikelnummer)$/,
    'studentKey',
  ],
  [/^(?:(?:full |student )?name|learner|student|nombre|nom)$/, 'name'],
]

/**
 * Gives the likeliest way to read a pasted table: which columns name learners (by what stands in them, and by their
 * header), which hold the scores of which assignment (by header), points or percent, comma or point.
 */
export function guessMapping(table: PastedTable, options: GuessOptions): PasteMapping {
  const width = Math.max(0, ...table.slice(0, SAMPLE).map((line) => line.length))
  const header = table[0] ?? []
  const named = Array.from({ length: width }, (_, column) => roleOfHeader(header[column] ?? '', options))
  const first = options.learners
  const column = (at: number, from: number) => table.slice(from, from + SAMPLE).map((line) => line[at] ?? '')
  const hasHeader = named.some((role) => role !== null)
  const bodies = Array.from({ length: width }, (_, at) => column(at, hasHeader ? 1 : 0))
  const decimal = decimalOf(bodies.flat(), options.decimal)
  const taken = new Set<SubsectionId>()
  const roles = named.map((role, at): ColumnRole => {
    const texts = bodies[at] ?? []
    if (role?.kind === 'score') {
      if (taken.has(role.subsectionId)) return IGNORED
      taken.add(role.subsectionId)
      const possible = options.possible(role.subsectionId)
      return { ...role, mode: modeOf(header[at] ?? '', texts, { possible, decimal }) }
    }
    return role ?? identifierOf(texts, first) ?? IGNORED
  })
  return { hasHeader, decimal, roles }
}

/** Gives a header for an assignment's column that `guessMapping` understands: its name, unless another one has it too. */
export function headerOf(assignment: Assignment, assignments: readonly Assignment[]): string {
  const { name, label, id } = assignment
  const others = assignments.filter((other) => other.id !== id)
  const isFree = (text: string) =>
    HEADERS.every(([pattern]) => !pattern.test(fold(text))) &&
    others.every((other) =>
      [other.name, other.label].every((one) => one === null || fold(one) !== fold(text)),
    )
  return [name, label].find((text) => text !== null && fold(text) !== '' && isFree(text)) ?? id
}

/** Gives the number that a text shows, for guessing only; NaN for anything else. */
function numberIn(text: string, decimal: '.' | ','): number {
  const plain = plainNumber(text).replace(/%$/, '').trim()
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(decimal, '.')) : Number.NaN
}

function roleOfHeader(text: string, { assignments }: GuessOptions): ColumnRole | null {
  const wanted = fold(text)
  if (wanted === '') return null
  const by = HEADERS.find(([pattern]) => pattern.test(wanted))?.[1]
  if (by) return { kind: 'learner', by }
  const bare = fold(wanted.replace(/\s*[([].*?[)\]]\s*$/, '').replace(/\s*%$/, ''))
  const found = assignments.filter(({ name, label, id }) =>
    [name, label, id].some((one) => one !== null && [wanted, bare].includes(fold(one))),
  )
  const [only] = found
  return only && found.length === 1 ? { kind: 'score', subsectionId: only.id, mode: 'points' } : null
}

/** The identifier that fits most of a column, if it fits enough of it. */
function identifierOf(texts: readonly string[], learners: LearnerIndex): ColumnRole | null {
  const given = texts.filter((text) => text.trim() !== '')
  if (given.length === 0) return null
  let best: { by: Identifier; fitting: number } | null = null
  for (const by of IDENTIFIERS) {
    const fitting = learners.fitting(by, given)
    if (fitting > (best?.fitting ?? given.length * MOST - 1)) best = { by, fitting }
  }
  return best && best.fitting > 0 ? { kind: 'learner', by: best.by } : null
}

/** A comma counts where figures have it and none has a point; both ways, or neither: as the reader's locale has it. */
function decimalOf(texts: readonly string[], usual: '.' | ','): '.' | ',' {
  const comma = texts.some((text) => /^\s*\d+,\d+\s*%?\s*$/.test(text))
  const point = texts.some((text) => /^\s*\d+\.\d+\s*%?\s*$/.test(text))
  if (comma === point) return usual
  return comma ? ',' : '.'
}

/** Percent where the header or a figure says so, or where a figure is too big for points and fits a percentage. */
function modeOf(
  header: string,
  texts: readonly string[],
  { possible, decimal }: { possible: number | null; decimal: '.' | ',' },
): ScoreMode {
  if (
    header.includes('%') ||
    /\bpercent\b/i.test(header) ||
    texts.some((text) => text.trim().endsWith('%'))
  ) {
    return 'percent'
  }
  if (possible === null || /[([]\s*(?:\d|points)/i.test(header)) return 'points'
  const figures = texts.map((text) => numberIn(text, decimal)).filter((value) => !Number.isNaN(value))
  const beyond = figures.filter((value) => value > possible).length
  return beyond > figures.length / 4 && figures.every((value) => value <= 110) ? 'percent' : 'points'
}
