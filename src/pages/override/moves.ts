import type { CellRef } from '#src/domain/edits-state.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'

/** A step to another cell without closing the editor. */
export interface Move {
  readonly name: 'previousLearner' | 'nextLearner' | 'previousAssignment' | 'nextAssignment'
  readonly along: 'learners' | 'assignments'
  readonly step: 1 | -1
  readonly label: MessageId
  /** Said where there is nothing further. */
  readonly edge: MessageId
  /** As in `aria-keyshortcuts`. */
  readonly keys: string
}

/** The moves and their keys. */
export const moves: readonly Move[] = [
  {
    name: 'previousLearner',
    along: 'learners',
    step: -1,
    label: 'override.move.previousLearner',
    edge: 'override.move.firstLearner',
    keys: 'Alt+ArrowUp',
  },
  {
    name: 'nextLearner',
    along: 'learners',
    step: 1,
    label: 'override.move.nextLearner',
    edge: 'override.move.lastLearner',
    keys: 'Alt+ArrowDown',
  },
  {
    name: 'previousAssignment',
    along: 'assignments',
    step: -1,
    label: 'override.move.previousAssignment',
    edge: 'override.move.firstAssignment',
    keys: 'Alt+Shift+ArrowUp',
  },
  {
    name: 'nextAssignment',
    along: 'assignments',
    step: 1,
    label: 'override.move.nextAssignment',
    edge: 'override.move.lastAssignment',
    keys: 'Alt+Shift+ArrowDown',
  },
]

/** Gives the move that a key press means; null for any other. */
export function moveOf(event: {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): Move | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null
  const pressed = `Alt+${event.shiftKey ? 'Shift+' : ''}${event.key}`
  return moves.find(({ keys }) => keys === pressed) ?? null
}

/** Gives the cell that a move leads to; null at the edge, and where the cell itself is not among those shown. */
export function targetOf(
  { along, step }: Move,
  { learnerId, subsectionId }: CellRef,
  outlet: Pick<GradebookOutlet, 'neighbour' | 'assignments'>,
): CellRef | null {
  if (along === 'learners') {
    const learner = outlet.neighbour(learnerId, step)
    return learner === null ? null : { learnerId: learner, subsectionId }
  }
  const at = outlet.assignments.findIndex(({ id }) => id === subsectionId)
  const assignment = at < 0 ? undefined : outlet.assignments[at + step]
  return assignment ? { learnerId, subsectionId: assignment.id } : null
}
