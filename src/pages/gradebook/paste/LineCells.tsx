import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment, LearnerId, SubsectionId } from '#src/domain/course.ts'
import type { PasteCell } from '#src/domain/paste.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import styles from './Preview.module.css'
import { cellWords } from './cell-words.ts'

interface LineCellsProps {
  readonly cells: readonly PasteCell[]
  readonly learnerId: LearnerId
  readonly gradebook: Gradebook
  readonly assignments: readonly Assignment[]
  readonly possible: (subsectionId: SubsectionId) => number | null
  readonly extraCredit: boolean
}

/** A line of more scores than that tells only how many stay as they are: one by one they would hide those that change. */
const FEW = 4
const QUIET = ['unchanged', 'blank'] as const

/** What becomes of each score of a line; of many that stay as they are, how many. */
export function LineCells({
  cells,
  learnerId,
  gradebook,
  assignments,
  possible,
  extraCredit,
}: LineCellsProps) {
  const intl = useIntl()
  const counts = QUIET.map((kind) => ({
    kind,
    count: cells.filter(({ verdict }) => verdict.kind === kind).length,
  })).filter(({ count }) => cells.length > FEW && count > 1)
  const shown = cells.filter(({ verdict }) => counts.every(({ kind }) => kind !== verdict.kind))
  if (cells.length === 0) return null
  return (
    <ul className={styles['cells']}>
      {shown.map((cell) => {
        const { subsectionId } = cell
        const assignment = assignments.find(({ id }) => id === subsectionId)
        const { kind, text, note } = cellWords(intl, {
          gradebook,
          learnerId,
          cell,
          possible: possible(subsectionId),
          extraCredit,
        })
        return (
          <li key={subsectionId} data-kind={kind}>
            <bdi title={assignment?.name}>{assignment?.label ?? assignment?.name}</bdi> <span>{text}</span>
            {note ? <em> {note}</em> : null}
          </li>
        )
      })}
      {counts.map(({ kind, count }) => (
        <li key={kind} data-kind={kind}>
          <FormattedMessage
            id={kind === 'blank' ? 'pasteTable.cell.manyBlank' : 'pasteTable.cell.manyUnchanged'}
            values={{ count }}
          />
        </li>
      ))}
    </ul>
  )
}
