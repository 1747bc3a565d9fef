import '#src/i18n/later-messages.ts'
import type { IntlShape } from 'react-intl'
import type { NavigateFunction } from 'react-router'
import type { CellRef } from '#src/domain/edits-state.ts'
import { displayName } from '#src/domain/view.ts'
import { lms } from '#src/lms/connect.ts'
import { path } from '#src/paths.ts'
import type { MenuGroup } from '#src/ui/Menu.tsx'
import type { CellAddress, GridSource } from '#src/ui/grid/source.ts'
import { isMac } from '#src/ui/is-mac.ts'
import type { Toaster } from '#src/ui/toasts.ts'
import type { GradebookTableProps } from './GradebookTable.tsx'
import { type CellAction, cellMenu, pasteInto, wholeOf } from './cell-menu.ts'
import type { Action } from './editing/actions.tsx'
import { cellName } from './editing/cell-name.ts'
import { columnLock } from './editing/lock.ts'
import { applyColumnAction, columnMenu, columnTool, learnerMenu } from './menus.ts'

/** A menu, and what its entries do. */
export interface OpenMenu {
  readonly label: string
  readonly anchor: Element
  readonly groups: readonly MenuGroup[]
  readonly act: (action: string) => void
}

/** What the table's menus work with. */
export interface MenuWork extends Pick<
  GradebookTableProps,
  'gradebook' | 'info' | 'table' | 'columns' | 'grid' | 'onTool' | 'onSelect' | 'onOpenCell'
> {
  readonly intl: IntlShape
  readonly toasts: Toaster
  readonly navigate: NavigateFunction
  readonly source: GridSource
  readonly run: (action: Action) => void
  readonly edit: (cell: CellAddress, typed: string | null) => void
  readonly copyCells: () => void
}

/** Gives the menu of a column header; null where the column is not shown any more. */
export function columnMenuOf(work: MenuWork, columnId: string, anchor: Element): OpenMenu | null {
  const { intl, gradebook, info, table, columns, grid, onTool } = work
  const { sort, settings } = table
  const column = columns.columns.find(({ id }) => id === columnId)
  if (!column) return null
  // Fetched while one reads the menu; a failure shows when it is opened.
  void import('./ColumnTool.tsx').catch(() => undefined)
  const isGrade = columnId !== 'learner' && columnId !== 'total'
  const href = isGrade ? lms().links.subsection?.(gradebook.courseId, columnId) : undefined
  const lock = columnLock(intl, info, gradebook, columnId)
  return {
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
  }
}

/** Gives the menu of a learner; null where the learner is not read. */
export function learnerMenuOf(
  {
    intl,
    toasts,
    navigate,
    gradebook: { sheet, courseId },
  }: Pick<MenuWork, 'intl' | 'toasts' | 'navigate' | 'gradebook'>,
  learnerId: string,
  anchor: Element,
): OpenMenu | null {
  const learner = sheet.learners[sheet.row(learnerId)]
  if (!learner) return null
  return {
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
  }
}

/** Gives the menu of a score. */
export function cellMenuOf(work: MenuWork, address: CellAddress, anchor: Element): OpenMenu {
  const { intl, toasts, gradebook, info, columns, source, run, edit, copyCells, onSelect, onOpenCell } = work
  const cell: CellRef = { learnerId: address.rowKey, subsectionId: address.columnId }
  const whole = (which: 'row' | 'column') => onSelect(wholeOf(which, address, source, columns.columns))
  const actions: Record<CellAction, () => void> = {
    // Once the menu has given focus back to the cell.
    edit: () => setTimeout(() => edit(address, null)),
    details: () => setTimeout(() => onOpenCell(cell)),
    copy: copyCells,
    paste: () =>
      void pasteInto(anchor).catch(() =>
        toasts.show({ text: intl.formatMessage({ id: 'gradebook.paste.noClipboard' }), tone: 'bad' }),
      ),
    'fill-down': () => run({ name: 'fill-down' }),
    'fill-blanks': () => run({ name: 'fill-blanks' }),
    clear: () => run({ name: 'clear' }),
    excused: () => run({ name: 'except', exception: 'excused' }),
    incomplete: () => run({ name: 'except', exception: 'incomplete' }),
    // Disabled: it is shown, and nobody sets it.
    missing: () => {},
    'select-row': () => whole('row'),
    'select-column': () => whole('column'),
  }
  return {
    label: cellName(gradebook.sheet, cell),
    anchor,
    groups: cellMenu(intl, {
      lock: columnLock(intl, info, gradebook, address.columnId),
      isMac: isMac(),
      setsGrades: gradebook.lms.capabilities.setsGrades,
      exceptions: gradebook.lms.capabilities.exceptions,
    }),
    act: (action) => actions[action as CellAction](),
  }
}
