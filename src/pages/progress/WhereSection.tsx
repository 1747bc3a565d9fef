import { type ReactNode, useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useParams } from 'react-router'
import type { Progress } from '#src/domain/progress.ts'
import { hasEnded, openWork } from '#src/domain/progress-open.ts'
import { reachOf } from '#src/domain/progress-reach.ts'
import { untoldTypes } from '#src/domain/progress-untold.ts'
import { useNow } from '#src/ui/now.ts'
import { GradeScale } from './GradeScale.tsx'
import { LetterTable } from './LetterTable.tsx'
import { WhereNotes } from './WhereNotes.tsx'
import styles from './Where.module.css'
import { nextLetter, passingCutoff } from './letter-rows.ts'
import { percentText } from '#src/i18n/score-words.ts'

/** Where a learner stands: the official total, its letter, and how far it is to the next one. */
export function WhereSection({ progress }: { readonly progress: Progress }) {
  const intl = useIntl()
  const id = useId()
  const { learnerId } = useParams()
  const { grade, cutoffs, showsGraph } = progress
  const who = learnerId === undefined ? intl.formatMessage({ id: 'progress.where.you' }) : progress.username
  return (
    <section className={styles['where']} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        <FormattedMessage id="progress.where.title" />
      </h2>
      <div className={styles['stand']}>
        <span className={styles['big']}>{percentText(intl, grade.percent)}</span>
        {grade.letter === null ? null : (
          <span className={styles['letter']}>
            <span className="visually-hidden">
              <FormattedMessage id="progress.where.letter" />{' '}
            </span>
            <bdi>{grade.letter}</bdi>
          </span>
        )}
        <Passing progress={progress} />
        <Ahead progress={progress} />
      </div>
      {showsGraph ? <GradeScale cutoffs={cutoffs} percent={grade.percent} who={who} /> : null}
      <WhereNotes progress={progress} />
      <LetterTable cutoffs={cutoffs} percent={grade.percent} who={who} isOpen={!showsGraph} />
    </section>
  )
}

function Passing({ progress }: { readonly progress: Progress }) {
  const now = useNow()()
  const { grade, cutoffs } = progress
  if (grade.passed === null) return null
  // The server says that one does not pass, too, where there is nothing to pass.
  if (!grade.passed && passingCutoff(cutoffs) === null) {
    return (
      <span className={styles['quiet']}>
        <FormattedMessage id="progress.where.nothingToPass" />
      </span>
    )
  }
  return (
    <span className={styles['passing']} data-passed={grade.passed || undefined}>
      <FormattedMessage
        id={
          grade.passed
            ? 'progress.where.passing'
            : hasEnded(progress, now)
              ? 'progress.where.notPassing'
              : 'progress.where.notPassingYet'
        }
      />
    </span>
  )
}

/** How far it is to the next letter, and how much is still open: where that can be told. */
function Ahead({ progress }: { readonly progress: Progress }) {
  const intl = useIntl()
  const now = useNow()()
  const next = nextLetter(progress.cutoffs, progress.grade.percent)
  const open = stillOpen(progress, now)
  const parts: ReactNode[] = []
  if (next) {
    const { letter } = next.cutoff
    parts.push(
      <span key="next">
        <FormattedMessage
          id={letter === 'Pass' ? 'progress.where.toPass' : 'progress.where.toLetter'}
          values={{ count: next.points, letter: <bdi key="letter">{letter}</bdi> }}
        />
      </span>,
    )
  }
  if (open > 0.0005) {
    parts.push(
      <span key="open">
        <FormattedMessage
          id="progress.where.open"
          values={{
            share: intl.formatNumber(open, { style: 'percent', maximumFractionDigits: 1 }),
          }}
        />
      </span>,
    )
  }
  return parts.length === 0 ? null : <span className={styles['ahead']}>{parts}</span>
}

/** What can still be gained, a fraction of the course; 0 where it cannot be told. */
function stillOpen(progress: Progress, now: Date): number {
  if (untoldTypes(progress).length > 0) return 0
  const open = openWork(progress, now)
  return reachOf(open).exact - open.standing.exact
}
