import { FormattedMessage } from 'react-intl'
import type { UntoldType } from '#src/domain/progress-untold.ts'
import { Moment } from './Moment.tsx'
import styles from './NeedSection.module.css'

interface UntoldProps {
  readonly types: readonly UntoldType[]
  /** The server tells totals only. */
  readonly entriesAbsent: boolean
}

/** Why it cannot be told what a target needs. */
export function Untold({ types, entriesAbsent }: UntoldProps) {
  if (entriesAbsent) {
    return (
      <p className={styles['quiet']}>
        <FormattedMessage id="progress.need.unlisted" />
      </p>
    )
  }
  return (
    <div className={styles['untold']}>
      <p>
        <FormattedMessage id="progress.need.untold" />
      </p>
      <ul>
        {types.map((type) => (
          <li key={type.name}>
            <UntoldWords type={type} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Which scores are hidden, and when some of them show. */
export function UntoldWords({ type: { name, until } }: { readonly type: UntoldType }) {
  const type = <bdi key="type">{name}</bdi>
  return until === null ? (
    <FormattedMessage id="progress.need.untold.type" values={{ type }} />
  ) : (
    <FormattedMessage
      id="progress.need.untold.until"
      values={{ type, date: <Moment key="date" at={until} /> }}
    />
  )
}
