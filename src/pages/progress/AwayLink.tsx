import type { ReactNode } from 'react'
import styles from './Around.module.css'

interface AwayLinkProps {
  /** Checked: the links of the domain are. */
  readonly href: string
  readonly children: ReactNode
}

/** Leads out of this application, into the learning system. */
export function AwayLink({ href, children }: AwayLinkProps) {
  return (
    <a href={href} className={styles['away']}>
      {children}
    </a>
  )
}
