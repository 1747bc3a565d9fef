import { type CellFacts, type Will, factsOfCell } from './conflict.ts'
import type { HistoryEntry } from './course.ts'
import type { Answer } from './edits-saving.ts'
import { type CellRef, type EditState, NO_EDITS, cellKey } from './edits-state.ts'
import { type EditEvent, reduce } from './edits.ts'

/** Ada's cell, and Ben's. */
export const ADA: CellRef = { learnerId: 'ada', subsectionId: 'hw1' }
export const BEN: CellRef = { learnerId: 'ben', subsectionId: 'hw1' }
const NONE = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
/** What a colleague left in the history. */
export const ENTRY: HistoryEntry = {
  id: '41',
  at: '2026-01-01T00:00:00Z',
  by: 'colleague',
  change: 'created',
  through: 'gradebook',
  reason: null,
  override: { ...NONE, earnedGraded: 3 },
}

/** Gives the state after some events, from nothing. */
export function run(...events: readonly EditEvent[]): EditState {
  return events.reduce(reduce, NO_EDITS)
}

/** Gives the wish for some points, the maximum left as it is. */
export function points(earned: number): Will & object {
  return { earned, possible: null }
}

/** Gives what a row tells of a cell with 10 possible points; null: not attempted. */
export function shows(earned: number | null): CellFacts {
  return factsOfCell({ attempted: earned !== null, earned: earned ?? 0, possible: 10 })
}

/** Types a score into a cell that shows 5. */
export function stage(
  cell: CellRef,
  earned: number,
  rest: { reason?: string; seen?: boolean; was?: CellFacts } = {},
): EditEvent {
  return { type: 'stage', changes: [{ ...cell, was: shows(5), will: points(earned), ...rest }] }
}

/** Gives up the override of a cell. */
export function clear(cell: CellRef, was: CellFacts = shows(5)): EditEvent {
  return { type: 'stage', changes: [{ ...cell, was, will: null }] }
}

/** Starts to save cells. */
export function begin(batchId: string, ...cells: readonly CellRef[]): EditEvent {
  return { type: 'begin', batchId, at: 0, cells }
}

/** Reads a cell again before sending. */
export function checked(batchId: string, cell: CellRef, now: CellFacts = shows(5)): EditEvent {
  return { type: 'checked', batchId, readings: [{ ...cell, now, entry: ENTRY }] }
}

/** Sends a request with one cell. */
export function sent(batchId: string, cell: CellRef): EditEvent {
  return { type: 'sent', batchId, cells: [cell] }
}

/** Reads a cell again whose outcome is unknown. */
export function reread(cell: CellRef, now: CellFacts): EditEvent {
  return { type: 'reread', readings: [{ ...cell, now, entry: ENTRY }] }
}

/** Brings the answer for one cell. */
export function answered(
  batchId: string,
  cell: CellRef,
  answer: DistributiveOmit<Answer, keyof CellRef>,
): EditEvent {
  return { type: 'answered', batchId, answers: [{ ...cell, ...answer }] }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Stages 8 for Ada and sends it. */
export function sending(): EditEvent[] {
  return [stage(ADA, 8), begin('b1', ADA), checked('b1', ADA), sent('b1', ADA)]
}

/** Gives what became of a cell in a batch. */
export function outcome(state: EditState, batchId: string, cell: CellRef): string | undefined {
  return state.batches.get(batchId)?.items.get(cellKey(cell))?.outcome.kind
}

export const REFUSED: DistributiveOmit<Answer, keyof CellRef> = {
  kind: 'refused',
  refusal: { words: 'Grades are frozen for this course.', cause: 'frozen' },
}
