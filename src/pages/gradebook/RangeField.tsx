import { useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import styles from './FilterForm.module.css'
import type { PercentText, RangeProblem } from './percent-range.ts'

interface RangeFieldProps {
  readonly legend: string
  readonly range: PercentText
  readonly onChange: (range: PercentText) => void
  readonly problem: RangeProblem | 'no-assignment' | null
  /** Why nothing can be typed. */
  readonly unavailable?: string | null
}

/** Least and most, in percent; what is wrong stands next to the fields. */
export function RangeField({ legend, range, onChange, problem, unavailable }: RangeFieldProps) {
  const intl = useIntl()
  const id = useId()
  const field = (index: 0 | 1) => (
    <input
      className={styles['field']}
      inputMode="decimal"
      value={range[index]}
      disabled={typeof unavailable === 'string'}
      placeholder={index === 0 ? '0' : '100'}
      aria-label={intl.formatMessage(
        { id: index === 0 ? 'gradebook.filter.from' : 'gradebook.filter.to' },
        { legend },
      )}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem || unavailable ? id : undefined}
      onChange={(event) =>
        onChange(index === 0 ? [event.target.value, range[1]] : [range[0], event.target.value])
      }
    />
  )
  return (
    <fieldset className={styles['range']}>
      <legend>{legend}</legend>
      <div>
        {field(0)}
        <span aria-hidden>–</span>
        {field(1)}
        <span aria-hidden>%</span>
      </div>
      {problem ? (
        <p id={id} className={styles['problem']} role="alert">
          <FormattedMessage id={`gradebook.filter.problem.${problem}`} />
        </p>
      ) : null}
      {unavailable ? <small id={id}>{unavailable}</small> : null}
    </fieldset>
  )
}
