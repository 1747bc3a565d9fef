import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useParams } from 'react-router'
import { exportFileName } from '#src/domain/export-table.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { lms } from '#src/lms/connect.ts'
import { openGradebook, rangesLeft } from '#src/lms/gradebook.ts'
import { q } from '#src/lms/query.ts'
import { FilterChips } from './FilterChips.tsx'
import styles from './GradebookPage.module.css'
import { ColumnTool } from './GradebookPage.tsx'
import { LoadCount } from './LoadCount.tsx'
import { toQuery } from './filters.ts'
import { orderOf } from './row-order.ts'
import { useTableState } from './table-state.ts'
import { keepLearnerOrder } from '#src/pages/learner-order.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import type { GridHandle } from '#src/ui/grid/grid-props.ts'
import { useNow } from '#src/ui/now.ts'
import { saveTextFile } from '#src/ui/save-file.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { TotalsNotices } from './TotalsNotices.tsx'
import { TotalsTable } from './TotalsTable.tsx'
import { TotalsToolbar } from './TotalsToolbar.tsx'
import { toldColumns, totalColumns, totalTexts } from './total-columns.ts'
import { totalsAsCsv } from './total-export.ts'
import { NO_GRADING } from './total-source.ts'

export { loader, shouldRevalidate } from './open-totals.ts'

/** The course gradebook where the server tells totals only: the same table with fewer columns, for reading. */
export function Component() {
  const intl = useIntl()
  const toasts = useToasts()
  const now = useNow()
  const { courseId = '' } = useParams()
  const { search: query, state } = useLocation()
  const course = useQuery(q('course', { courseId }))
  const table = useTableState(courseId)
  const asked = toQuery(courseId, table.filters)
  const gradebook = openGradebook(lms(), asked, table.username)
  const { sheet, loader, search } = gradebook
  const order = orderOf(gradebook, intl.locale, (by) => totalTexts(sheet, by))
  const grid = useRef<GridHandle>(null)
  const filterButton = useRef<HTMLButtonElement>(null)
  const [isCounting, setCounting] = useState(false)
  const told = toldColumns(lms().capabilities.totalColumns)
  const columns = totalColumns(intl, told, table.settings)
  const { sort } = table
  const isLost = sort !== null && !columns.some(({ id }) => id === sort.by)

  useEffect(() => loader.start(), [loader])
  useEffect(() => order.sortBy(isLost ? null : sort), [order, sort, isLost])
  useEffect(() => search.search(table.search), [search, table.search])
  // One exact username suspends the filters.
  useEffect(() => order.narrowTo(table.username === '' ? rangesLeft(lms(), asked) : {}))
  useEffect(() => {
    keepLearnerOrder({
      courseId,
      placeOf: (learnerId) => order.placeOf(learnerId),
      neighbour: (learnerId, step) => order.neighbour(learnerId, step),
      search: query,
      state: state as unknown,
    })
  }, [courseId, order, query, state])

  const load = useSyncExternalStore(loader.changes.subscribe, loader.state)
  const searching = useSyncExternalStore(search.changes.subscribe, search.state)
  const shown = useSyncExternalStore(order.changes.subscribe, order.count)
  const courseName = course.data ? [course.data.name] : course.isError ? [courseId] : []

  const exportAll = () => {
    const name = exportFileName([courseId, 'totals'], now())
    const decimal = decimalOf(intl.locale)
    saveTextFile(name, 'text/csv', [totalsAsCsv({ sheet, rows: order.rows, told, decimal })])
    const text = intl.formatMessage({ id: 'gradebook.export.done' }, { count: order.rows.length, name })
    toasts.show({ text, tone: 'good' })
  }

  return (
    <div className={styles['page']} data-load-status={load.status}>
      <PageTitle parts={[intl.formatMessage({ id: 'gradebook.title' }), ...courseName]} />
      <div className={styles['bar']}>
        <h1 className="visually-hidden" tabIndex={-1}>
          <FormattedMessage id="gradebook.title" />
        </h1>
        <TotalsToolbar
          gradebook={gradebook}
          table={table}
          order={order}
          shown={shown}
          filterButton={filterButton}
          onGo={(learnerId) => grid.current?.focusCell({ rowKey: learnerId, columnId: 'learner' })}
          onExport={exportAll}
        />
        <div className={styles['status']}>
          <FilterChips courseId={courseId} assignments={[]} table={table} heir={filterButton} />
          <LoadCount load={load} search={searching} loader={loader} shown={shown} isSorted={sort !== null} />
        </div>
        <TotalsNotices
          load={load}
          loader={loader}
          dropped={isLost ? [...table.dropped, 'sort'] : table.dropped}
          tellsPassedAt={told.includes('passedAt')}
        />
      </div>
      <TotalsTable
        gradebook={gradebook}
        table={table}
        columns={columns}
        order={order}
        load={load}
        searching={searching}
        grid={grid}
        onStatistics={() => setCounting(true)}
      />
      {isCounting ? (
        <Suspense fallback={null}>
          <ColumnTool
            tool={{ kind: 'statistics', columnId: 'total' }}
            gradebook={gradebook}
            info={NO_GRADING}
            table={table}
            columns={{ columns, groups: [], frozen: 1, shown: [], all: [] }}
            order={order}
            onClose={() => {
              setCounting(false)
              // The menu that opened the dialog may be gone: then the focus cannot go back by itself.
              setTimeout(() => {
                if (document.activeElement === document.body) grid.current?.focus()
              })
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
