import { useIntl } from 'react-intl'
import { Field } from '#src/ui/Field.tsx'

interface SelectFieldProps {
  readonly label: string
  /** Undefined: any. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>
  readonly problem?: string | null
  /** Why nothing can be chosen. */
  readonly unavailable?: string | null
}

/** One of some values, or any. A value that is not among them (from an old link) stays until another is chosen. */
export function SelectField({ label, value, onChange, options, problem, unavailable }: SelectFieldProps) {
  const intl = useIntl()
  const isOffered = value === undefined || options.some((option) => option.value === value)
  return (
    <Field label={label} error={problem} description={unavailable}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          disabled={typeof unavailable === 'string'}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{intl.formatMessage({ id: 'gradebook.filter.any' })}</option>
          {isOffered ? null : <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
