import { useId, useState } from 'react'
import styles from './Segmented.module.css'

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: ReadonlyArray<{
    readonly value: Value
    readonly label: string
    readonly isDisabled?: boolean
  }>
  readonly onChange: (value: Value) => void
}

/**
 * A choice of a few, all in sight. Native radio buttons, so arrows and forms work as everywhere. The new choice shows at
 * once, also where the page takes a moment to follow.
 */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  const name = useId()
  const [chosen, setChosen] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setChosen(value)
  }
  return (
    <div role="radiogroup" aria-label={label} className={styles['segmented']}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === chosen}
            disabled={option.isDisabled}
            onChange={() => {
              setChosen(option.value)
              onChange(option.value)
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
