import type { Assignment, SubsectionId } from './course.ts'
import type { Identifier } from './paste-learners.ts'
import type { ScoreMode } from './score.ts'
import { fold } from './view.ts'

/** What a pasted column holds. */
export type ColumnRole =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'learner'; readonly by: Identifier }
  | { readonly kind: 'score'; readonly subsectionId: SubsectionId; readonly mode: ScoreMode }

export const IGNORED: ColumnRole = { kind: 'ignored' }

/** What may stand behind a name in a header: `(10 points)`, `[%]`, `%`. */
const UNIT = /\s*(?:\([^()]*\)|\[[^[\]]*\]|%)$/

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

/** What the text above a column tells of it. */
export interface Header {
  readonly role: ColumnRole
  /** What stands behind the name: `(points)`, `%`. */
  readonly unit: string
}

/**
 * Reads what stands above a column; null where it tells nothing. A name may end as a unit does ("Quiz (late)", "Top 10%"),
 * so the whole text counts first.
 */
export function readHeader(text: string, assignments: readonly Assignment[]): Header | null {
  let wanted = fold(text)
  let unit = ''
  const by = HEADERS.find(([pattern]) => pattern.test(wanted))?.[1]
  if (by) return { role: { kind: 'learner', by }, unit }
  while (wanted !== '') {
    const named = assignments.filter(({ name, label, id }) =>
      [name, label, id].some((one) => one !== null && fold(one) === wanted),
    )
    const [only] = named
    if (only && named.length > 1) return null
    if (only) return { role: { kind: 'score', subsectionId: only.id, mode: 'points' }, unit }
    const last = UNIT.exec(wanted)?.[0]
    if (last === undefined) return null
    unit = last.trim() + unit
    wanted = wanted.slice(0, -last.length).trim()
  }
  return null
}

/**
 * Gives a header for an assignment's column that `guessMapping` understands: its name, its label where others have the
 * name too, else its id.
 * @param unit stands behind it: `(points)` or `(%)`
 */
export function headerOf(assignment: Assignment, assignments: readonly Assignment[], unit = ''): string {
  const { name, label, id } = assignment
  const headers = [name, label, id].map((text) => (text === null ? '' : `${text} ${unit}`.trim()))
  const isUnderstood = (header: string) => {
    const read = readHeader(header, assignments)
    return read?.role.kind === 'score' && read.role.subsectionId === id && read.unit === unit
  }
  return headers.find(isUnderstood) ?? headers.at(-1) ?? id
}

/** Gives a header that names no assignment and no learner: with a word in front, where the text itself would. */
export function idleHeader(text: string, assignments: readonly Assignment[]): string {
  let header = text
  while (readHeader(header, assignments)) header = `course ${header}`
  return header
}
