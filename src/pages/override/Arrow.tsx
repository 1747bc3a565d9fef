import type { ReactNode } from 'react'
import styles from './OverridePanel.module.css'

/** An arrow for the eye, a word for the ear; it points the way one reads. */
export function Arrow({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles['arrow']}>
      <span className="visually-hidden">{children}</span>
    </span>
  )
}

/** For messages: `{from} <to>to</to> {will}`. */
export const arrow = (words: ReactNode[]) => <Arrow key="arrow">{words}</Arrow>
