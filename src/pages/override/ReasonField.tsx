import { useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './OverridePanel.module.css'
import type { Editing } from './use-editing.ts'

/** From so many characters left on, their number is shown. */
const NEAR_THE_END = 50

interface ReasonFieldProps {
  readonly editing: Editing
  /** Characters that a reason may have. */
  readonly most: number
  /** Reasons used lately. */
  readonly offered: readonly string[]
  readonly isDisabled: boolean
  /** What stands there can be read and not changed. */
  readonly isFixed: boolean
}

/** Why the score changes, as the history will tell. Reasons used lately are a press away. */
export function ReasonField({ editing, most, offered, isDisabled, isFixed }: ReasonFieldProps) {
  const intl = useIntl()
  const input = useRef<HTMLInputElement>(null)
  const { draft, reasonLeft, change } = editing
  const isOffering = offered.length > 0 && draft.reason === '' && !isDisabled && !isFixed
  return (
    <div>
      <Field
        label={<FormattedMessage id="override.reason" />}
        description={<FormattedMessage id="override.reason.hint" />}
        suffix={
          reasonLeft >= 0 && reasonLeft <= NEAR_THE_END ? (
            <FormattedMessage id="override.reason.left" values={{ left: reasonLeft }} />
          ) : null
        }
        error={
          reasonLeft < 0 ? (
            <FormattedMessage id="override.reason.tooLong" values={{ over: -reasonLeft, most }} />
          ) : null
        }
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            name="reason"
            value={draft.reason}
            disabled={isDisabled}
            readOnly={isFixed}
            autoComplete="off"
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      {isOffering ? (
        <ul className={styles['offered']} aria-label={intl.formatMessage({ id: 'override.reason.offered' })}>
          {offered.map((reason) => (
            <li key={reason}>
              <Button
                size="small"
                onPress={() => {
                  change({ reason })
                  input.current?.focus()
                }}
              >
                <bdi>{reason}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
