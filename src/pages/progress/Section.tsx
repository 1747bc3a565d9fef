import { type ReactNode, useId } from 'react'
import styles from './Progress.module.css'

interface SectionProps {
  readonly title: ReactNode
  /** One sentence that says what stands here. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** One question of the page, with its answer. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
      {children}
    </section>
  )
}
