import { type KeyboardEvent, type ReactNode, useId } from 'react'
import styles from './Tabs.module.css'

interface TabsProps<Value extends string> {
  readonly label: string
  readonly tabs: ReadonlyArray<{ readonly value: Value; readonly label: ReactNode }>
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

/** Tabs over one panel; arrows, Home and End choose among them, as the ARIA practices have it. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, children }: TabsProps<Value>) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = stepOf(event.key, getComputedStyle(event.currentTarget).direction === 'rtl')
    const from = tabs.findIndex((tab) => tab.value === value)
    const next = step === null ? undefined : tabs.at(step(from, tabs.length))
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    document.getElementById(`${id}-${next.value}`)?.focus()
  }
  return (
    <div className={styles['tabs']}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have the focus */}
      <div role="tablist" aria-label={label} className={styles['list']} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={styles['panel']}>
        {children}
      </div>
    </div>
  )
}

type Step = (from: number, count: number) => number

function stepOf(key: string, mirrored: boolean): Step | null {
  if (key === 'Home') return () => 0
  if (key === 'End') return (_from, count) => count - 1
  const forward = mirrored ? 'ArrowLeft' : 'ArrowRight'
  const back = mirrored ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (from, count) => (from + 1) % count
  if (key === back) return (from) => from - 1
  return null
}
