import { FormattedMessage, useIntl } from 'react-intl'
import { needFor } from '#src/domain/progress-need.ts'
import type { OpenWork } from '#src/domain/progress-open.ts'
import { reachOf } from '#src/domain/progress-reach.ts'
import { Highest } from './Highest.tsx'
import styles from './NeedSection.module.css'
import { Remaining } from './Remaining.tsx'
import { enoughText, percentText } from './percent.ts'
import type { Target } from './target.ts'

interface NeedResultProps {
  readonly open: OpenWork
  readonly target: Target
}

/** The least average that reaches the target, or that it is safe, or out of reach; said again when it changes. */
export function NeedResult({ open, target }: NeedResultProps) {
  return (
    <div className={styles['result']} role="status">
      {target.kind === 'total' ? <Answer open={open} target={target} /> : <Highest reach={reachOf(open)} />}
    </div>
  )
}

function Answer({ open, target }: { readonly open: OpenWork; readonly target: Target & { kind: 'total' } }) {
  const intl = useIntl()
  const need = needFor(open, target.from)
  const reach = reachOf(open)
  const values = { from: percentText(intl, target.from) }
  switch (need.kind) {
    case 'average':
      return (
        <>
          <p className={styles['quiet']}>
            <FormattedMessage id="progress.need.onAverage" values={values} />
          </p>
          <p className={styles['big']}>{enoughText(intl, need.average)}</p>
          <p>
            <Remaining open={open} /> <Highest reach={reach} />
          </p>
        </>
      )
    case 'safe':
      return (
        <>
          <p className={styles['quiet']}>
            <FormattedMessage id="progress.need.forTarget" values={values} />
          </p>
          <p className={styles['big']} data-tone="good">
            <FormattedMessage id="progress.need.safe" />
          </p>
          <p>
            <FormattedMessage id="progress.need.safe.words" />{' '}
            {open.open.size > 0 ? <Highest reach={reach} /> : null}
          </p>
        </>
      )
    case 'out-of-reach':
      return (
        <>
          <p className={styles['quiet']}>
            <FormattedMessage id="progress.need.forTarget" values={values} />
          </p>
          <p className={styles['big']}>
            <FormattedMessage id="progress.need.outOfReach" />
          </p>
          <p>
            {open.open.size > 0 ? (
              <Highest reach={reach} />
            ) : (
              <FormattedMessage id="progress.need.nothingOpen" />
            )}
          </p>
        </>
      )
  }
}
