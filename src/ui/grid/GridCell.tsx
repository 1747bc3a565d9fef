import { type CSSProperties, type ReactNode, memo } from 'react'
import styles from './GridCell.module.css'
import type { PlacedColumn } from './columns.ts'
import type { CellView } from './source.ts'

interface GridCellProps extends CellView {
  readonly placed: PlacedColumn
  readonly isActive: boolean
  /** Undefined where nothing can be selected. */
  readonly isSelected: boolean | undefined
  /** Stands in the place of the text while the cell is being edited. */
  readonly editor: ReactNode
}

const FREE = styles['cell'] ?? ''
const FROZEN = `${FREE} ${styles['frozen']}`
const EDGE = `${FROZEN} ${styles['edge']}`

/** One cell of the body or the foot. Drawn again only when something in its view differs. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { placed, isActive, isSelected, editor, text, second, spoken, bar, state, mark, tone, hint } = props
  const isFirst = placed.index === 0
  const align = props.align ?? (isFirst ? 'start' : 'end')
  const drawn = typeof bar === 'number'
  const { second: secondAt = 'below' } = placed.column
  // Two texts in one line of a low row, each in its own direction: neither may turn the line round.
  const isNamed = Boolean(second) && secondAt === 'below' && align === 'start'
  return (
    <div
      role={isFirst ? 'rowheader' : 'gridcell'}
      aria-colindex={placed.index + 1}
      aria-label={spoken ?? undefined}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={placed.isEdge ? EDGE : placed.isFrozen ? FROZEN : FREE}
      style={styleOf(placed, drawn ? Math.min(Math.max(bar, 0), 1) : null)}
      data-align={align === 'end' ? undefined : align}
      data-state={state === 'plain' ? undefined : state}
      data-tone={tone === 'plain' ? undefined : tone}
      data-mark={mark ?? undefined}
      data-bar={drawn ? '' : undefined}
      data-named={isNamed ? '' : undefined}
      data-hint={hint ?? undefined}
      data-editing={editor ? '' : undefined}
    >
      {editor ?? (
        <>
          {isNamed ? <bdi className={styles['name']}>{text}</bdi> : text}
          {/* Parted by a space, for whoever reads or copies the cell as one text. */}
          {second ? ' ' : null}
          {second ? <span className={styles[secondAt]}>{second}</span> : null}
        </>
      )}
    </div>
  )
})

/** What the stylesheet reads besides properties of its own. */
interface CellStyle extends CSSProperties {
  readonly '--bar-length'?: number
  readonly '--beside'?: string
}

function styleOf({ start, size, column }: PlacedColumn, bar: number | null): CellStyle {
  const style: CellStyle = { insetInlineStart: start, inlineSize: size }
  if (bar !== null) return { ...style, '--bar-length': bar }
  return column.besideWidth === undefined ? style : { ...style, '--beside': `${column.besideWidth}px` }
}
