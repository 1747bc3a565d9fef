import { type PointerEvent, useState } from 'react'
import { type GridColumn, MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from './columns.ts'
import { isRtl } from './dom.ts'

/** Keeps a width in the range of the column, in whole pixels at a root font size of 16 px. */
function columnWidthWithin(column: GridColumn, width: number): number {
  return Math.round(Math.min(Math.max(width, column.minWidth ?? MIN_COLUMN_WIDTH), MAX_COLUMN_WIDTH))
}

interface Drag {
  /** As it was when the pointer went down at `from`. */
  readonly column: GridColumn
  readonly from: number
  readonly width: number
  /** The pointer is up: the width stays until the page's own column says otherwise. */
  readonly isDone: boolean
}

/** What the edge of a column header listens to. */
export interface ResizeHandlers {
  readonly onPointerDown: (column: GridColumn, event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
  readonly onReset: (column: GridColumn) => void
}

/** Lets the edges of headers be dragged. The columns given back carry the new width; the page is told once, at the end. */
export function useColumnResize(
  columns: readonly GridColumn[],
  scale: number,
  onResize: ((columnId: string, width: number | null) => void) | undefined,
): { readonly columns: readonly GridColumn[]; readonly resize: ResizeHandlers | null } {
  const [drag, setDrag] = useState<Drag | null>(null)
  const dragged = drag && columns.find(({ id }) => id === drag.column.id)
  if (drag?.isDone && dragged?.width !== drag.column.width) setDrag(null)
  const sized =
    drag && dragged?.width === drag.column.width
      ? columns.map((column) => (column === dragged ? { ...column, width: drag.width } : column))
      : columns
  if (!onResize) return { columns: sized, resize: null }
  return {
    columns: sized,
    resize: {
      onPointerDown: ({ id }, event) => {
        const column = columns.find((other) => other.id === id)
        if (!column || event.button !== 0) return
        // Neither focus nor text selection: the pointer is here for the edge.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ column, from: event.clientX, width: column.width, isDone: false })
      },
      onPointerMove: (event) => {
        if (!drag || drag.isDone) return
        const moved = ((event.clientX - drag.from) * (isRtl(event.currentTarget) ? -1 : 1)) / scale
        setDrag({ ...drag, width: columnWidthWithin(drag.column, drag.column.width + moved) })
      },
      onPointerUp: () => {
        if (!drag || drag.isDone) return
        const isMoved = drag.width !== drag.column.width
        setDrag(isMoved ? { ...drag, isDone: true } : null)
        if (isMoved) onResize(drag.column.id, drag.width)
      },
      onPointerCancel: () => setDrag(null),
      onReset: ({ id }) => {
        setDrag(null)
        onResize(id, null)
      },
    },
  }
}
