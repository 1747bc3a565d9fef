/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid has no table to be part of */
import { memo } from 'react'
import styles from './Grid.module.css'
import { GridRow } from './GridRow.tsx'
import type { GridLayout } from './columns.ts'
import type { GridEditing } from './grid-props.ts'
import type { Place } from './navigation.ts'
import { readRowKeys } from './read.ts'
import type { SelectedArea } from './selection.ts'
import type { GridSource } from './source.ts'
import type { GridWindow } from './window.ts'

interface GridBodyProps {
  readonly source: GridSource
  readonly order: number
  readonly rowCount: number
  readonly headRows: number
  /** Rows still to come: their room is kept and drawn empty. */
  readonly placeholderRows: number
  readonly rowHeight: number
  readonly layout: GridLayout
  readonly window: GridWindow
  readonly place: Place
  readonly isSelectable: boolean
  readonly area: SelectedArea | null
  readonly editing: GridEditing | null
}

/** The rows that stand in the page, each moved to where it belongs in the height of all. */
export const GridBody = memo(function GridBody(props: GridBodyProps) {
  const { source, rowCount, rowHeight, layout, window, place, area, editing } = props
  const rows = readRowKeys(source, shownRows(window, place.row, rowCount), props.order)
  return (
    <div
      role="rowgroup"
      className={styles['body']}
      style={{ blockSize: (rowCount + props.placeholderRows) * rowHeight }}
    >
      {rows.map(({ index, rowKey }) => {
        const isSelected = area !== null && area.rows.first <= index && index < area.rows.end
        const isEdited = editing?.rowKey === rowKey
        return (
          <GridRow
            key={rowKey}
            source={source}
            rowKey={rowKey}
            ariaIndex={props.headRows + index + 1}
            top={index * rowHeight}
            layout={layout}
            first={window.columns.first}
            end={window.columns.end}
            active={place.row === index ? place.column : -1}
            isSelectable={props.isSelectable}
            selectedFirst={isSelected ? area.columns.first : 0}
            selectedEnd={isSelected ? area.columns.end : 0}
            editor={isEdited ? editing.editor : null}
            editorColumn={isEdited ? editing.columnId : null}
          />
        )
      })}
      {props.placeholderRows > 0 ? (
        <div
          className={styles['placeholder']}
          style={{ insetBlockStart: rowCount * rowHeight, blockSize: props.placeholderRows * rowHeight }}
        />
      ) : null}
    </div>
  )
})

/** The rows of the window, and the active one wherever it is: the focused element must not leave the page. */
function shownRows({ rows }: GridWindow, active: number, rowCount: number): number[] {
  const end = Math.min(rows.end, rowCount)
  const shown = Array.from({ length: Math.max(0, end - rows.first) }, (_, step) => rows.first + step)
  if (active < 0 || active >= rowCount || (rows.first <= active && active < end)) return shown
  return active < rows.first ? [active, ...shown] : [...shown, active]
}
