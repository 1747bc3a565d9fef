import type { IntlShape } from 'react-intl'
import type { CellFacts } from '#src/domain/conflict.ts'
import type { GradingInfo, LearnerId } from '#src/domain/course.ts'
import { lossOf } from '#src/domain/edits-read.ts'
import type { Edit } from '#src/domain/edits-state.ts'
import { letterFor } from '#src/domain/cutoffs.ts'
import { type Trial, estimate } from '#src/domain/estimate.ts'
import { gradeCourse, workOf } from '#src/domain/grading.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { exceptionText, noneText } from '#src/i18n/exception-text.ts'

/** Which changes are in sight. */
export type Shown = 'all' | 'losses' | 'refused' | 'conflict' | 'unknown'
export type Grouping = 'learner' | 'assignment'

/** Tells whether a change belongs to a part of the tray. */
export function belongsTo(shown: Shown, edit: Edit): boolean {
  if (shown === 'all') return true
  return shown === 'losses' ? lossOf(edit) !== null : edit.status.kind === shown
}

/** Gives the groups of the first changes in the order of their making, and no more than so many changes in all. */
export function firstGroups(
  edits: readonly Edit[],
  grouping: Grouping,
  most: number,
): ReadonlyArray<readonly [id: string, edits: readonly Edit[]]> {
  const groups = Map.groupBy(edits, (edit) => (grouping === 'learner' ? edit.learnerId : edit.subsectionId))
  const first: Array<readonly [string, readonly Edit[]]> = []
  let left = most
  for (const [id, members] of groups) {
    if (left <= 0) break
    first.push([id, members.slice(0, left)])
    left -= members.length
  }
  return first
}

/** Gives what is known of a cell in words: `8 of 10 points, 80%`, or `excused`. */
export function factsWords(intl: IntlShape, facts: CellFacts, columnPossible: number | null): string {
  const { attempted, earned, exception } = facts
  if (exception) return exceptionText(intl, exception)
  if (attempted === false) return intl.formatMessage({ id: 'gradebook.cell.notAttempted' })
  if (earned === null) return intl.formatMessage({ id: 'tray.notKnown' })
  return scoreWords(intl, earned, facts.possible ?? columnPossible)
}

/** Gives what a change makes of a cell, in words. */
export function willWords(intl: IntlShape, edit: Edit, columnPossible: number | null): string {
  const { was, will } = edit
  if (!will) return noneText(intl, was)
  if (will.exception) return exceptionText(intl, will.exception)
  return scoreWords(intl, will.earned, possibleOf(edit, columnPossible))
}

function scoreWords(intl: IntlShape, earned: number, possible: number | null): string {
  if (possible === null) return intl.formatMessage({ id: 'gradebook.cell.points' }, { earned })
  const exact = { maximumFractionDigits: 2 }
  return intl.formatMessage(
    { id: 'gradebook.cell.score' },
    {
      earned: intl.formatNumber(earned, exact),
      possible: intl.formatNumber(possible, exact),
      percent: intl.formatNumber(fractionOf(earned, possible), { style: 'percent', ...exact }),
    },
  )
}

/** The points that a change is out of; null where nobody has told. */
function possibleOf({ was, will }: Edit, columnPossible: number | null): number | null {
  return will?.possible ?? was.possible ?? columnPossible
}

/** A course grade now, and as all changes of a learner together would make it. */
export interface TotalChange {
  readonly before: ShownTotal
  readonly after: ShownTotal
}
export interface ShownTotal {
  /** Fraction, two decimals. */
  readonly percent: number
  readonly letter: string | null
}

/**
 * Gives the estimated total of a learner after all of their open changes; null where it cannot be known: an override
 * given up brings back a score that no row tells, or the learner's row is not here.
 */
export function totalAfter(
  info: GradingInfo,
  sheet: Sheet,
  learnerId: LearnerId,
  edits: readonly Edit[],
): TotalChange | null {
  const row = sheet.row(learnerId)
  if (row < 0) return null
  const trials: Trial[] = []
  for (const edit of edits) {
    const possible = possibleOf(edit, sheet.possible(sheet.column(edit.subsectionId)))
    if (!edit.will || possible === null) return null
    trials.push({ subsectionId: edit.subsectionId, percent: fractionOf(edit.will.earned, possible) })
  }
  const works = sheet.columns.map((subsection, index) => workOf(subsection, sheet.grade(row, index)))
  const official = sheet.total(row)
  const { before, after, gap } = estimate(info, gradeCourse(info, works), trials, official)
  // What the server counts and no row shows stays as it is: the official total is where one starts from.
  const moved = Math.round((after.percent + (gap ?? 0)) * 100) / 100
  return {
    before: gap === null ? before : { percent: official, letter: letterFor(info.cutoffs, official) },
    after: gap === null ? after : { percent: moved, letter: letterFor(info.cutoffs, moved) },
  }
}
