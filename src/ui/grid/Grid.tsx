import { useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import styles from './Grid.module.css'
import { GridBody } from './GridBody.tsx'
import { GridFoot } from './GridFoot.tsx'
import { GridHead } from './GridHead.tsx'
import { GridTip } from './GridTip.tsx'
import { gridInput } from './grid-input.ts'
import type { GridProps } from './grid-props.ts'
import { sizesOf } from './heights.ts'
import { type Place, within } from './navigation.ts'
import { selectedArea } from './selection.ts'
import type { CellAddress } from './source.ts'
import { useActiveCell } from './use-active-cell.ts'
import { useDragSelection } from './use-drag-selection.ts'
import { useKeptInView } from './use-kept-in-view.ts'
import { useLongPress } from './use-long-press.ts'
import { useTable } from './use-table.ts'
import { useTap } from './use-tap.ts'
import { useTip } from './use-tip.ts'
import { useViewport } from './use-viewport.ts'
import { useWindow } from './use-window.ts'

/** Rows lower than this have no room for two lines. At a root font size of 16 px. */
const COMPACT = 34

/**
 * A virtual data grid: as many rows and columns as there are, the page holding only those in sight. Rows come from a
 * `GridSource` by key; keys and screen readers work as the WAI-ARIA Authoring Practices say for a data grid.
 *
 * @example
 * <Grid
 *   ref={grid}
 *   label="Gradebook"
 *   source={source}
 *   columns={columns}
 *   groups={[{ id: 'hw', label: 'Homework', detail: '15 % · lowest 2 dropped' }]}
 *   frozen={2}
 *   sort={{ columnId: 'total', direction: 'descending' }}
 *   footRow="mean"
 *   rowTotal={1240}
 *   onOpen={({ rowKey, columnId }) => openEditor(rowKey, columnId)}
 *   onHeaderAction={(columnId, header) => setMenu({ columnId, anchor: header })}
 * />
 */
export function Grid({ ref, ...props }: GridProps) {
  const { source, footRow } = props
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const viewport = useViewport(scroller)
  const { order, rowCount, columns, resize, layout, heights, hasGroups, headRows } = useTable(props, viewport)
  const { window, onScroll, reveal } = useWindow({ scroller, viewport, layout, heights, rowCount })
  const active = useActiveCell({ scroller, source, order, rowCount, headRows, layout, reveal })
  const { place } = active
  const tip = useTip(root)
  const area = selectedArea(props.selection ?? null, source, order, layout.columns)
  // Of a selection that is drawn the far end is followed; a cell that the page marks is kept in view.
  const isDrawn =
    area !== null && (area.rows.end - area.rows.first > 1 || area.columns.end - area.columns.first > 1)
  useKeptInView(
    area && !isDrawn ? { row: area.rows.first, column: area.columns.first } : null,
    viewport,
    reveal,
  )
  useNearEnd(rowCount > 0 && window.rows.end >= rowCount ? rowCount : null, props.onNearEnd)

  const hasFoot = footRow !== undefined
  const page = Math.max(1, Math.floor((viewport.block - heights.head - heights.foot) / heights.row) - 1)
  const bounds = { rowCount, columnCount: columns.length, hasFoot, groups: layout.groups, page }
  const addressOf = ({ row, column }: Place): CellAddress | null => {
    const columnId = columns[column]?.id
    if (row < 0 || row >= rowCount || columnId === undefined) return null
    return { rowKey: source.rowKey(row), columnId }
  }
  const find = ({ rowKey, columnId }: CellAddress): Place | null => {
    const at = { row: source.rowIndex(rowKey), column: columns.findIndex(({ id }) => id === columnId) }
    return at.row < 0 || at.column < 0 ? null : at
  }
  const { onSelect } = props
  const select =
    onSelect &&
    ((from?: Place, to?: Place, isWhole = false) => {
      const anchor = from && addressOf(from)
      const head = to && addressOf(to)
      onSelect(anchor && head ? { anchor, head } : null)
      if (to && !isWhole) reveal(to)
    })
  const drag = useDragSelection({ scroller, headRows, rowCount, select: select ?? null })
  const tap = useTap()
  const input = gridInput({
    ...props,
    columns,
    bounds,
    headRows,
    place,
    head: props.selection && onSelect ? find(props.selection.head) : null,
    go: active.go,
    select: select ?? null,
    wasDrag: drag.wasDrag,
    wasTappedAgain: tap.wasTappedAgain,
    wasLongPress: () => press.isOver(),
    addressOf,
  })

  const press = useLongPress((cell) => input.openMenu(cell))

  useImperativeHandle(ref, () => {
    return {
      focusCell(address) {
        if (!find(address)) return false
        active.goTo(address)
        return true
      },
      scrollTo(address) {
        const at = find(address)
        if (at) reveal(at)
        return at !== null
      },
      focus: () => active.focus(),
      step: ({ rows, columns }) => {
        select?.()
        const row = Math.min(Math.max(place.row + rows, 0), rowCount - 1)
        const to = within({ row, column: place.column + columns }, bounds)
        active.go(to)
        return addressOf(to)
      },
      activeCell: () => addressOf(place),
    }
  })

  const onPointerEnd = () => {
    drag.onPointerEnd()
    press.onPointerEnd()
  }
  const placeholderRows = props.placeholderRows ?? 0
  const ariaRows = ariaRowCount(props.rowTotal, rowCount, headRows + (hasFoot ? 1 : 0))
  return (
    <div ref={root} className={styles['root']} onPointerOver={tip.onPointerOver} onPointerLeave={tip.hide}>
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={ariaRows ?? -1}
        aria-colcount={columns.length}
        aria-multiselectable={props.selection === undefined ? undefined : true}
        aria-busy={rowCount === 0 && placeholderRows > 0}
        // Firefox makes every scroller a tab stop; the active cell is the only one here.
        tabIndex={-1}
        className={styles['scroller']}
        style={sizesOf(heights, layout)}
        data-compact={heights.row < COMPACT * viewport.scale ? '' : undefined}
        onScroll={() => {
          tip.hide()
          onScroll()
        }}
        onClick={input.onClick}
        onDoubleClick={input.onDoubleClick}
        onContextMenu={input.onContextMenu}
        onMouseDown={input.onMouseDown}
        onPointerDown={(event) => {
          tap.onPointerDown(event)
          drag.onPointerDown(event)
          press.onPointerDown(event)
        }}
        onPointerMove={(event) => {
          drag.onPointerMove(event)
          press.onPointerMove(event)
        }}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onTouchEnd={press.onTouchEnd}
        onKeyDown={(event) => {
          tip.onKeyDown(event)
          input.onKeyDown(event)
        }}
        onFocus={(event) => {
          tip.onFocus(event)
          active.onFocus(event)
        }}
        onBlur={active.onBlur}
      >
        <GridHead
          layout={layout}
          first={window.columns.first}
          end={window.columns.end}
          hasGroups={hasGroups}
          activeRow={Math.min(place.row, 0)}
          activeColumn={place.row < 0 ? place.column : -1}
          sort={props.sort ?? null}
          hasMenus={props.onHeaderAction !== undefined}
          resize={resize}
        />
        <GridBody
          source={source}
          order={order}
          rowCount={rowCount}
          headRows={headRows}
          placeholderRows={placeholderRows}
          rowHeight={heights.row}
          layout={layout}
          window={window}
          place={place}
          isSelectable={props.selection !== undefined}
          area={area}
          editing={props.editing ?? null}
        />
        {hasFoot ? (
          <GridFoot
            source={source}
            rowKey={footRow}
            ariaIndex={ariaRows ?? undefined}
            layout={layout}
            first={window.columns.first}
            end={window.columns.end}
            active={place.row >= 0 && place.row === rowCount ? place.column : -1}
            isHeld={heights.foot > 0}
          />
        ) : null}
      </div>
      {rowCount === 0 && placeholderRows === 0 && props.empty ? (
        <div className={styles['empty']} style={{ insetBlockStart: heights.head }}>
          {props.empty}
        </div>
      ) : null}
      <GridTip tip={tip.tip} />
    </div>
  )
}

/** Gives `aria-rowcount`, with header and foot; null while the number of rows is not known. */
function ariaRowCount(total: number | null | undefined, rowCount: number, others: number): number | null {
  return total === null ? null : Math.max(total ?? 0, rowCount) + others
}

/** Tells each time when the end comes into the window, and when it still is there after more rows have come. */
function useNearEnd(seenEnd: number | null, onNearEnd: (() => void) | undefined): void {
  const tell = useEffectEvent(() => onNearEnd?.())
  useEffect(() => {
    if (seenEnd !== null) tell()
  }, [seenEnd])
}
