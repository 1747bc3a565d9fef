import type { ReactNode } from 'react'
import styles from './Around.module.css'

interface FactProps {
  /** What it is about. */
  readonly title: ReactNode
  /** How it stands, in a few words. */
  readonly state?: ReactNode
  readonly children?: ReactNode
  /** Links that lead on; left out on paper. */
  readonly actions?: ReactNode
}

/** One thing that stands around the grade. */
export function Fact({ title, state, children, actions }: FactProps) {
  return (
    <div className={styles['fact']}>
      <h3>{title}</h3>
      {state === undefined ? null : <p className={styles['state']}>{state}</p>}
      {children}
      {actions === undefined || actions === null ? null : <p className={styles['actions']}>{actions}</p>}
    </div>
  )
}
