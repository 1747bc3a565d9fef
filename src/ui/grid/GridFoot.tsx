/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid has no table to be part of */
import styles from './Grid.module.css'
import { GridRow } from './GridRow.tsx'
import type { GridLayout } from './columns.ts'
import type { GridSource } from './source.ts'

interface GridFootProps {
  readonly source: GridSource
  readonly rowKey: string
  readonly ariaIndex: number | undefined
  readonly layout: GridLayout
  readonly first: number
  readonly end: number
  readonly active: number
  /** Whether it is held at the bottom of the view. */
  readonly isHeld: boolean
}

/** A row of the source that stays under all others, and at the bottom of the view where there is room. */
export function GridFoot({ isHeld, ...row }: GridFootProps) {
  return (
    <div role="rowgroup" className={styles['foot']} data-held={isHeld ? '' : undefined}>
      <GridRow
        {...row}
        top={null}
        isSelectable={false}
        selectedFirst={0}
        selectedEnd={0}
        editor={null}
        editorColumn={null}
      />
    </div>
  )
}
