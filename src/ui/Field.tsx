import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'

/** What the control inside a `Field` must carry: spread it on an input, select or textarea. */
export interface FieldControl {
  readonly id: string
  readonly className: string | undefined
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface FieldProps {
  readonly label: ReactNode
  /** Said beside the label and read with the control. */
  readonly description?: ReactNode
  /** What is wrong and what would be right; the control is then invalid. */
  readonly error?: ReactNode
  /** Stands inside the box at its end: a unit, a live reading. Read with the control. */
  readonly suffix?: ReactNode
  readonly children: (control: FieldControl) => ReactNode
}

/**
 * A labelled control, wired by ids.
 * @example
 * <Field label="New score" suffix="of 10 points" error={problem}>
 *   {(control) => <input {...control} value={text} onChange={type} />}
 * </Field>
 */
export function Field({ label, description, error, suffix, children }: FieldProps) {
  const id = useId()
  const parts = { description, suffix, error }
  const described = Object.entries(parts).flatMap(([name, part]) => (part ? `${id}-${name}` : []))
  return (
    <div className={styles['field']}>
      <div className={styles['head']}>
        <label htmlFor={id}>{label}</label>
        {description ? (
          <span id={`${id}-description`} className={styles['description']}>
            {description}
          </span>
        ) : null}
      </div>
      <div className={styles['box']} data-invalid={error ? '' : undefined}>
        {children({
          id,
          className: styles['control'],
          'aria-describedby': described.join(' ') || undefined,
          'aria-invalid': error ? true : undefined,
        })}
        {suffix ? (
          <span id={`${id}-suffix`} className={styles['suffix']}>
            {suffix}
          </span>
        ) : null}
      </div>
      {error ? (
        <p id={`${id}-error`} className={styles['error']}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
