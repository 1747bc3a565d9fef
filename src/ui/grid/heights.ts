import type { CSSProperties } from 'react'
import type { GridLayout } from './columns.ts'
import type { Viewport } from './measure.ts'

/** Heights of the parts, in pixels. */
export interface Heights {
  readonly row: number
  readonly groups: number
  readonly headers: number
  /** Both rows of the head together. */
  readonly head: number
  readonly footRow: number
  /** What the foot covers at the bottom of the view. */
  readonly foot: number
}

/** At a root font size of 16 px. */
const GROUPS_HEIGHT = 28
const HEADERS_HEIGHT = 30
const FOOT_HEIGHT = 36
/** In a view lower than this (a page enlarged four times) the foot is no longer held at the bottom. */
const LOW = 240

interface HeightOptions {
  /** At a root font size of 16 px. */
  readonly rowHeight: number
  readonly headRows: number
  readonly hasFoot: boolean
  readonly viewport: Viewport
}

/** Gives the heights of the parts in a view. */
export function heightsOf({ rowHeight, headRows, hasFoot, viewport }: HeightOptions): Heights {
  const { scale, block } = viewport
  const row = Math.round(rowHeight * scale)
  const groups = headRows > 1 ? Math.round(GROUPS_HEIGHT * scale) : 0
  const headers = Math.round(HEADERS_HEIGHT * scale)
  const footRow = Math.round(FOOT_HEIGHT * scale)
  const isLow = block > 0 && block < LOW * scale
  return { row, groups, headers, head: groups + headers, footRow, foot: hasFoot && !isLow ? footRow : 0 }
}

interface GridSizes extends CSSProperties {
  readonly '--row-height': string
  readonly '--groups-height': string
  readonly '--headers-height': string
  readonly '--head-height': string
  readonly '--foot-row-height': string
  readonly '--foot-height': string
  readonly '--columns-size': string
  readonly '--frozen-size': string
}

/** Gives the same sizes to the stylesheet: what is computed and what is drawn cannot part. */
export function sizesOf(heights: Heights, layout: GridLayout): GridSizes {
  return {
    '--row-height': `${heights.row}px`,
    '--groups-height': `${heights.groups}px`,
    '--headers-height': `${heights.headers}px`,
    '--head-height': `${heights.head}px`,
    '--foot-row-height': `${heights.footRow}px`,
    '--foot-height': `${heights.foot}px`,
    '--columns-size': `${layout.size}px`,
    '--frozen-size': `${layout.frozenSize}px`,
  }
}
