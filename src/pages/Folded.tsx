import { type ReactNode, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { Button } from '#src/ui/Button.tsx'
import styles from './Folded.module.css'

interface FoldedProps<Item> {
  readonly items: readonly Item[]
  /** How many stand there at first. */
  readonly first: number
  /** Draws the list around the items that are shown. Each item is to be an element with `data-item`, to be focused. */
  readonly children: (shown: readonly Item[]) => ReactNode
}

/** How many more one press shows: what a slow device draws at once. */
const STEP = 100

/** A list that begins short and is unfolded on demand. */
export function Folded<Item>({ items, first, children }: FoldedProps<Item>) {
  const intl = useIntl()
  const box = useRef<HTMLDivElement>(null)
  const [limit, setLimit] = useState(first)
  // A button for one or two more would save nothing.
  const isCut = items.length > limit + 2
  const shown = isCut ? items.slice(0, limit) : items
  const rest = items.length - shown.length
  const unfold = () => {
    setLimit(limit + STEP)
    // Where the new ones begin one goes on reading; the button may be gone.
    requestAnimationFrame(() => {
      const next = box.current?.querySelectorAll<HTMLElement>('[data-item]')[shown.length]
      next?.focus()
    })
  }
  return (
    <div ref={box}>
      {children(shown)}
      {isCut ? (
        <div className={styles['more']}>
          <Button size="small" onPress={unfold}>
            {intl.formatMessage(
              { id: 'list.showMore' },
              { count: Math.min(STEP, rest), rest, isAll: String(rest <= STEP) },
            )}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
