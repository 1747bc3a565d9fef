import type { Assignment } from './course.ts'
import { type Header, IGNORED, readHeader } from './paste-header.ts'

/** The columns that a table from the LMS itself has for each assignment, which `hw_01` stands for. */
const COLUMN = /^(name|grade|original_grade|previous_override|new_override)-(.+)$/
/** What it tells of a learner beside names. */
const ABOUT = new Set(['user_id', 'course_id', 'track', 'cohort'])
const NOTHING: Header = { role: IGNORED, unit: '' }

/**
 * Reads the header of a table that an LMS wrote to be filled in and sent back: for each assignment its name, the grade
 * now, the grade as it was, the override now, and a blank column for the override wanted. Only the last is a score to
 * be taken, in points. Null for any other table.
 * @param name gives the first text below a column
 */
export function readLmsHeader(
  header: readonly string[],
  assignments: readonly Assignment[],
  name: (column: number) => string,
): Array<Header | null> | null {
  const texts = header.map((text) => text.trim().toLowerCase())
  const isOne = texts.some((text) => {
    const [, kind, key] = COLUMN.exec(text) ?? []
    return kind === 'new_override' && texts.includes(`grade-${key}`)
  })
  if (!isOne) return null
  return texts.map((text) => {
    if (ABOUT.has(text)) return NOTHING
    const [, kind, key = ''] = COLUMN.exec(text) ?? []
    if (kind === undefined) return readHeader(text, assignments)
    if (kind !== 'new_override') return NOTHING
    const called = readHeader(name(texts.indexOf(`name-${key}`)), assignments)
    const id = called?.role.kind === 'score' ? called.role.subsectionId : idOf(key, assignments)
    return id === null
      ? NOTHING
      : { role: { kind: 'score', subsectionId: id, mode: 'points' }, unit: '(points)' }
  })
}

/** The key is how the last part of an assignment's id begins, in small letters. */
function idOf(key: string, assignments: readonly Assignment[]): string | null {
  const [only, ...others] = assignments.filter(({ id }) =>
    (/[^@/:]*$/.exec(id)?.[0] ?? '').toLowerCase().startsWith(key),
  )
  return only && others.length === 0 ? only.id : null
}
