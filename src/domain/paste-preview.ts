import type { LearnerId } from './course.ts'
import type { Change } from './edits-staging.ts'
import type { PasteMapping, PastedTable } from './paste-columns.ts'
import { type PasteChoices, type PasteCourse, type PasteLine, changesOf, readPaste } from './paste.ts'

/** What can be said of a line or of one of its scores. A line may belong to several of them. */
export const PASTE_CLASSES = [
  'change',
  'lowers',
  'over',
  'ambiguous',
  'unknown',
  'nobody',
  'duplicate',
  'refused',
  'unchanged',
  'blank',
] as const
export type PasteClass = (typeof PASTE_CLASSES)[number]

/** The lines of a class, and how many of it there are: scores, or lines where the learner is the matter. */
export interface PasteGroup {
  readonly count: number
  /** Positions in `lines`. */
  readonly lines: readonly number[]
}

/** A person has said who is meant by a line that several learners fit. */
export interface ChosenLearner {
  readonly learnerId: LearnerId
  readonly candidates: readonly LearnerId[]
}

/** All that a paste would do, with what it was read by: staging asks nothing else. */
export interface PastePreview {
  readonly mapping: PasteMapping
  readonly lines: readonly PasteLine[]
  readonly groups: Readonly<Record<PasteClass, PasteGroup>>
  readonly chosen: ReadonlyMap<number, ChosenLearner>
  /** Ambiguous lines for which nobody has chosen yet. */
  readonly undecided: number
  readonly course: PasteCourse
}

/** Reads a whole paste, line by line: whoever reads may pause between them. */
export function* previewPaste(
  table: PastedTable,
  mapping: PasteMapping,
  course: PasteCourse,
  chosen: ReadonlyMap<number, ChosenLearner>,
): Generator<void, PastePreview> {
  const learners = new Map(Array.from(chosen, ([number, { learnerId }]) => [number, learnerId]))
  const lines: PasteLine[] = []
  const groups = Object.fromEntries(
    PASTE_CLASSES.map((name) => [name, { count: 0, lines: [] as number[] }] as const),
  ) as Record<PasteClass, { count: number; lines: number[] }>
  const note = (name: PasteClass) => {
    const group = groups[name]
    group.count += 1
    if (group.lines.at(-1) !== lines.length) group.lines.push(lines.length)
  }
  let undecided = 0
  for (const line of readPaste(table, mapping, course, { learners, extraCredit: false })) {
    if (chosen.has(line.number) || line.learner.kind === 'ambiguous') note('ambiguous')
    if (line.learner.kind === 'ambiguous') undecided += 1
    else if (line.learner.kind === 'blank') note('nobody')
    else if (line.learner.kind !== 'matched') note(line.learner.kind)
    for (const { verdict } of line.cells) {
      note(verdict.kind)
      if (verdict.kind === 'change' && verdict.lowers) note('lowers')
    }
    lines.push(line)
    yield
  }
  return { mapping, lines, groups, chosen, undecided, course }
}

/** How many changes `stagedBy` gives. */
export function stagedCount({ groups }: PastePreview, extraCredit: boolean): number {
  return groups.change.count + (extraCredit ? groups.over.count : 0)
}

/** Gives what a preview stages: exactly what its lines say. */
export function stagedBy({ lines, course }: PastePreview, extraCredit: boolean): Change[] {
  const choices: PasteChoices = { learners: new Map(), extraCredit }
  return lines.flatMap((line) => changesOf(line, course, choices))
}
