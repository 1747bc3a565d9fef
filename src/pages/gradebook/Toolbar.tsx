import { type Ref, lazy, useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment, GradingInfo, LearnerId } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { Button } from '#src/ui/Button.tsx'
import { Segmented } from '#src/ui/Segmented.tsx'
import { useMedia } from '#src/ui/use-covering.ts'
import { PopoverButton } from './PopoverButton.tsx'
import { SearchField } from './SearchField.tsx'
import styles from './Toolbar.module.css'
import { SAVE_AS_TYPED, applyViewAction, viewMenu } from './view-menu.ts'
import type { Pasting } from './paste/use-pasting.tsx'
import type { RowOrder } from './row-order.ts'
import type { TableState } from './table-state.ts'
import { setSavingAsTyped, useSavingAsTyped } from './tray/saving-preference.ts'

const loadFilterPopover = () => import('./FilterPopover.tsx')
const loadMenu = () => import('#src/ui/Menu.tsx')
const loadGoToLearner = () => import('./GoToLearner.tsx')
const FilterPopover = lazy(loadFilterPopover)
const Menu = lazy(loadMenu)
const GoToLearner = lazy(loadGoToLearner)

/** Narrower than this there is room for the search and one button. The stylesheet has the same width. */
const NARROW = '(max-width: 48rem)'

interface ToolbarProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly table: TableState
  /** All assignments, in the order of their columns. */
  readonly assignments: readonly Assignment[]
  readonly order: RowOrder
  /** The button that leads to the filters: focus goes there when the last filter is taken away. */
  readonly filterButton: Ref<HTMLButtonElement>
  readonly onGo: (learnerId: LearnerId) => void
  readonly onKeys: () => void
  readonly onExport: () => void
  readonly pasting: Pasting
}

/** Search, filters, columns, score view, and the way to a learner. On a phone all but the search unfolds on demand. */
export function Toolbar(props: ToolbarProps) {
  const { table, filterButton } = props
  const intl = useIntl()
  const id = useId()
  const isNarrow = useMedia(NARROW)
  const [isUnfolded, setUnfolded] = useState(false)
  return (
    <div
      className={styles['toolbar']}
      role="group"
      aria-label={intl.formatMessage({ id: 'gradebook.toolbar' })}
    >
      <SearchField text={table.search} onSearch={table.setSearch} />
      {isNarrow ? (
        <Button
          ref={filterButton}
          aria-expanded={isUnfolded}
          aria-controls={isUnfolded ? id : undefined}
          onPress={() => setUnfolded(!isUnfolded)}
        >
          <FormattedMessage id="gradebook.toolbar.more" />
        </Button>
      ) : null}
      {isNarrow && !isUnfolded ? null : (
        <div id={id} className={styles['tools']}>
          <Tools {...props} filterButton={isNarrow ? null : filterButton} />
        </div>
      )}
    </div>
  )
}

function Tools(props: ToolbarProps) {
  const { gradebook, info, table, assignments, order, filterButton, onGo, onKeys, onExport, pasting } = props
  const intl = useIntl()
  const { settings } = table
  const isSavingAsTyped = useSavingAsTyped()
  return (
    <>
      <PopoverButton
        ref={filterButton}
        load={loadFilterPopover}
        label={<FormattedMessage id="gradebook.filter.open" />}
      >
        {(popover) => (
          <FilterPopover
            {...popover}
            courseId={gradebook.courseId}
            info={info}
            assignments={assignments}
            filters={table.filters}
            username={table.username}
            onApply={table.setFilters}
            onClear={table.clear}
          />
        )}
      </PopoverButton>
      <PopoverButton
        variant="plain"
        aria-haspopup="menu"
        load={loadMenu}
        label={<FormattedMessage id="gradebook.columns.open" />}
      >
        {(popover) => (
          <Menu
            {...popover}
            label={intl.formatMessage({ id: 'gradebook.columns.open' })}
            groups={viewMenu(intl, assignments, settings, isSavingAsTyped)}
            onAction={(action) =>
              action === SAVE_AS_TYPED
                ? setSavingAsTyped(!isSavingAsTyped)
                : table.setSettings(applyViewAction(settings, action))
            }
          />
        )}
      </PopoverButton>
      <Segmented
        label={intl.formatMessage({ id: 'gradebook.scores' })}
        value={settings.score ?? 'percent'}
        options={[
          { value: 'percent', label: intl.formatMessage({ id: 'gradebook.scores.percent' }) },
          { value: 'points', label: intl.formatMessage({ id: 'gradebook.scores.points' }) },
        ]}
        onChange={(score) => table.setSettings({ score })}
      />
      <PopoverButton
        variant="plain"
        load={loadGoToLearner}
        label={<FormattedMessage id="gradebook.goTo.open" />}
      >
        {(popover) => <GoToLearner {...popover} sheet={gradebook.sheet} order={order} onGo={onGo} />}
      </PopoverButton>
      <Button
        variant="plain"
        aria-haspopup="dialog"
        unavailable={pasting.unavailable}
        onPointerEnter={pasting.prepare}
        onFocus={pasting.prepare}
        onPress={pasting.open}
      >
        <FormattedMessage id="gradebook.pasting.open" />
      </Button>
      <Button variant="plain" onPress={onExport} aria-haspopup="dialog">
        <FormattedMessage id="gradebook.export.open" />
      </Button>
      <Button variant="plain" onPress={onKeys} aria-haspopup="dialog">
        <FormattedMessage id="gradebook.keys.button" />
      </Button>
    </>
  )
}
