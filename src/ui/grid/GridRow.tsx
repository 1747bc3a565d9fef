/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid has no table to be part of */
import { type ReactNode, memo, useSyncExternalStore } from 'react'
import styles from './Grid.module.css'
import { GridCell } from './GridCell.tsx'
import { type GridLayout, shownColumns } from './columns.ts'
import { readCells } from './read.ts'
import type { GridSource } from './source.ts'

interface GridRowProps {
  readonly source: GridSource
  readonly rowKey: string
  /** `aria-rowindex`; undefined while the number of rows before it is not known. */
  readonly ariaIndex: number | undefined
  /** Distance from the top of the body in pixels; null for the foot, which sticks. */
  readonly top: number | null
  readonly layout: GridLayout
  /** The window of scrolling columns; `end` is excluded. */
  readonly first: number
  readonly end: number
  /** Position of the active column where the active cell is in this row, else -1. It is drawn wherever it stands. */
  readonly active: number
  readonly isSelectable: boolean
  readonly selectedFirst: number
  readonly selectedEnd: number
  readonly editor: ReactNode
  readonly editorColumn: string | null
}

/** One row of the body, or the foot. It follows its own version: when a cell changes, this function runs again, and one cell. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { source, rowKey, top, layout, active } = props
  const version = useSyncExternalStore(
    (listener) => source.subscribe(rowKey, listener),
    () => source.version(rowKey),
  )
  const cells = readCells(source, rowKey, shownColumns(layout, props.first, props.end, active), version)
  return (
    <div
      role="row"
      aria-rowindex={props.ariaIndex}
      className={top === null ? styles['footRow'] : styles['row']}
      style={top === null ? undefined : { transform: `translateY(${top}px)` }}
      data-foot={top === null ? '' : undefined}
    >
      {cells.map(({ placed, view }) => (
        <GridCell
          key={placed.column.id}
          placed={placed}
          isActive={placed.index === active}
          isSelected={
            props.isSelectable
              ? props.selectedFirst <= placed.index && placed.index < props.selectedEnd
              : undefined
          }
          editor={props.editorColumn === placed.column.id ? props.editor : null}
          // One by one: what else a view may carry must not draw the cell again.
          text={view.text}
          second={view.second}
          spoken={view.spoken}
          bar={view.bar}
          state={view.state}
          mark={view.mark}
          align={view.align}
          tone={view.tone}
          hint={view.hint}
        />
      ))}
    </div>
  )
})
