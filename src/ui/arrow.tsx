import type { ReactNode } from 'react'
import styles from './arrow.module.css'

/** For messages, `{before} <to>to</to> {after}`: an arrow for the eye that points the way one reads, a word for the ear. */
export const arrow = (words: ReactNode[]) => (
  <span key="arrow" className={styles['arrow']}>
    <span className="visually-hidden">{words}</span>
  </span>
)
