import type { ReactNode } from 'react'
import styles from './Problem.module.css'

interface ProblemProps {
  readonly title: string
  /** What happened, the cause as far as it is known, and what one can do. */
  readonly text: ReactNode
  /** The server's own words, or what a support person needs; shown small. */
  readonly detail?: ReactNode
  readonly actions?: ReactNode
  /** 1 where it stands for a whole page. */
  readonly level?: 1 | 2
}

/** A failure in words: stands where the thing that failed would be. */
export function Problem({ title, text, detail, actions, level = 1 }: ProblemProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section className={styles['problem']} role="alert">
      <Heading className={styles['title']} tabIndex={level === 1 ? -1 : undefined}>
        {title}
      </Heading>
      <p>{text}</p>
      {detail ? <p className={styles['detail']}>{detail}</p> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </section>
  )
}
