import { useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { IconButton } from '#src/ui/Button.tsx'
import styles from './OverridePanel.module.css'
import { type Move, moves, targetOf } from './moves.ts'

const SIGNS: Readonly<Record<Move['name'], string>> = {
  previousLearner: '↑',
  nextLearner: '↓',
  previousAssignment: '←',
  nextAssignment: '→',
}

interface MovesProps {
  readonly outlet: GradebookOutlet
  readonly cell: CellRef
}

/** Buttons to the neighbours of a cell. */
export function Moves({ outlet, cell }: MovesProps) {
  return (
    <div className={styles['moves']}>
      {moves.map((move) => (
        <MoveButton key={move.name} move={move} outlet={outlet} cell={cell} />
      ))}
    </div>
  )
}

function MoveButton({ move, outlet, cell }: MovesProps & { readonly move: Move }) {
  const intl = useIntl()
  const isEdge = useSyncExternalStore(outlet.order.subscribe, () => targetOf(move, cell, outlet) === null)
  return (
    <IconButton
      label={intl.formatMessage({ id: move.label })}
      aria-keyshortcuts={move.keys}
      unavailable={isEdge ? intl.formatMessage({ id: move.edge }) : null}
      data-along={move.along}
      onPress={() => {
        const target = targetOf(move, cell, outlet)
        if (target) outlet.open(target)
      }}
    >
      {SIGNS[move.name]}
    </IconButton>
  )
}
