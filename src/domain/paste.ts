import type { CellFacts } from './conflict.ts'
import type { LearnerId, SubsectionId } from './course.ts'
import type { EntryWords } from './entry-words.ts'
import type { Change } from './edits-staging.ts'
import type { PasteMapping, PastedTable } from './paste-columns.ts'
import type { ColumnRole } from './paste-header.ts'
import type { LearnerIndex, LearnerMatch, PastedIdentifier } from './paste-learners.ts'
import { type PasteVerdict, judgeScore } from './paste-score.ts'

/** What a paste is compared with. */
export interface PasteCourse {
  readonly learners: LearnerIndex
  /** What the sheet knows of a cell now. */
  readonly facts: (learnerId: LearnerId, subsectionId: SubsectionId) => CellFacts
  readonly possible: (subsectionId: SubsectionId) => number | null
  /** What may be written in a column beside figures; absent: nothing. */
  readonly words?: (subsectionId: SubsectionId) => EntryWords
}

/** Decisions of a person about a preview. */
export interface PasteChoices {
  /** Who is meant by an ambiguous line, by its number. */
  readonly learners: ReadonlyMap<number, LearnerId>
  /** Scores above the maximum are meant. */
  readonly extraCredit: boolean
}

export interface PasteCell {
  readonly subsectionId: SubsectionId
  /** As pasted. */
  readonly text: string
  readonly verdict: PasteVerdict
}

/** A line of a preview. */
export interface PasteLine {
  /** Counted from 1 in what was pasted, the header included. */
  readonly number: number
  readonly learner:
    | LearnerMatch
    | { readonly kind: 'duplicate'; readonly learnerId: LearnerId; readonly of: number }
  /** Empty unless the learner is matched. */
  readonly cells: readonly PasteCell[]
}

type ScoreColumn = Extract<ColumnRole, { kind: 'score' }> & { readonly at: number }

/**
 * Reads a pasted table line by line, and says what each would do. Blank lines are left out. Lazily: whoever reads may
 * pause between lines. The first line of a learner counts; later ones are duplicates and change nothing.
 */
export function* readPaste(
  table: PastedTable,
  mapping: PasteMapping,
  course: PasteCourse,
  choices: PasteChoices,
): Generator<PasteLine, void> {
  const scores = mapping.roles.flatMap((role, at): ScoreColumn[] =>
    role.kind === 'score' ? [{ ...role, at }] : [],
  )
  const seen = new Map<LearnerId, number>()
  for (let at = mapping.hasHeader ? 1 : 0; at < table.length; at += 1) {
    const line = table[at] ?? []
    if (line.every((text) => text.trim() === '')) continue
    const number = at + 1
    const learner = chosen(course.learners.match(identifiersOf(line, mapping)), choices.learners.get(number))
    if (learner.kind !== 'matched') {
      yield { number, learner, cells: [] }
      continue
    }
    const { learnerId } = learner
    const of = seen.get(learnerId)
    if (of !== undefined) {
      yield { number, learner: { kind: 'duplicate', learnerId, of }, cells: [] }
      continue
    }
    seen.set(learnerId, number)
    yield {
      number,
      learner,
      cells: scores.map((column) => cellOf(line, column, learnerId, { mapping, course })),
    }
  }
}

/** Gives what a line of a preview stages: exactly what its verdicts say. */
export function changesOf(
  { learner, cells }: PasteLine,
  course: PasteCourse,
  choices: PasteChoices,
): Change[] {
  if (learner.kind !== 'matched') return []
  const { learnerId } = learner
  return cells.flatMap(({ subsectionId, verdict }) =>
    verdict.kind === 'change' || (verdict.kind === 'over' && choices.extraCredit)
      ? [{ learnerId, subsectionId, was: course.facts(learnerId, subsectionId), will: verdict.will }]
      : [],
  )
}

function cellOf(
  line: readonly string[],
  { at, subsectionId, mode }: ScoreColumn,
  learnerId: LearnerId,
  { mapping: { decimal }, course }: { mapping: PasteMapping; course: PasteCourse },
): PasteCell {
  const text = line[at] ?? ''
  const was = course.facts(learnerId, subsectionId)
  return {
    subsectionId,
    text,
    verdict: judgeScore(text, {
      mode,
      decimal,
      possible: course.possible(subsectionId),
      words: course.words?.(subsectionId),
      was,
    }),
  }
}

function identifiersOf(line: readonly string[], { roles }: PasteMapping): PastedIdentifier[] {
  return roles.flatMap((role, at) => (role.kind === 'learner' ? [{ by: role.by, text: line[at] ?? '' }] : []))
}

function chosen(match: LearnerMatch, learnerId: LearnerId | undefined): LearnerMatch {
  if (match.kind !== 'ambiguous' || learnerId === undefined || !match.candidates.includes(learnerId))
    return match
  return { kind: 'matched', learnerId, note: null }
}
