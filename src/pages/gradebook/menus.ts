import type { IntlShape } from 'react-intl'
import type { Learner } from '#src/domain/course.ts'
import type { Sort } from '#src/domain/view.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import type { MenuEntry, MenuGroup } from '#src/ui/Menu.tsx'
import { type GridColumn, MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '#src/ui/grid/columns.ts'
import type { TableSettings } from './column-settings.ts'

/** What is done with a column in a dialog; `columnId` null: with the whole table. */
export interface Tool {
  readonly kind: 'statistics' | 'blanks' | 'export'
  readonly columnId: string | null
}

/** Gives the tool that an action of the column menu asks for; null for another action. */
export function columnTool(columnId: string, action: string): Tool | null {
  const kind = (['statistics', 'blanks', 'export'] as const).find((one) => one === action)
  return kind ? { kind, columnId } : null
}

interface ColumnMenuOptions {
  readonly columnId: string
  readonly sort: Sort | null
  readonly settings: TableSettings
  /** False for learner and total, which always stay. */
  readonly isGrade: boolean
  /** Why no grade can be changed, in words; null where they can. */
  readonly lock: string | null
  /** Leads into the course; a checked link. */
  readonly href?: string
}

/** Gives what can be done with a column. */
export function columnMenu(intl: IntlShape, options: ColumnMenuOptions): MenuGroup[] {
  const { columnId, sort, settings, isGrade, lock, href } = options
  const entry = (id: string, message: MessageId): MenuEntry => ({
    id,
    label: intl.formatMessage({ id: message }),
  })
  const direction = sort?.by === columnId ? sort.direction : null
  const names = columnId === 'learner'
  const locked = lock === null ? {} : { isDisabled: true, detail: lock }
  const groups: MenuGroup[] = [
    {
      id: 'sort',
      choice: 'one',
      entries: [
        {
          ...entry('ascending', names ? 'gradebook.column.fromA' : 'gradebook.column.ascending'),
          isChosen: direction === 'ascending',
        },
        {
          ...entry('descending', names ? 'gradebook.column.fromZ' : 'gradebook.column.descending'),
          isChosen: direction === 'descending',
        },
        { ...entry('unsorted', 'gradebook.column.unsorted'), isChosen: sort === null },
      ],
    },
    ...(names
      ? []
      : [
          {
            id: 'tools',
            entries: [
              entry('statistics', 'gradebook.column.statistics'),
              ...(isGrade ? [{ ...entry('blanks', 'gradebook.column.blanks'), ...locked }] : []),
              entry('export', 'gradebook.column.export'),
            ],
          },
        ]),
    {
      id: 'width',
      entries: [
        entry('wider', 'gradebook.column.wider'),
        entry('narrower', 'gradebook.column.narrower'),
        entry('usual-width', 'gradebook.column.usualWidth'),
      ],
    },
  ]
  if (!isGrade) return groups
  const pinned = settings.pinned?.includes(columnId) ?? false
  groups.push({
    id: 'place',
    entries: [
      pinned ? entry('unpin', 'gradebook.column.unpin') : entry('pin', 'gradebook.column.pin'),
      entry('hide', 'gradebook.column.hide'),
    ],
  })
  if (href !== undefined) {
    groups.push({
      id: 'link',
      entries: [{ ...entry('open', 'gradebook.column.open'), href, target: '_blank' }],
    })
  }
  return groups
}

/** Gives the settings after an action of the column menu; null for an action that is not about settings. */
export function applyColumnAction(
  settings: TableSettings,
  { id: columnId, width, minWidth = MIN_COLUMN_WIDTH }: Pick<GridColumn, 'id' | 'width' | 'minWidth'>,
  action: string,
): TableSettings | null {
  const { hidden = [], pinned = [], widths = {} } = settings
  const resized = (px: number): TableSettings => ({
    widths: { ...widths, [columnId]: Math.min(MAX_COLUMN_WIDTH, Math.max(minWidth, Math.round(px))) },
  })
  const actions: Record<string, () => TableSettings> = {
    hide: () => ({ hidden: [...hidden, columnId], pinned: pinned.filter((id) => id !== columnId) }),
    pin: () => ({ pinned: [...pinned, columnId] }),
    unpin: () => ({ pinned: pinned.filter((id) => id !== columnId) }),
    wider: () => resized(width * 1.25),
    narrower: () => resized(width / 1.25),
    'usual-width': () => ({
      widths: Object.fromEntries(Object.entries(widths).filter(([id]) => id !== columnId)),
    }),
  }
  return actions[action]?.() ?? null
}

/** Gives what can be done with a learner. */
export function learnerMenu(
  intl: IntlShape,
  learner: Learner,
  { hasProgress, profile }: { readonly hasProgress: boolean; readonly profile?: string | undefined },
): MenuGroup[] {
  const entries: MenuEntry[] = []
  if (hasProgress) {
    entries.push({ id: 'progress', label: intl.formatMessage({ id: 'gradebook.learner.progress' }) })
  }
  if (profile !== undefined) {
    const label = intl.formatMessage({ id: 'gradebook.learner.profile' })
    entries.push({ id: 'profile', label, href: profile, target: '_blank' })
  }
  const label = intl.formatMessage({ id: 'gradebook.learner.copy' }, { username: learner.username })
  return [{ id: 'learner', entries: [...entries, { id: 'copy', label }] }]
}
