import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { type HiddenScores, hiddenScores } from '#src/domain/hidden-scores.ts'
import type { Progress } from '#src/domain/progress.ts'
import { Moment } from './Moment.tsx'
import styles from './Where.module.css'

/** What the big number does not tell: another word of the kept grade on passing, and what is hidden. */
export function WhereNotes({ progress }: { readonly progress: Progress }) {
  const { grade, passes } = progress
  const hidden = hiddenScores(progress)
  const notes: ReactNode[] = []
  if (passes !== null && grade.passed !== null && passes !== grade.passed) {
    notes.push(
      <b key="kept">
        <FormattedMessage id={passes ? 'progress.where.keptPasses' : 'progress.where.keptFails'} />{' '}
        <FormattedMessage id={hidden.length > 0 ? 'progress.where.keptHidden' : 'progress.where.keptOther'} />
      </b>,
    )
  }
  for (const one of hidden) notes.push(<HiddenNote key={one.type} hidden={one} />)
  if (notes.length === 0) return null
  return (
    <ul className={styles['notes']}>
      {notes.map((note, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they only change together
        <li key={index}>{note}</li>
      ))}
    </ul>
  )
}

function HiddenNote({ hidden: { type, waiting, until, never, counted } }: { readonly hidden: HiddenScores }) {
  const name = <bdi key="type">{type}</bdi>
  const date = until === null ? null : <Moment key="date" at={until} relative />
  return (
    <>
      {waiting > 0 ? (
        <FormattedMessage
          id={date ? 'progress.where.waitingUntil' : 'progress.where.waiting'}
          values={{ type: name, count: waiting, date }}
        />
      ) : null}
      {waiting > 0 && never > 0 ? ' ' : null}
      {never > 0 ? (
        <FormattedMessage id="progress.where.never" values={{ type: name, count: never }} />
      ) : null}
      {counted === 'none' ? null : (
        <>
          <FormattedMessage
            id={counted === 'all' ? 'progress.where.countedAll' : 'progress.where.countedSome'}
            values={{ type: name }}
          />{' '}
          {date ? <FormattedMessage id="progress.where.countedUntil" values={{ date }} /> : null}
        </>
      )}
    </>
  )
}
