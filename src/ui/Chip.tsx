import type { MouseEvent, ReactNode } from 'react'
import styles from './Chip.module.css'

interface ChipProps {
  /** What the chip is about, in bold; then its value. */
  readonly label: string
  readonly children?: ReactNode
  /** Names what goes: "Remove filter: track verified". */
  readonly removeLabel: string
  readonly onRemove: () => void
}

/** One item of a `Chips` list, with a button that takes it away. */
export function Chip({ label, children, removeLabel, onRemove }: ChipProps) {
  const remove = (event: MouseEvent<HTMLButtonElement>) => {
    neighbour(event.currentTarget)?.focus()
    onRemove()
  }
  return (
    <li className={styles['chip']}>
      <span className={styles['text']}>
        <b>{label}</b> {children}
      </span>
      <button type="button" aria-label={removeLabel} title={removeLabel} onClick={remove}>
        <span aria-hidden>×</span>
      </button>
    </li>
  )
}

/** A row of chips with a name of its own. */
export function Chips({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={styles['chips']} aria-label={label}>
      {children}
    </ul>
  )
}

/** The button of the chip beside: focus goes there, else it would fall back to the start of the page. */
function neighbour(button: HTMLButtonElement): HTMLButtonElement | null {
  const item = button.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  return beside?.querySelector('button') ?? null
}
