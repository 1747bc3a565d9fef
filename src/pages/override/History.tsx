import { type ReactNode, useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SubsectionGrade } from '#src/domain/course.ts'
import { pointsText } from '#src/i18n/score-words.ts'
import { Button } from '#src/ui/Button.tsx'
import { arrow } from '#src/ui/arrow.tsx'
import styles from './History.module.css'
import { When } from './When.tsx'
import { type HistoryLine, historyLines } from './history-lines.ts'
import { scoreText } from './score-text.ts'

/** Entries shown at once; the others on demand. */
const AT_FIRST = 20

interface HistoryProps {
  readonly grade: SubsectionGrade
  /** The server keeps one. */
  readonly isKept: boolean
}

/** Everything that was done to this grade, newest first. */
export function History({ grade, isKept }: HistoryProps) {
  const titleId = useId()
  const [isWhole, setWhole] = useState(false)
  const lines = historyLines(grade.history)
  const shown = isWhole ? lines : lines.slice(0, AT_FIRST)
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={styles['title']}>
        <FormattedMessage id="override.history.title" />
      </h3>
      {isKept ? (
        <Remark grade={grade} />
      ) : (
        <p className={styles['remark']}>
          <FormattedMessage id="override.history.notKept" />
        </p>
      )}
      {lines.length > 0 ? (
        <ol className={styles['lines']}>
          {shown.map((line) => (
            <Line key={line.entry.id} line={line} maximum={grade.graded.possible} />
          ))}
        </ol>
      ) : null}
      {shown.length < lines.length ? (
        <Button size="small" onPress={() => setWhole(true)}>
          <FormattedMessage id="override.history.more" values={{ count: lines.length - shown.length }} />
        </Button>
      ) : null}
    </section>
  )
}

/** Says why there is a history without an override, or the other way round, or neither. */
function Remark({ grade: { override, history } }: { readonly grade: SubsectionGrade }) {
  if (override && history.length > 0) return null
  const id = override
    ? 'override.history.notTold'
    : history.length > 0
      ? 'override.history.past'
      : 'override.history.none'
  return (
    <p className={styles['remark']}>
      <FormattedMessage id={id} />
    </p>
  )
}

interface LineProps {
  readonly line: HistoryLine
  /** Points to be had as computed: said only where an override had another maximum. */
  readonly maximum: number
}

function Line({ line: { entry, from, to }, maximum }: LineProps) {
  const intl = useIntl()
  const show = (score: HistoryLine['to']): ReactNode => {
    if (score === 'original') return intl.formatMessage({ id: 'override.history.original' })
    const { earned, possible } = score
    return possible === null || possible === maximum
      ? pointsText(intl, earned)
      : scoreText(intl, earned, possible)
  }
  const after = <b>{show(to)}</b>
  return (
    <li>
      <p>
        <FormattedMessage
          id={from === undefined ? 'override.history.to' : 'override.change'}
          values={{ to: arrow, before: <b>{show(from ?? to)}</b>, after }}
        />
        {entry.reason === null ? null : (
          <>
            {' · '}
            <bdi>{entry.reason}</bdi>
          </>
        )}
      </p>
      <p className={styles['who']}>
        {entry.by === null ? null : (
          <>
            <bdi>{entry.by}</bdi>
            {' · '}
          </>
        )}
        <FormattedMessage id={`override.history.through.${entry.through}`} />
        {' · '}
        <When at={entry.at} />
      </p>
    </li>
  )
}
