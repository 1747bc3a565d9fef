import { type RefObject, Suspense, lazy, useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { lms } from '#src/lms/connect.ts'
import type { LoadState } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import { NothingToShow } from './NothingToShow.tsx'
import { FOOT } from './foot-row.ts'
import { applyColumnAction, columnMenu } from './menus.ts'
import type { RowOrder } from './row-order.ts'
import { type OpenMenu, learnerMenuOf } from './table-menus.ts'
import type { TableState } from './table-state.ts'
import styles from './GradebookPage.module.css'
import { Grid } from '#src/ui/grid/Grid.tsx'
import type { GridColumn } from '#src/ui/grid/columns.ts'
import { gridCommands } from '#src/ui/grid/commands.ts'
import type { GridHandle } from '#src/ui/grid/grid-props.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { TotalSource } from './total-source.ts'

const Menu = lazy(() => import('#src/ui/Menu.tsx'))

interface TotalsTableProps {
  readonly gradebook: Gradebook
  readonly table: TableState
  readonly columns: readonly GridColumn[]
  readonly order: RowOrder
  readonly load: LoadState
  readonly searching: SearchState
  readonly grid: RefObject<GridHandle | null>
  readonly onStatistics: () => void
}

/** The grid of totals with its menus; nothing in it can be changed. */
export function TotalsTable(props: TotalsTableProps) {
  const { gradebook, table, columns, order, load, searching, grid, onStatistics } = props
  const intl = useIntl()
  const toasts = useToasts()
  const navigate = useNavigate()
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { settings, sort } = table
  const { sheet, loader } = gradebook
  const told = lms().capabilities.totalColumns
  const source = new TotalSource({ intl, sheet, order, tellsPassing: told?.has('passedAt') === true })

  const onHeaderAction = (columnId: string, anchor: Element) => {
    const column = columns.find(({ id }) => id === columnId)
    if (!column) return
    const all = columnMenu(intl, { columnId, sort, settings, isGrade: false, lock: null })
    setMenu({
      label: column.name ?? column.header,
      anchor,
      // Of words there is nothing to count, and the whole table is exported by its own button.
      groups: all.flatMap((group) => {
        if (group.id !== 'tools') return group
        const entries = group.entries.filter(({ id }) => id === 'statistics' && columnId === 'total')
        return entries.length > 0 ? { ...group, entries } : []
      }),
      act: (action) => {
        if (action === 'statistics') onStatistics()
        else if (action === 'unsorted') table.setSort(null)
        else if (action === 'ascending' || action === 'descending') {
          table.setSort({ by: columnId, direction: action })
        } else {
          const change = applyColumnAction(settings, column, action)
          if (change) table.setSettings(change)
        }
      },
    })
  }
  const onMenu = ({ rowKey }: CellAddress, anchor: Element) =>
    setMenu(learnerMenuOf({ intl, toasts, navigate, gradebook }, rowKey, anchor))

  return (
    <div className={styles['table']}>
      <Grid
        ref={grid}
        label={intl.formatMessage({ id: 'gradebook.title' })}
        source={source}
        columns={columns}
        frozen={1}
        sort={sort && { columnId: sort.by, direction: sort.direction }}
        footRow={FOOT}
        placeholderRows={load.read === 0 && load.status === 'reading' ? 20 : 0}
        empty={<NothingToShow load={load} loader={loader} searching={searching} table={table} />}
        commands={[
          ...gridCommands,
          { name: 'cell-menu', keys: ['Shift+F10'], where: 'cells', perform: (g) => g.menu() },
        ]}
        onOpen={(address, cell) => {
          if (address.columnId === 'learner') onMenu(address, cell)
        }}
        onEdit={(address, cell, typed) => {
          if (typed === null) onMenu(address, cell)
          else toasts.show({ text: intl.formatMessage({ id: 'refusal.unsupported' }) })
        }}
        onMenu={onMenu}
        onHeaderAction={onHeaderAction}
        onColumnResize={(columnId, width) => {
          const { [columnId]: _, ...others } = settings.widths ?? {}
          table.setSettings({
            widths: width === null ? others : { ...others, [columnId]: Math.round(width) },
          })
        }}
        onNearEnd={() => {
          if (loader.state().status === 'held') loader.more()
        }}
      />
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
