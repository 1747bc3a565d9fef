import { useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { TotalColumn } from '#src/domain/total-rows.ts'
import { dayText } from '#src/i18n/day-text.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { lms } from '#src/lms/connect.ts'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import { Lines } from './Lines.tsx'
import { ProgressButton } from './ProgressButton.tsx'
import type { ShownRow } from './TotalsTable.tsx'
import styles from './TotalsTable.module.css'

interface TotalRowProps {
  readonly row: ShownRow
  readonly columns: readonly TotalColumn[]
  readonly isOwn: boolean
}

/** One total, with the ways on: the learner's progress there, and the scores behind it. */
export function TotalRow({ row, columns, isOwn }: TotalRowProps) {
  const linesId = useId()
  const [isOpen, setOpen] = useState(false)
  const { courseId, courseName, username } = row
  const showsLines = !isOwn && lms().totalLines !== undefined
  return (
    <>
      <tr tabIndex={-1} data-item="">
        {columns.map((column, index) => {
          const Cell = index === 0 ? 'th' : 'td'
          return (
            <Cell key={column} scope={index === 0 ? 'row' : undefined} data-column={column}>
              <Value row={row} column={column} isOwn={isOwn} />
            </Cell>
          )
        })}
        <td data-column="ways">
          <div className={styles['ways']}>
            {isOwn || !lms().progress ? null : <ProgressButton row={row} />}
            {showsLines ? (
              <Button
                size="small"
                aria-expanded={isOpen}
                aria-controls={isOpen ? linesId : undefined}
                onPress={() => setOpen(!isOpen)}
              >
                <FormattedMessage
                  id="grades.scores"
                  values={{ name: <Hidden key="name" text={`${username}, ${courseName}`} /> }}
                />
              </Button>
            ) : null}
          </div>
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns.length + 1} id={linesId} className={styles['lines']} tabIndex={-1}>
            <Lines courseId={courseId} username={username} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Value({ row, column, isOwn }: { row: ShownRow; column: TotalColumn; isOwn: boolean }) {
  const intl = useIntl()
  const { courseId, courseName, username, total, error } = row
  if (column === 'person') return <bdi>{username}</bdi>
  if (column === 'course') {
    if (!isOwn || !lms().progress) return <bdi>{courseName}</bdi>
    return (
      <Link to={path.progress({ courseId })}>
        <bdi>{courseName}</bdi>
      </Link>
    )
  }
  if (!total) return column === 'percent' ? <Unread error={error ?? null} row={row} /> : null
  switch (column) {
    case 'percent':
      if (total.percent === null) return '–'
      return (
        <>
          {percentText(intl, total.percent)}
          {total.isCutOff ? (
            <small>
              <FormattedMessage id="grades.cutOff" />
            </small>
          ) : null}
        </>
      )
    case 'letter':
      return total.letter ? <bdi>{total.letter}</bdi> : '–'
    case 'passed':
      if (total.passed == null) return '–'
      return (
        <span className={styles['passed']} data-passed={total.passed}>
          <FormattedMessage id="grades.passed" values={{ passed: String(total.passed) }} />
        </span>
      )
    case 'email':
      return total.email ? <bdi>{total.email}</bdi> : null
    case 'passedAt':
    case 'lastActivity': {
      const at = total[column]
      return at ? dayText(intl, at) : '–'
    }
  }
}

/** What stands in place of a total that has not come. */
function Unread({ error, row: { retry, courseName } }: { error: Error | null; row: ShownRow }) {
  const intl = useIntl()
  if (!error) return <span className={styles['quiet']}>{intl.formatMessage({ id: 'shell.loading' })}</span>
  return (
    <span role="alert" className={styles['failed']}>
      {errorWords(intl, error).title}{' '}
      <PassingButton size="small" onPress={retry}>
        <FormattedMessage id="grades.retry" values={{ name: <Hidden key="name" text={courseName} /> }} />
      </PassingButton>
    </span>
  )
}

/** For the ear: the eye sees whose line it is. */
function Hidden({ text }: { text: string }) {
  return <span className="visually-hidden">{text}</span>
}
