import type { IntlShape } from 'react-intl'
import type { Assignment, Learner } from '#src/domain/course.ts'
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

/** The action of the view menu that is no setting of the table. */
export const SAVE_AS_TYPED = 'save-as-typed'

/** Gives which columns are shown, how high a row is, and whether changes are saved as they are typed. */
export function viewMenu(
  intl: IntlShape,
  assignments: readonly Assignment[],
  settings: TableSettings,
  isSavingAsTyped: boolean,
): MenuGroup[] {
  const hidden = new Set(settings.hidden)
  const density = settings.density ?? 'comfortable'
  const text = (id: MessageId) => intl.formatMessage({ id })
  return [
    {
      id: 'rows',
      label: text('gradebook.columns.rows'),
      choice: 'one',
      entries: (['comfortable', 'compact'] as const).map((id) => ({
        id,
        label: text(`gradebook.columns.${id}`),
        isChosen: id === density,
      })),
    },
    {
      id: 'saving',
      choice: 'many',
      entries: [
        {
          id: SAVE_AS_TYPED,
          label: text('gradebook.saving.choice'),
          detail: text('gradebook.saving.detail'),
          isChosen: isSavingAsTyped,
        },
      ],
    },
    { id: 'usual', entries: [{ id: 'reset', label: text('gradebook.columns.reset') }] },
    {
      id: 'columns',
      label: text('gradebook.columns.shown'),
      choice: 'many',
      entries: assignments.map(({ id, label, name }) => ({
        id,
        label: label === null ? name : `${label} · ${name}`,
        isChosen: !hidden.has(id),
      })),
    },
  ]
}

/** Gives the settings after an action of the view menu. */
export function applyViewAction(settings: TableSettings, action: string): TableSettings {
  if (action === 'comfortable' || action === 'compact') return { density: action }
  if (action === 'reset') return { hidden: [], pinned: [], widths: {} }
  const hidden = settings.hidden ?? []
  return { hidden: hidden.includes(action) ? hidden.filter((id) => id !== action) : [...hidden, action] }
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
