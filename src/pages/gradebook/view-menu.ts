import type { IntlShape } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import type { MenuGroup } from '#src/ui/Menu.tsx'
import type { TableSettings } from './column-settings.ts'

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
