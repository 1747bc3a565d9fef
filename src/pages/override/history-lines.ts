import { inForce } from '#src/domain/conflict.ts'
import type { HistoryEntry } from '#src/domain/course.ts'

/** A score as an override made it. */
export interface OverriddenScore {
  readonly earned: number
  /** Null where the computed maximum counts. */
  readonly possible: number | null
}

/** What an entry of the history made of what. */
export interface HistoryLine {
  readonly entry: HistoryEntry
  /** Undefined where the history does not reach back that far. */
  readonly from: OverriddenScore | 'original' | undefined
  readonly to: OverriddenScore | 'original'
}

/**
 * Gives the history as it is read, newest first.
 * @param history oldest first
 */
export function historyLines(history: readonly HistoryEntry[]): HistoryLine[] {
  let from: HistoryLine['from'] = history[0]?.change === 'created' ? 'original' : undefined
  const lines = history.map((entry) => {
    const line = { entry, from, to: madeBy(entry) }
    from = line.to
    return line
  })
  return lines.toReversed()
}

function madeBy({ change, override }: HistoryEntry): HistoryLine['to'] {
  if (change === 'deleted' || !inForce(override) || override.earnedGraded === null) return 'original'
  return { earned: override.earnedGraded, possible: override.possibleGraded }
}
