import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo, SubsectionId } from '#src/domain/course.ts'
import type { Estimate } from '#src/domain/estimate.ts'
import { arrow } from '#src/ui/arrow.tsx'
import { type ShownTotal, effectOnTotal, officialTotal } from './effect-on-total.ts'
import styles from './OverridePanel.module.css'
import { percentText } from '#src/i18n/score-words.ts'
import type { SheetRow } from './use-row.ts'

interface TotalEffectProps {
  readonly info: GradingInfo
  readonly row: SheetRow
  readonly subsectionId: SubsectionId
  /** The new score as a fraction 0..; null while there is none. */
  readonly percent: number | null
}

/** What the new score would do to the course grade: an estimate, and called so. */
export function TotalEffect({ info, row, subsectionId, percent }: TotalEffectProps) {
  const effect = percent === null ? null : effectOnTotal(info, row, { subsectionId, percent })
  const official = officialTotal(info, row)
  if (!effect) {
    return official ? (
      <div className={styles['effect']}>
        <div>
          <FormattedMessage id="override.total.now" tagName="small" />
          <b>
            <Total total={official} />
          </b>
        </div>
      </div>
    ) : null
  }
  const { before, after, gap } = effect
  const tone = after.percent > before.percent ? 'good' : after.percent < before.percent ? 'bad' : 'same'
  return (
    <div className={styles['effect']}>
      <div>
        <FormattedMessage id="override.total.estimated" tagName="small" />
        <span>
          <FormattedMessage
            id="override.change"
            values={{
              to: arrow,
              before: (
                <b>
                  <Total total={before} />
                </b>
              ),
              after: (
                <b data-tone={tone}>
                  <Total total={after} />
                </b>
              ),
            }}
          />
        </span>
      </div>
      <Source effect={effect} />
      {official && gap !== null && gap !== 0 ? (
        <small className={styles['gap']}>
          <FormattedMessage
            id="override.total.gap"
            values={{
              total: <Total total={official} />,
              points: Math.round(Math.abs(gap) * 100),
              isMore: String(gap > 0),
            }}
          />
        </small>
      ) : null}
    </div>
  )
}

/** The rows of the policy that the estimate comes from: "from 15% Homework, lowest 2 dropped". */
function Source({ effect: { from } }: { readonly effect: Estimate }) {
  const intl = useIntl()
  if (from.length === 0) return <FormattedMessage id="override.total.countsNot" tagName="small" />
  return from.map(({ name, weight, dropped }) => (
    <FormattedMessage
      key={name}
      id="override.total.from"
      tagName="small"
      values={{ weight: percentText(intl, weight), type: <bdi>{name}</bdi>, dropped }}
    />
  ))
}

function Total({ total: { percent, letter } }: { readonly total: ShownTotal }) {
  const intl = useIntl()
  return (
    <FormattedMessage
      id="override.total"
      values={{
        percent: percentText(intl, percent),
        letter: letter ?? '',
        hasLetter: String(letter !== null),
      }}
    />
  )
}
