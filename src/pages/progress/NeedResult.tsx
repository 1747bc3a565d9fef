import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Need, needFor } from '#src/domain/progress-need.ts'
import type { OpenWork } from '#src/domain/progress-open.ts'
import { reachOf } from '#src/domain/progress-reach.ts'
import type { OfficialGrade } from '#src/domain/progress.ts'
import { Highest } from './Highest.tsx'
import styles from './NeedSection.module.css'
import { Remaining } from './Remaining.tsx'
import { percentText } from '#src/i18n/score-words.ts'
import { enoughText } from './enough-text.ts'
import type { Target } from './target.ts'

interface NeedResultProps {
  readonly open: OpenWork
  readonly official: OfficialGrade
  readonly target: Target
}

/** The least average that reaches the target, or that it is safe, or out of reach; said again when it changes. */
export function NeedResult({ open, official, target }: NeedResultProps) {
  const own = reachOf(open)
  // The server's total is the truth: what stands by it is within reach.
  const highest = <Highest reach={official.percent > own.percent ? official : own} />
  return (
    <div className={styles['result']} role="status">
      {target.kind === 'total' ? (
        <Answer
          open={open}
          from={target.from}
          need={answerOf(open, official, target.from)}
          highest={highest}
        />
      ) : (
        highest
      )}
    </div>
  )
}

type Answered = Need | { readonly kind: 'unclear' }

/** What stands by the official total is safe. What stands by our own arithmetic alone is not. */
function answerOf(open: OpenWork, official: OfficialGrade, from: number): Answered {
  if (official.percent >= from) return { kind: 'safe' }
  const need = needFor(open, from)
  return need.kind === 'safe' ? { kind: 'unclear' } : need
}

interface AnswerProps {
  readonly open: OpenWork
  /** The target, a fraction. */
  readonly from: number
  readonly need: Answered
  readonly highest: ReactNode
}

function Answer({ open, from, need, highest }: AnswerProps) {
  const intl = useIntl()
  const values = { from: percentText(intl, from) }
  const nothingOpen = open.open.size === 0
  switch (need.kind) {
    case 'average':
      return (
        <Lines
          about={<FormattedMessage id="progress.need.onAverage" values={values} />}
          big={enoughText(intl, need.average)}
        >
          <Remaining open={open} /> {highest}
        </Lines>
      )
    case 'safe':
      return (
        <Lines
          about={<FormattedMessage id="progress.need.forTarget" values={values} />}
          big={<FormattedMessage id="progress.need.safe" />}
          tone="good"
        >
          <FormattedMessage id="progress.need.safe.words" /> {nothingOpen ? null : highest}
        </Lines>
      )
    case 'out-of-reach':
      return (
        <Lines
          about={<FormattedMessage id="progress.need.forTarget" values={values} />}
          big={<FormattedMessage id="progress.need.outOfReach" />}
        >
          {nothingOpen ? <FormattedMessage id="progress.need.nothingOpen" /> : highest}
        </Lines>
      )
    case 'unclear':
      return (
        <Lines
          about={<FormattedMessage id="progress.need.forTarget" values={values} />}
          big={<FormattedMessage id="progress.need.unclear" />}
        >
          <FormattedMessage id="progress.need.unclear.words" />
        </Lines>
      )
  }
}

interface LinesProps {
  readonly about: ReactNode
  readonly big: ReactNode
  readonly tone?: 'good'
  readonly children: ReactNode
}

function Lines({ about, big, tone, children }: LinesProps) {
  return (
    <>
      <p>{about}</p>
      <p className={styles['big']} data-tone={tone}>
        {big}
      </p>
      <p>{children}</p>
    </>
  )
}
