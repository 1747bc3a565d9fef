import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { isRtl } from '#src/ui/grid/dom.ts'
import styles from './CellNote.module.css'

interface CellNoteProps {
  readonly id: string
  readonly tone: 'refused' | 'ask' | 'reading'
  readonly children: ReactNode
  /** Says yes to what is asked: not every touch keyboard has Enter. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | null
}

/** Least distance from the edge of the page, and from the cell, in pixels. */
const EDGE = 8
const GAP = 4

/**
 * Words at a cell that is being edited. They stand above everything, so that neither a low table nor a narrow screen
 * cuts them off, and go where the cell goes.
 */
export function CellNote({ id, tone, children, action }: CellNoteProps) {
  const note = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = note.current
    const cell = element?.parentElement
    if (!element || !cell) return undefined
    // jsdom knows no popovers.
    element.showPopover?.()
    const put = () => place(element, cell)
    put()
    addEventListener('scroll', put, { capture: true, passive: true })
    addEventListener('resize', put)
    return () => {
      removeEventListener('scroll', put, { capture: true })
      removeEventListener('resize', put)
    }
  })
  return (
    <div ref={note} popover="manual" className={styles['note']} data-tone={tone}>
      <span id={id}>{children}</span>
      {action ? (
        // Keys have their own way: they stay in the field, and so does the focus.
        <button
          type="button"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={action.onPress}
        >
          {action.label}
        </button>
      ) : null}
    </div>
  )
}

/** Below the cell, above it where there is no room; within the page. */
function place(note: HTMLElement, cell: Element): void {
  const box = cell.getBoundingClientRect()
  const { width, height } = note.getBoundingClientRect()
  const fits = box.bottom + GAP + height <= innerHeight - EDGE
  note.style.top = `${Math.max(EDGE, fits ? box.bottom + GAP : box.top - GAP - height)}px`
  const left = isRtl(cell) ? box.right - width : box.left
  note.style.left = `${Math.min(Math.max(EDGE, left), innerWidth - width - EDGE)}px`
}
