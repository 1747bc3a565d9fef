import { type ClipboardEvent, type RefObject, Suspense, lazy, useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { GradingInfo } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { lms } from '#src/lms/connect.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { LoadState } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import { Grid } from '#src/ui/grid/Grid.tsx'
import type { GridHandle } from '#src/ui/grid/grid-props.ts'
import type { GridSelection } from '#src/ui/grid/selection.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { NothingToShow } from './NothingToShow.tsx'
import { scoreWords } from './cell-words.ts'
import type { TableColumns } from './columns.ts'
import { tableCommands } from './commands.ts'
import { useGridActions } from './editing/use-grid-actions.ts'
import { useGridEditing } from './editing/use-grid-editing.tsx'
import { FOOT } from './foot-row.ts'
import type { Tool } from './menus.ts'
import { presentText } from './present-text.ts'
import type { Pasting } from './paste/use-pasting.tsx'
import type { RowOrder } from './row-order.ts'
import { selectedCells, targetOf } from './selected-cells.ts'
import { SheetSource } from './sheet-source.ts'
import { shownGrade } from './shown-grade.ts'
import styles from './GradebookPage.module.css'
import type { OpenMenu } from './table-menus.ts'
import type { TableState } from './table-state.ts'
import { isOnCell, useCopying } from './use-copying.ts'

const loadMenu = () => import('#src/ui/Menu.tsx')
const Menu = lazy(loadMenu)

/** Learners read at once when one scrolls to the end of what is read. */
const MORE = 1000
const ROW_HEIGHT = { comfortable: 36, compact: 28 }

export interface GradebookTableProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly table: TableState
  readonly columns: TableColumns
  readonly order: RowOrder
  readonly load: LoadState
  readonly searching: SearchState
  readonly grid: RefObject<GridHandle | null>
  /** The cell whose editor is open. */
  readonly openCell: CellAddress | null
  readonly onOpenCell: (cell: CellRef) => void
  readonly selection: GridSelection | null
  readonly onSelect: (selection: GridSelection | null) => void
  readonly onKeys: () => void
  readonly onTool: (tool: Tool) => void
  /** What makes the table take dropped files and pasted tables. */
  readonly pasting?: Pick<Pasting, 'zone' | 'takesTable'>
}

/** The grid with its menus, on the sheet. */
export function GradebookTable(props: GradebookTableProps) {
  const { gradebook, info, table, columns, order, load, searching, grid, openCell, onOpenCell } = props
  const { selection, onSelect, onKeys, pasting } = props
  const intl = useIntl()
  const toasts = useToasts()
  const navigate = useNavigate()
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { sheet, edits, loader } = gradebook
  const { settings, sort } = table
  const scores = settings.score ?? 'percent'
  const canSave = lms().saveOverrides !== undefined
  const source = new SheetSource({ intl, info, sheet, edits, order, scores, canSave })
  const reader = { sheet, state: edits.state(), order, scores }
  const cellsNow = () => {
    const active = grid.current?.activeCell() ?? null
    return selectedCells(selection ?? (active && { anchor: active, head: active }), order, columns.columns)
  }
  const { onCopy, copyTable, copyCells } = useCopying(cellsNow, reader)
  const shown = ({ learnerId, subsectionId }: CellRef) =>
    shownGrade(sheet, edits.state(), sheet.row(learnerId), sheet.column(subsectionId))
  const { editing, edit } = useGridEditing({
    gradebook,
    info,
    scores,
    grid,
    wordsOf: (cell) => {
      const grade = shown(cell)
      return grade ? scoreWords(intl, grade) : ''
    },
    textOf: (cell) => presentText(gradebook, cell, scores, decimalOf(intl.locale)),
  })
  const work = useGridActions({
    gradebook,
    info,
    scores,
    targetNow: () => targetOf(cellsNow(), order, sheet, columns.columns),
    shown,
    spoken: ({ learnerId, subsectionId }) => source.cell(learnerId, subsectionId).spoken ?? '',
    focus: ({ learnerId, subsectionId }) =>
      grid.current?.focusCell({ rowKey: learnerId, columnId: subsectionId }) ?? false,
  })
  const onPaste = (event: ClipboardEvent) => {
    if (!isOnCell(event)) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    work.run({ name: 'paste', text }, pasting?.takesTable(text))
  }
  const commands = tableCommands({
    run: work.run,
    onKeys,
    copyTable,
    onDetails: (g) => {
      if (g.address && isGrade(g.address)) onOpenCell(cellRef(g.address))
      else g.activate()
    },
  })

  const openMenu = (menuOf: (menus: typeof import('./table-menus.ts')) => OpenMenu | null) => {
    // At the same time: a failure shows when it is drawn.
    void loadMenu().catch(() => undefined)
    import('./table-menus.ts').then(
      (menus) => setMenu(menuOf(menus)),
      () => toasts.show({ text: intl.formatMessage({ id: 'gradebook.actions.notLoaded' }), tone: 'bad' }),
    )
  }
  const menuWork = { ...props, intl, toasts, navigate, source, copyCells, edit, run: work.run }
  const onMenu = (address: CellAddress, anchor: Element) =>
    openMenu((menus) =>
      isGrade(address)
        ? menus.cellMenuOf(menuWork, address, anchor)
        : menus.learnerMenuOf(menuWork, address.rowKey, anchor),
    )

  const onOpen = (address: CellAddress, cell: HTMLElement) => {
    if (!isGrade(address)) onMenu(address, cell)
    // An override editor that is open follows; none opens.
    else if (openCell) onOpenCell(cellRef(address))
  }
  const onEdit = (address: CellAddress, cell: HTMLElement, typed: string | null) => {
    if (isGrade(address) || typed !== null) edit(address, typed)
    else onMenu(address, cell)
  }

  // Nothing has come yet, and nothing has failed; before the reading starts it counts as paused.
  const isWaiting = load.read === 0 && (load.status === 'reading' || load.status === 'paused')
  return (
    <div className={styles['table']} onCopy={onCopy} onPaste={onPaste} {...pasting?.zone}>
      <Grid
        ref={grid}
        label={intl.formatMessage({ id: 'gradebook.title' })}
        source={source}
        columns={columns.columns}
        groups={columns.groups}
        frozen={columns.frozen}
        rowHeight={ROW_HEIGHT[settings.density ?? 'comfortable']}
        sort={sort && { columnId: sort.by, direction: sort.direction }}
        footRow={FOOT}
        placeholderRows={isWaiting ? 20 : 0}
        rowTotal={rowTotal(load, searching)}
        empty={<NothingToShow load={load} loader={loader} searching={searching} table={table} />}
        selection={selection ?? (openCell ? { anchor: openCell, head: openCell } : undefined)}
        onSelect={onSelect}
        commands={commands}
        editing={editing}
        onOpen={onOpen}
        onEdit={onEdit}
        onMenu={onMenu}
        onHeaderAction={(columnId, anchor) =>
          openMenu((menus) => menus.columnMenuOf(menuWork, columnId, anchor))
        }
        onColumnResize={(columnId, width) => {
          const { [columnId]: _, ...others } = settings.widths ?? {}
          table.setSettings({
            widths: width === null ? others : { ...others, [columnId]: Math.round(width) },
          })
        }}
        onNearEnd={() => {
          if (loader.state().status === 'held') loader.more(MORE)
        }}
      />
      {work.dialog}
      {menu ? (
        <Suspense fallback={null}>
          <Menu
            label={menu.label}
            anchor={menu.anchor}
            groups={menu.groups}
            onAction={menu.act}
            onClose={() => setMenu(null)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

function cellRef({ rowKey, columnId }: CellAddress): CellRef {
  return { learnerId: rowKey, subsectionId: columnId }
}

function isGrade({ columnId }: CellAddress): boolean {
  return columnId !== 'learner' && columnId !== 'total'
}

/** How many rows the table has once all is read; undefined: as many as it has now, null: nobody knows. */
function rowTotal(load: LoadState, searching: SearchState): number | null | undefined {
  return load.status === 'done' || searching.text !== '' ? undefined : load.matching
}
