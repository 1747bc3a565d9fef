import '#src/i18n/later-messages.ts'
import { useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { openEdits } from '#src/domain/edits-read.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { BlanksDialog } from './column-tools/BlanksDialog.tsx'
import { ExportDialog } from './column-tools/ExportDialog.tsx'
import { StatisticsDialog } from './column-tools/StatisticsDialog.tsx'
import type { PercentRange } from './column-tools/bin-range.ts'
import type { TableColumns } from './columns.ts'
import type { Filters } from './filters.ts'
import type { Tool } from './menus.ts'
import type { RowOrder } from './row-order.ts'
import { shownGrade } from './shown-grade.ts'
import type { TableState } from './table-state.ts'
import { useChips } from './use-chips.ts'

interface ColumnToolProps {
  readonly tool: Tool
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly table: TableState
  readonly columns: TableColumns
  readonly order: RowOrder
  readonly onClose: () => void
}

/** The dialog of a tool for a column, or for the whole table; loaded when first opened. */
export default function ColumnTool(props: ColumnToolProps) {
  const { tool, gradebook, info, table, columns, order, onClose } = props
  const intl = useIntl()
  const { sheet, loader, edits, courseId } = gradebook
  const load = useSyncExternalStore(loader.changes.subscribe, loader.state)
  const state = useSyncExternalStore(edits.changes.subscribe, edits.state)
  const rows = useSyncExternalStore(order.changes.subscribe, () => order.rows)
  const filters = useChips(courseId, columns.all, table).map(
    ({ name, value }) => `${intl.formatMessage({ id: `gradebook.chip.${name}` })} ${value}`,
  )
  const assignment = columns.all.find(({ id }) => id === tool.columnId)
  const header = columns.columns.find(({ id }) => id === tool.columnId)?.header
  const column = tool.columnId === null ? null : { id: tool.columnId, name: assignment?.name ?? header ?? '' }
  const open = openEdits(state).filter(({ subsectionId }) => column === null || subsectionId === column.id)
  const scores = table.settings.score ?? 'percent'
  const common = { rows, load, filters, scores, unsaved: open.length, onClose }
  if (tool.kind === 'export' || column === null) {
    return (
      <ExportDialog
        {...common}
        gradebook={gradebook}
        info={info}
        column={column}
        shown={columns.shown}
        assignments={columns.all}
        gradeOf={(row, at, withUnsaved) =>
          withUnsaved ? shownGrade(sheet, state, row, at) : sheet.grade(row, at)
        }
      />
    )
  }
  if (tool.kind === 'blanks') {
    return <BlanksDialog {...common} gradebook={gradebook} state={state} column={column} />
  }
  return (
    <StatisticsDialog
      {...common}
      sheet={sheet}
      loader={loader}
      column={column}
      // Whoever asks for a range is not helped by one exact username, which suspends all filters.
      onFilter={(range) => table.setFilters(withRange(table.filters, column.id, range), '')}
    />
  )
}

function withRange(filters: Filters, columnId: string, { min, max }: PercentRange): Filters {
  if (columnId === 'total') return { ...filters, totalMin: min, totalMax: max }
  return { ...filters, assignment: columnId, assignmentMin: min, assignmentMax: max }
}
