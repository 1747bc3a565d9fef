import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Explanation } from '#src/domain/explain-progress.ts'
import type { WrittenSum } from '#src/domain/explained-sum.ts'
import styles from './Why.module.css'
import { percentText } from '#src/i18n/score-words.ts'
import { signedPointsText } from './points-text.ts'

interface WhyFootProps {
  readonly explanation: Explanation
  readonly sum: WrittenSum
}

/** From the parts to the official total: each line is there only where it changes something. */
export function WhyFoot({ explanation: { gap, official }, sum }: WhyFootProps) {
  const intl = useIntl()
  const { unseen, rounding, gap: rest } = sum
  return (
    <tfoot>
      {unseen === null ? null : <Line name={<FormattedMessage id="progress.why.unseen" />} points={unseen} />}
      {rounding === 0 ? null : (
        <Line
          name={
            <>
              <FormattedMessage id="progress.why.rounding" />
              <small>
                <FormattedMessage id="progress.why.rounding.rule" />
              </small>
            </>
          }
          points={rounding}
        />
      )}
      {rest === null || gap === null ? null : (
        <Line
          name={
            <>
              <FormattedMessage id="progress.why.gap" />
              <small>
                <FormattedMessage id={`progress.why.gap.${gap.because}`} />
              </small>
            </>
          }
          points={rest}
        />
      )}
      <tr className={styles['total']}>
        <th scope="row" colSpan={4}>
          <FormattedMessage id="progress.why.total" />
        </th>
        <td className={styles['points']}>{percentText(intl, official)}</td>
      </tr>
    </tfoot>
  )
}

function Line({ name, points }: { readonly name: ReactNode; readonly points: number }) {
  const intl = useIntl()
  return (
    <tr>
      <th scope="row" colSpan={4}>
        {name}
      </th>
      <td className={styles['points']}>{signedPointsText(intl, points)}</td>
    </tr>
  )
}
