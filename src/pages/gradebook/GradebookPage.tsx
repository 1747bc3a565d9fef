import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Outlet, useParams } from 'react-router'
import type { Assignment } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import { openGradebook, rangesLeft } from '#src/lms/gradebook.ts'
import { q, usePrefetched } from '#src/lms/query.ts'
import { Button } from '#src/ui/Button.tsx'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import type { GridHandle } from '#src/ui/grid/grid-props.ts'
import type { GridSelection } from '#src/ui/grid/selection.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { FilterChips } from './FilterChips.tsx'
import styles from './GradebookPage.module.css'
import { GradebookTable } from './GradebookTable.tsx'
import { LoadCount } from './LoadCount.tsx'
import { Notices } from './Notices.tsx'
import { Toolbar } from './Toolbar.tsx'
import { canSortBy, tableColumns } from './columns.ts'
import { toQuery } from './filters.ts'
import type { Tool } from './menus.ts'
import { columnsMet, pointsMet, readPoints } from './met.ts'
import { usePasting } from './paste/use-pasting.tsx'
import { orderOf } from './row-order.ts'
import { type SelectedCells, selectedCells } from './selected-cells.ts'
import { useTableState } from './table-state.ts'
import { useSavingAsTyped } from './tray/saving-preference.ts'
import { useEditorRoute } from './use-editor-route.ts'
import { TrayDock } from './tray/TrayDock.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'

const SavingAsTyped = lazy(() => import('./tray/SavingAsTyped.tsx'))
const ColumnTool = lazy(() => import('./ColumnTool.tsx'))

const SelectionSummary = lazy(() => import('./SelectionSummary.tsx'))
const KeysDialog = lazy(() => import('./KeysDialog.tsx'))

export { loader, shouldRevalidate } from './open-gradebook.ts'
// For the page of totals, which is made of this one's parts.
export { ColumnTool }

/** The course gradebook: every grade of the course in one table, and the override editor beside it. */
export function Component() {
  const intl = useIntl()
  const toasts = useToasts()
  const { courseId = '' } = useParams()
  const info = usePrefetched(q('gradingInfo', { courseId }))
  const course = useQuery(q('course', { courseId }))
  const table = useTableState(courseId)
  const query = toQuery(courseId, table.filters)
  const gradebook = openGradebook(lms(), query, table.username)
  const { sheet, loader, search } = gradebook
  const edits = useSyncExternalStore(gradebook.edits.changes.subscribe, gradebook.edits.state)
  const [selection, setSelection] = useState<GridSelection | null>(null)
  const [tool, setTool] = useState<Tool | null>(null)
  const order = orderOf(gradebook, intl.locale)
  const grid = useRef<GridHandle>(null)
  const filterButton = useRef<HTMLButtonElement>(null)
  const [areKeysShown, showKeys] = useState(false)

  useEffect(() => loader.start(), [loader])
  useEffect(() => order.sortBy(table.sort), [order, table.sort])
  useEffect(() => search.search(table.search), [search, table.search])
  // One exact username suspends the filters.
  useEffect(() => order.narrowTo(table.username === '' ? rangesLeft(lms(), query) : {}))
  useLeaveWarning(gradebook.edits)
  const isSavingAsTyped = useSavingAsTyped()

  const load = useSyncExternalStore(loader.changes.subscribe, loader.state)
  const searching = useSyncExternalStore(search.changes.subscribe, search.state)
  const shown = useSyncExternalStore(order.changes.subscribe, order.count)
  const metCount = useSyncExternalStore(sheet.shape.subscribe, () => sheet.columns.length)
  const { settings, filters } = table
  // The key stands in only where no server tells the name.
  const courseName = course.data ? [course.data.name] : course.isError ? [courseId] : []
  const points = useSyncExternalStore(sheet.content.subscribe, () =>
    settings.score === 'points' ? pointsMet(sheet) : '',
  )
  const met = columnsMet(sheet, metCount)
  const columns = tableColumns({
    intl,
    info,
    met,
    points: readPoints(met, points),
    settings,
    // One exact username suspends the filters.
    filters: table.username === '' ? filters : {},
  })
  const isLost = load.read > 0 && table.sort !== null && !canSortBy(table.sort, columns.all)
  const dropped = isLost ? [...table.dropped, 'sort'] : table.dropped
  const graded = (list: readonly Assignment[]) => list.filter(({ isComputed }) => !isComputed)
  const editor = useEditorRoute({ gradebook, info, order, assignments: graded(columns.shown), grid })

  const selected = selectedCells(selection, order, columns.columns)
  const reader = { sheet, state: edits, order, scores: settings.score ?? 'percent' }

  const openDetails = () => {
    const active = grid.current?.activeCell()
    const isScore = columns.shown.some(({ id }) => id === active?.columnId)
    if (active && isScore) editor.open({ learnerId: active.rowKey, subsectionId: active.columnId })
    else toasts.show({ text: intl.formatMessage({ id: 'gradebook.details.none' }) })
  }

  const pasting = usePasting(gradebook, graded(columns.all), info)
  const opened = columns.all.find(({ id }) => id === editor.cell?.columnId)
  const title = intl.formatMessage({ id: 'gradebook.title' })
  const range = several(selected)

  return (
    <div className={styles['page']} data-panel={editor.isOpen || undefined} data-load-status={load.status}>
      <PageTitle parts={[...(opened ? [opened.name] : []), title, ...courseName]} />
      <div className={styles['bar']}>
        <h1 className="visually-hidden" tabIndex={-1}>
          <FormattedMessage id="gradebook.title" />
        </h1>
        <Toolbar
          gradebook={gradebook}
          info={info}
          table={table}
          assignments={columns.all}
          order={order}
          filterButton={filterButton}
          onGo={(learnerId) => grid.current?.focusCell({ rowKey: learnerId, columnId: 'learner' })}
          onKeys={() => showKeys(true)}
          onExport={() => setTool({ kind: 'export', columnId: null })}
          pasting={pasting}
        />
        <div className={styles['status']}>
          <FilterChips courseId={courseId} assignments={columns.all} table={table} heir={filterButton} />
          {range ? (
            <Suspense fallback={null}>
              <SelectionSummary cells={range} reader={reader} />
            </Suspense>
          ) : null}
          <Button size="small" variant="plain" aria-keyshortcuts="Alt+Enter" onPress={openDetails}>
            <FormattedMessage id="gradebook.details" values={{ keys: quietKeys }} />
          </Button>
          <LoadCount
            load={load}
            search={searching}
            loader={loader}
            shown={shown}
            isSorted={table.sort !== null}
          />
        </div>
        {isSavingAsTyped ? (
          <Suspense fallback={null}>
            <SavingAsTyped gradebook={gradebook} info={info} />
          </Suspense>
        ) : null}
        <Notices
          gradebook={gradebook}
          info={info}
          load={load}
          loader={loader}
          searching={searching}
          search={search}
          dropped={dropped}
          columns={columns}
        />
      </div>
      <GradebookTable
        gradebook={gradebook}
        info={info}
        table={table}
        columns={columns}
        order={order}
        load={load}
        searching={searching}
        grid={grid}
        openCell={editor.cell}
        onOpenCell={editor.open}
        selection={selection}
        onSelect={setSelection}
        onKeys={() => showKeys(true)}
        onTool={setTool}
        pasting={pasting}
      />
      {tool ? (
        <Suspense fallback={null}>
          <ColumnTool
            tool={tool}
            gradebook={gradebook}
            info={info}
            table={table}
            columns={columns}
            order={order}
            onClose={() => {
              setTool(null)
              // The menu that opened the dialog may be gone: then the focus cannot go back by itself.
              setTimeout(() => {
                if (document.activeElement === document.body) grid.current?.focus()
              })
            }}
          />
        </Suspense>
      ) : null}
      <Outlet context={editor.outlet} />
      <TrayDock gradebook={gradebook} info={info} onLeft={() => grid.current?.focus()} />
      {pasting.dialog}
      {areKeysShown ? (
        <Suspense fallback={null}>
          <KeysDialog onClose={() => showKeys(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** A key that a touch screen has not. */
function quietKeys(chunks: ReactNode): ReactNode {
  return (
    <span key="keys" className={styles['keys']}>
      {chunks}
    </span>
  )
}

/** One cell is what the eye is on anyway: only more of them are worth a count. */
function several(cells: SelectedCells | null): SelectedCells | null {
  return cells && (cells.bottom > cells.top || cells.columns.length > 1) ? cells : null
}
