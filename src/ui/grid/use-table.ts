import { useSyncExternalStore } from 'react'
import { type GridColumn, type GridGroup, type GridLayout, layOut } from './columns.ts'
import type { GridProps } from './grid-props.ts'
import { type Heights, heightsOf } from './heights.ts'
import type { Viewport } from './measure.ts'
import { readRowCount } from './read.ts'
import { type ResizeHandlers, useColumnResize } from './use-column-resize.ts'

/** What there is, and how large. */
export interface Table {
  /** Version of order and number of rows. */
  readonly order: number
  readonly rowCount: number
  readonly columns: readonly GridColumn[]
  readonly resize: ResizeHandlers | null
  readonly layout: GridLayout
  readonly heights: Heights
  readonly hasGroups: boolean
  readonly headRows: number
}

const NO_GROUPS: readonly GridGroup[] = []

/** Gives the sizes and positions of all that a grid shows; the same objects until something in them changes. */
export function useTable(props: GridProps, viewport: Viewport): Table {
  const { source } = props
  const order = useSyncExternalStore(
    (listener) => source.order.subscribe(listener),
    () => source.order.version(),
  )
  const groups = props.groups ?? NO_GROUPS
  const { columns, resize } = useColumnResize(props.columns, viewport.scale, props.onColumnResize)
  const hasGroups = groups.length > 0
  const headRows = hasGroups ? 2 : 1
  return {
    order,
    rowCount: readRowCount(source, order),
    columns,
    resize,
    layout: layOut(columns, { ...viewport, groups, frozen: props.frozen ?? 1 }),
    heights: heightsOf({
      rowHeight: props.rowHeight ?? 36,
      headRows,
      hasFoot: props.footRow !== undefined,
      viewport,
    }),
    hasGroups,
    headRows,
  }
}
