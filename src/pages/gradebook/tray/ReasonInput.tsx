import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { charactersLeft } from '#src/domain/reason.ts'
import { Field } from '#src/ui/Field.tsx'
import styles from './Review.module.css'

interface ReasonInputProps {
  /** As it is given now. */
  readonly reason: string
  readonly onGive: (reason: string) => void
  readonly label: string
  /** Shows the label, too. */
  readonly isLabelled?: boolean
  /** Characters that a reason may have. */
  readonly most: number
  readonly onTooLong?: (isTooLong: boolean) => void
}

/** Why a grade changes. Given on leaving the field or by Enter, so that each is one step to be undone. */
export function ReasonInput(props: ReasonInputProps) {
  const { reason, onGive, label, isLabelled, most, onTooLong } = props
  const intl = useIntl()
  const [text, setText] = useState(reason)
  const [known, setKnown] = useState(reason)
  if (known !== reason) {
    setKnown(reason)
    setText(reason)
  }
  const left = charactersLeft(text, most)
  const give = () => {
    if (left >= 0 && text.trim() !== reason) onGive(text)
  }
  return (
    <div className={styles['reason']}>
      <Field
        label={<span className={isLabelled ? undefined : 'visually-hidden'}>{label}</span>}
        error={
          left < 0 ? <FormattedMessage id="override.reason.tooLong" values={{ over: -left, most }} /> : null
        }
      >
        {(control) => (
          <input
            {...control}
            value={text}
            autoComplete="off"
            placeholder={isLabelled ? undefined : intl.formatMessage({ id: 'override.reason' })}
            onChange={(event) => {
              setText(event.target.value)
              onTooLong?.(charactersLeft(event.target.value, most) < 0)
            }}
            onBlur={give}
            onKeyDown={(event) => {
              if (event.key === 'Enter') give()
            }}
          />
        )}
      </Field>
    </div>
  )
}
