import type { IntlShape } from 'react-intl'
import type { Sheet } from '#src/domain/sheet.ts'
import type { GridColumn } from '#src/ui/grid/columns.ts'
import type { TableSettings } from './column-settings.ts'

/** Beyond learner and total, in the order of their columns. */
const TOLD = ['email', 'letter', 'passedAt', 'lastActivity'] as const
export type ToldColumn = (typeof TOLD)[number]

const WIDTH: Readonly<Record<'learner' | 'total' | ToldColumn, number>> = {
  learner: 236,
  email: 300,
  total: 96,
  letter: 110,
  passedAt: 236,
  lastActivity: 140,
}

/** Gives which of these columns a server tells. */
export function toldColumns(told: ReadonlySet<string> | undefined): readonly ToldColumn[] {
  return TOLD.filter((id) => told?.has(id))
}

/** Gives the columns of a table of totals: as many as the server tells. */
export function totalColumns(
  intl: IntlShape,
  told: readonly ToldColumn[],
  settings: TableSettings,
): readonly GridColumn[] {
  const column = (id: 'learner' | 'total' | ToldColumn): GridColumn => ({
    id,
    header: intl.formatMessage({ id: `gradebook.column.${id}` }),
    width: settings.widths?.[id] ?? WIDTH[id],
    minWidth: id === 'learner' ? 132 : 84,
    align: id === 'total' ? 'end' : 'start',
    isSortable: true,
    ...(id === 'passedAt' ? { name: intl.formatMessage({ id: 'gradebook.column.passedAt.noZone' }) } : {}),
  })
  return [column('learner'), column('total'), ...told.map(column)]
}

/** Gives the texts by which a column is sorted; null where it is sorted by names or figures. */
export function totalTexts(sheet: Sheet, by: string): ReadonlyArray<string | null> | null {
  if (by === 'email') return sheet.learners.map(({ email }) => email)
  if (by !== 'letter' && by !== 'passedAt' && by !== 'lastActivity') return null
  return sheet.learners.map((_, row) => sheet.standing(row)?.[by] ?? null)
}
