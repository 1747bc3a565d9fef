import type { Assignment, SubsectionId } from './course.ts'
import { plainNumber } from './digits.ts'
import { type ColumnRole, IGNORED, readHeader } from './paste-header.ts'
import { IDENTIFIERS, type Identifier, type LearnerIndex } from './paste-learners.ts'
import { readLmsHeader } from './paste-lms-table.ts'
import type { ScoreMode } from './score.ts'

/** What was pasted, line by line, cell by cell, as text. Lines may be of different lengths. */
export type PastedTable = ReadonlyArray<readonly string[]>

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

/** So many lines tell what a column is. */
const SAMPLE = 200
/** A column names learners where at least so many of its texts do. */
const MOST = 0.5

/**
 * Gives the likeliest way to read a pasted table: which columns name learners (by what stands in them, and by their
 * header), which hold the scores of which assignment (by header), points or percent, comma or point.
 */
export function guessMapping(table: PastedTable, options: GuessOptions): PasteMapping {
  const width = Math.max(0, ...table.slice(0, SAMPLE).map((line) => line.length))
  const header = table[0] ?? []
  const column = (at: number, from: number) => table.slice(from, from + SAMPLE).map((line) => line[at] ?? '')
  const firstText = (at: number) => column(at, 1).find((text) => text.trim() !== '') ?? ''
  const ofLms = readLmsHeader(header, options.assignments, firstText)
  const named = Array.from({ length: width }, (_, at) =>
    ofLms ? (ofLms[at] ?? null) : readHeader(header[at] ?? '', options.assignments),
  )
  const hasHeader = named.some((one) => one !== null)
  const bodies = Array.from({ length: width }, (_, at) => column(at, hasHeader ? 1 : 0))
  const decimal = decimalOf(bodies.flat(), options.decimal)
  const isNamed = named.some((one) => one?.role.kind === 'learner')
  const taken = new Set<SubsectionId>()
  const roles = named.map((one, at): ColumnRole => {
    const texts = bodies[at] ?? []
    const role = one?.role
    if (role?.kind === 'score') {
      if (taken.has(role.subsectionId)) return IGNORED
      taken.add(role.subsectionId)
      const possible = options.possible(role.subsectionId)
      return { ...role, mode: modeOf(one?.unit ?? '', texts, { possible, decimal }) }
    }
    if (role) return role
    // Figures that happen to be somebody's key: beside a column that names learners they are something else.
    const isIdle =
      isNamed && texts.every((text) => text.trim() === '' || !Number.isNaN(numberIn(text, decimal)))
    return isIdle ? IGNORED : (identifierOf(texts, options.learners) ?? IGNORED)
  })
  return { hasHeader, decimal, roles }
}

/**
 * Tells whether a pasted table names its learners, in a column with their header or with texts that fit them: it is to be
 * matched line by line then, wherever it was pasted. Figures alone never do: they are a block of scores.
 * @param options asked for learners only where there are letters
 */
export function looksLikeTable(table: PastedTable, options: GuessOptions): boolean {
  const sample = table.slice(0, SAMPLE)
  const hasColumns = sample.some((line) => line.length > 1)
  if (!hasColumns || !sample.some((line) => line.some((text) => /\p{L}/u.test(text)))) return false
  const { hasHeader, roles } = guessMapping(sample, options)
  return (!hasHeader || table.length > 1) && roles.some(({ kind }) => kind === 'learner')
}

/** Gives a mapping in which a column holds something else. An assignment has one column: the other one is left out. */
export function withRole(mapping: PasteMapping, column: number, role: ColumnRole): PasteMapping {
  const roles = mapping.roles.map((other, at) => {
    if (at === column) return role
    const isTaken =
      role.kind === 'score' && other.kind === 'score' && other.subsectionId === role.subsectionId
    return isTaken ? IGNORED : other
  })
  return { ...mapping, roles }
}

/** Gives the number that a text shows, for guessing only; NaN for anything else. */
function numberIn(text: string, decimal: '.' | ','): number {
  const plain = plainNumber(text).replace(/%$/, '').trim()
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(decimal, '.')) : Number.NaN
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

/** Percent where the unit or a figure says so, or where a figure is too big for points and fits a percentage. */
function modeOf(
  unit: string,
  texts: readonly string[],
  { possible, decimal }: { possible: number | null; decimal: '.' | ',' },
): ScoreMode {
  if (unit.includes('%') || /\bpercent\b/i.test(unit) || texts.some((text) => text.trim().endsWith('%'))) {
    return 'percent'
  }
  if (possible === null || /[([]\s*(?:\d|points)/i.test(unit)) return 'points'
  const figures = texts.map((text) => numberIn(text, decimal)).filter((value) => !Number.isNaN(value))
  const beyond = figures.filter((value) => value > possible).length
  return beyond > figures.length / 4 && figures.every((value) => value <= 110) ? 'percent' : 'points'
}
