import { FormattedMessage, useIntl } from 'react-intl'
import type { Cutoff } from '#src/domain/course.ts'
import styles from './Where.module.css'
import { type LetterRow, letterRows, passingCutoff } from './letter-rows.ts'
import { percentText } from '#src/i18n/score-words.ts'

interface LetterTableProps {
  /** Highest first. */
  readonly cutoffs: readonly Cutoff[]
  /** The learner's total, a fraction. */
  readonly percent: number
  /** Whose total it is, in a word. */
  readonly who: string
  /** Where there is no drawing, it is open from the start. */
  readonly isOpen: boolean
}

/** What each letter takes, in words and numbers. */
export function LetterTable({ cutoffs, percent, who, isOpen }: LetterTableProps) {
  const intl = useIntl()
  const passing = passingCutoff(cutoffs)
  if (cutoffs.length === 0) {
    return (
      <p className={styles['quiet']}>
        <FormattedMessage id="progress.where.noCutoffs" />
      </p>
    )
  }
  return (
    <details className={styles['letters']} open={isOpen}>
      <summary>
        <FormattedMessage id="progress.where.letters" />
        {passing ? (
          <span className={styles['quiet']}>
            <FormattedMessage
              id="progress.where.passesFrom"
              values={{ from: percentText(intl, passing.from) }}
            />
          </span>
        ) : null}
      </summary>
      <table>
        <thead>
          <tr>
            {(['letter', 'from', 'below'] as const).map((column) => (
              <th key={column} scope="col">
                <FormattedMessage id={`progress.where.column.${column}`} />
              </th>
            ))}
            <th scope="col">
              <bdi>{who}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {letterRows(cutoffs, percent).map((row) => (
            <Row key={row.from} row={row} percent={percent} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Row({ row, percent }: { readonly row: LetterRow; readonly percent: number }) {
  const intl = useIntl()
  const { letter, from, to, isOwn, passes } = row
  return (
    <tr data-own={isOwn || undefined}>
      <th scope="row">
        {letter === null ? <FormattedMessage id="progress.where.noLetter" /> : <bdi>{letter}</bdi>}
        {passes === null ? null : (
          <span className={styles['quiet']}>
            <FormattedMessage id={passes ? 'progress.where.passes' : 'progress.where.passesNot'} />
          </span>
        )}
      </th>
      <td>{percentText(intl, from)}</td>
      <td>{to === null ? '–' : percentText(intl, to)}</td>
      <td>{isOwn ? percentText(intl, percent) : ''}</td>
    </tr>
  )
}
