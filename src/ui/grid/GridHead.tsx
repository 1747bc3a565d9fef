/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid has no table to be part of */
import { type CSSProperties, memo } from 'react'
import styles from './GridHead.module.css'
import { type GridLayout, type PlacedColumn, type PlacedGroup, shownColumns } from './columns.ts'
import { GROUPS, HEADER } from './navigation.ts'
import type { GridSort } from './grid-props.ts'
import type { ResizeHandlers } from './use-column-resize.ts'

interface GridHeadProps {
  readonly layout: GridLayout
  /** The window of scrolling columns; `end` is excluded. */
  readonly first: number
  readonly end: number
  readonly hasGroups: boolean
  /** The active cell where it is in the head: its row (`GROUPS` or `HEADER`) and column; -1 as column elsewhere. */
  readonly activeRow: number
  readonly activeColumn: number
  readonly sort: GridSort | null
  readonly hasMenus: boolean
  readonly resize: ResizeHandlers | null
}

/** The rows of column groups and of column headers. They stay at the top. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { layout, first, end, hasGroups, activeRow, activeColumn } = props
  const columns = shownColumns(layout, first, end, activeRow === HEADER ? activeColumn : -1)
  const groups = layout.groups.filter(
    (run) =>
      run.isFrozen || (run.first < end && first < run.end) || holdsActive(run, activeRow, activeColumn),
  )
  return (
    <div role="rowgroup" className={styles['head']}>
      {hasGroups ? (
        <div role="row" aria-rowindex={1} className={styles['groups']}>
          {groups.map((run) => (
            <GroupCell key={run.first} run={run} isActive={holdsActive(run, activeRow, activeColumn)} />
          ))}
        </div>
      ) : null}
      <div role="row" aria-rowindex={hasGroups ? 2 : 1} className={styles['headers']}>
        {columns.map((placed) => (
          <HeaderCell
            key={placed.column.id}
            placed={placed}
            isActive={activeRow === HEADER && activeColumn === placed.index}
            direction={props.sort?.columnId === placed.column.id ? props.sort.direction : null}
            hasMenu={props.hasMenus}
            resize={props.resize}
          />
        ))}
      </div>
    </div>
  )
})

function holdsActive(run: PlacedGroup, row: number, column: number): boolean {
  return row === GROUPS && run.first <= column && column < run.end
}

/** A group without a name is an empty cell: there is nothing to be read or focused. */
function GroupCell({ run, isActive }: { readonly run: PlacedGroup; readonly isActive: boolean }) {
  const { group } = run
  return (
    <div
      role={group ? 'columnheader' : 'gridcell'}
      aria-colindex={run.first + 1}
      aria-colspan={run.end - run.first}
      tabIndex={group ? (isActive ? 0 : -1) : undefined}
      className={styles['group']}
      style={placeOf(run)}
      data-frozen={run.isFrozen ? '' : undefined}
      data-edge={run.isEdge ? '' : undefined}
      data-named={group ? '' : undefined}
    >
      {group ? (
        <span className={styles['groupLabel']}>
          <b>{group.label}</b>
          {group.detail ? ' · ' : null}
          {group.detail ? <span>{group.detail}</span> : null}
        </span>
      ) : null}
    </div>
  )
}

/** A header that is longer than most columns are wide. */
const LONG = 8

/** Where there is no room for all of a long label, its running number stays: it is what tells the columns apart. */
function Label({ text }: { readonly text: string }) {
  const [, head, number] = (text.length > LONG && /^(.*\S)(\s+\d+)$/.exec(text)) || []
  if (head === undefined) return <span className={styles['label']}>{text}</span>
  return (
    <span className={styles['parted']} dir="auto">
      <span className={styles['label']}>{head}</span>
      <span className={styles['number']}>{number}</span>
    </span>
  )
}

interface HeaderCellProps {
  readonly placed: PlacedColumn
  readonly isActive: boolean
  readonly direction: GridSort['direction'] | null
  readonly hasMenu: boolean
  readonly resize: ResizeHandlers | null
}

function HeaderCell({ placed, isActive, direction, hasMenu, resize }: HeaderCellProps) {
  const { column } = placed
  return (
    <div
      role="columnheader"
      aria-colindex={placed.index + 1}
      aria-label={column.name}
      aria-sort={direction ?? (column.isSortable ? 'none' : undefined)}
      aria-haspopup={hasMenu ? 'menu' : undefined}
      tabIndex={isActive ? 0 : -1}
      className={styles['header']}
      style={placeOf(placed)}
      data-align={column.align ?? (placed.index === 0 ? 'start' : 'end')}
      data-frozen={placed.isFrozen ? '' : undefined}
      data-edge={placed.isEdge ? '' : undefined}
      data-hint={column.name === column.header ? undefined : column.name}
    >
      <Label text={column.header} />
      {resize ? (
        <span
          className={styles['handle']}
          data-handle=""
          onPointerDown={(event) => resize.onPointerDown(column, event)}
          onPointerMove={resize.onPointerMove}
          onPointerUp={resize.onPointerUp}
          onPointerCancel={resize.onPointerCancel}
          onDoubleClick={() => resize.onReset(column)}
        />
      ) : null}
    </div>
  )
}

function placeOf({ start, size }: { readonly start: number; readonly size: number }): CSSProperties {
  return { insetInlineStart: start, inlineSize: size }
}
