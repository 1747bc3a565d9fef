import { FormattedMessage, useIntl } from 'react-intl'
import type { ExplainedType } from '#src/domain/explain-progress.ts'
import { EntryList } from './EntryList.tsx'
import { ScoreBars } from './ScoreBars.tsx'
import styles from './Why.module.css'
import { countWords, isSilent } from './count-words.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { averageText, pointsText } from './points-text.ts'

interface TypeRowProps {
  readonly type: ExplainedType
  /** Points of 100 that it brings, as written. */
  readonly points: number
  /** The server tells totals only. */
  readonly totalsOnly: boolean
  /** False where the course wants no drawing. */
  readonly showsBars: boolean
}

/** One kind of work: its scores, their average, its weight, and what that brings. */
export function TypeRow({ type, points, totalsOnly, showsBars }: TypeRowProps) {
  const intl = useIntl()
  const silent = isSilent(type)
  const notShown = <FormattedMessage id="progress.why.notShown" />
  return (
    <tr>
      <th scope="row" className={styles['work']}>
        {type.name === '' ? <FormattedMessage id="progress.why.unnamed" /> : <bdi>{type.name}</bdi>}
        {totalsOnly ? null : <small>{countWords(intl, type)}</small>}
        {type.told ? <ToldOtherwise type={type} told={type.told} /> : null}
      </th>
      <td className={styles['scores']}>
        {showsBars && type.entries.length > 0 ? <ScoreBars entries={type.entries} /> : null}
        <EntryList type={type} />
      </td>
      <td className={styles['average']}>{silent ? notShown : averageText(intl, type.average)}</td>
      <td className={styles['weight']}>
        <FormattedMessage
          id="progress.why.times"
          values={{ weight: <span key="weight">{percentText(intl, type.weight)}</span> }}
        />
      </td>
      <td className={styles['points']}>{silent ? notShown : pointsText(intl, points)}</td>
    </tr>
  )
}

interface ToldOtherwiseProps {
  readonly type: ExplainedType
  readonly told: NonNullable<ExplainedType['told']>
}

function ToldOtherwise({ type, told }: ToldOtherwiseProps) {
  const intl = useIntl()
  const signed = { signDisplay: 'exceptZero', maximumFractionDigits: 1, minimumFractionDigits: 1 } as const
  return (
    <small>
      <FormattedMessage
        id="progress.why.told"
        values={{
          average: averageText(intl, told.average),
          difference: intl.formatNumber((told.contribution - type.contribution) * 100, signed),
        }}
      />{' '}
      <FormattedMessage id={`progress.why.told.${told.because}`} />
    </small>
  )
}
