import type { CSSProperties } from 'react'
import styles from './GridTip.module.css'
import type { Tip } from './use-tip.ts'

interface TipStyle extends CSSProperties {
  readonly '--tip-start': string
}

/** The words beside a cell. For the eye only: a screen reader has them from the cell's name. */
export function GridTip({ tip }: { readonly tip: Tip | null }) {
  if (!tip) return null
  const style: TipStyle = { '--tip-start': `${tip.start}px`, insetBlockStart: tip.top }
  return (
    <div className={styles['tip']} style={style} aria-hidden>
      {tip.text}
    </div>
  )
}
