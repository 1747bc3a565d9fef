import { type ClipboardEvent, type RefObject, Suspense, lazy, useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { GradingInfo } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import { displayName } from '#src/domain/view.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { lms } from '#src/lms/connect.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { LoadState } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import { path } from '#src/paths.ts'
import type { MenuGroup } from '#src/ui/Menu.tsx'
import { isMac } from '#src/ui/is-mac.ts'
import { Grid } from '#src/ui/grid/Grid.tsx'
import type { GridHandle } from '#src/ui/grid/grid-props.ts'
import type { GridSelection } from '#src/ui/grid/selection.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { NothingToShow } from './NothingToShow.tsx'
import type { CellAction } from './cell-menu.ts'
import { scoreWords } from './cell-words.ts'
import type { TableColumns } from './columns.ts'
import { tableCommands } from './commands.ts'
import { courseLock } from './editing/lock.ts'
import { cellName } from './editing/cell-name.ts'
import { useGridActions } from './editing/use-grid-actions.ts'
import { useGridEditing } from './editing/use-grid-editing.tsx'
import { FOOT } from './foot-row.ts'
import { type Tool, applyColumnAction, columnMenu, columnTool, learnerMenu } from './menus.ts'
import { presentText } from './present-text.ts'
import type { Pasting } from './paste/use-pasting.tsx'
import type { RowOrder } from './row-order.ts'
import { selectedCells, targetOf } from './selected-cells.ts'
import { SheetSource } from './sheet-source.ts'
import { shownGrade } from './shown-grade.ts'
import styles from './GradebookPage.module.css'
import type { TableState } from './table-state.ts'
import { isOnCell, useCopying } from './use-copying.ts'

const Menu = lazy(() => import('#src/ui/Menu.tsx'))

/** Learners read at once when one scrolls to the end of what is read. */
const MORE = 1000
const ROW_HEIGHT = { comfortable: 36, compact: 28 }

interface OpenMenu {
  readonly label: string
  readonly anchor: Element
  readonly groups: readonly MenuGroup[]
  readonly act: (action: string) => void
}

interface GradebookTableProps {
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
  readonly pasteZone?: Pasting['zone']
}

/** The grid with its menus, on the sheet. */
export function GradebookTable(props: GradebookTableProps) {
  const { gradebook, info, table, columns, order, load, searching, grid, openCell, onOpenCell } = props
  const { selection, onSelect, onKeys, onTool, pasteZone } = props
  const intl = useIntl()
  const toasts = useToasts()
  const navigate = useNavigate()
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { sheet, edits, courseId, loader } = gradebook
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
    work.run({ name: 'paste', text: event.clipboardData.getData('text/plain') })
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

  const openColumnMenu = (columnId: string, anchor: Element) => {
    const column = columns.columns.find(({ id }) => id === columnId)
    if (!column) return
    // Fetched while one reads the menu; a failure shows when it is opened.
    void import('./ColumnTool.tsx').catch(() => undefined)
    const isGrade = columnId !== 'learner' && columnId !== 'total'
    const href = isGrade ? lms().links.subsection?.(courseId, columnId) : undefined
    const lock = courseLock(intl, info, gradebook)
    setMenu({
      label: column.name ?? column.header,
      anchor,
      groups: columnMenu(intl, { columnId, sort, settings, isGrade, lock, href }),
      act: (action) => {
        const tool = columnTool(columnId, action)
        if (tool) onTool(tool)
        else if (action === 'unsorted') table.setSort(null)
        else if (action === 'ascending' || action === 'descending') {
          table.setSort({ by: columnId, direction: action })
        } else {
          const change = applyColumnAction(settings, column, action)
          if (change) table.setSettings(change)
          // The header that opened the menu is gone with its column, so the menu cannot give the focus back to it.
          if (action === 'hide') setTimeout(() => grid.current?.focus())
        }
      },
    })
  }

  const openLearnerMenu = (learnerId: string, anchor: Element) => {
    const learner = sheet.learners[sheet.row(learnerId)]
    if (!learner) return
    setMenu({
      label: displayName(learner),
      anchor,
      groups: learnerMenu(intl, learner, {
        hasProgress: lms().progress !== undefined,
        profile: lms().links.profile?.(learner.username),
      }),
      act: (action) => {
        if (action === 'progress') void navigate(path.progress({ courseId, learnerId }))
        if (action !== 'copy') return
        navigator.clipboard.writeText(learner.username).then(
          () => toasts.show({ text: intl.formatMessage({ id: 'gradebook.learner.copied' }) }),
          () => toasts.show({ text: intl.formatMessage({ id: 'gradebook.learner.notCopied' }), tone: 'bad' }),
        )
      },
    })
  }

  const openCellMenu = async (address: CellAddress, anchor: Element) => {
    const { cellMenu, pasteInto, wholeOf } = await import('./cell-menu.ts')
    const whole = (which: 'row' | 'column') => onSelect(wholeOf(which, address, source, columns.columns))
    const actions: Record<CellAction, () => void> = {
      // Once the menu has given focus back to the cell.
      edit: () => setTimeout(() => edit(address, null)),
      details: () => setTimeout(() => onOpenCell(cellRef(address))),
      copy: copyCells,
      paste: () =>
        void pasteInto(anchor).catch(() =>
          toasts.show({ text: intl.formatMessage({ id: 'gradebook.paste.noClipboard' }), tone: 'bad' }),
        ),
      'fill-down': () => work.run({ name: 'fill-down' }),
      'fill-blanks': () => work.run({ name: 'fill-blanks' }),
      clear: () => work.run({ name: 'clear' }),
      'select-row': () => whole('row'),
      'select-column': () => whole('column'),
    }
    setMenu({
      label: cellName(sheet, cellRef(address)),
      anchor,
      groups: cellMenu(intl, { lock: courseLock(intl, info, gradebook), isMac: isMac() }),
      act: (action) => actions[action as CellAction](),
    })
  }
  const onMenu = (address: CellAddress, cell: HTMLElement) => {
    if (isGrade(address)) {
      openCellMenu(address, cell).catch(() =>
        toasts.show({ text: intl.formatMessage({ id: 'gradebook.actions.notLoaded' }), tone: 'bad' }),
      )
    } else openLearnerMenu(address.rowKey, cell)
  }

  const onOpen = (address: CellAddress, cell: HTMLElement) => {
    if (!isGrade(address)) openLearnerMenu(address.rowKey, cell)
    // An override editor that is open follows; none opens.
    else if (openCell) onOpenCell(cellRef(address))
  }
  const onEdit = (address: CellAddress, cell: HTMLElement, typed: string | null) => {
    if (isGrade(address) || typed !== null) edit(address, typed)
    else openLearnerMenu(address.rowKey, cell)
  }

  // Nothing has come yet, and nothing has failed; before the reading starts it counts as paused.
  const isWaiting = load.read === 0 && (load.status === 'reading' || load.status === 'paused')
  return (
    <div className={styles['table']} onCopy={onCopy} onPaste={onPaste} {...pasteZone}>
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
        onHeaderAction={openColumnMenu}
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
