import { type ReactNode, Suspense, lazy, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo, LearnerId } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { Button, type ButtonProps } from '#src/ui/Button.tsx'
import { Segmented } from '#src/ui/Segmented.tsx'
import { applyViewAction, viewMenu } from './menus.ts'
import { SearchField } from './SearchField.tsx'
import styles from './Toolbar.module.css'
import type { TableState } from './table-state.ts'

const FilterPopover = lazy(() => import('./FilterPopover.tsx'))
const Menu = lazy(() => import('#src/ui/Menu.tsx'))
const GoToLearner = lazy(() => import('./GoToLearner.tsx'))

interface ToolbarProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly table: TableState
  readonly columns: ReadonlyArray<{ readonly id: string; readonly title: string }>
  readonly onGo: (learnerId: LearnerId) => void
  readonly onKeys: () => void
}

/** Search, filters, columns, score view, and the way to a learner. */
export function Toolbar({ gradebook, info, table, columns, onGo, onKeys }: ToolbarProps) {
  const intl = useIntl()
  const { settings } = table
  return (
    <div
      className={styles['toolbar']}
      role="group"
      aria-label={intl.formatMessage({ id: 'gradebook.toolbar' })}
    >
      <SearchField text={table.search} onSearch={table.setSearch} />
      <PopoverButton label={<FormattedMessage id="gradebook.filter.open" />} data-filter-button="">
        {(popover) => (
          <FilterPopover
            {...popover}
            courseId={gradebook.courseId}
            info={info}
            filters={table.filters}
            username={table.username}
            onApply={table.setFilters}
          />
        )}
      </PopoverButton>
      <PopoverButton variant="plain" label={<FormattedMessage id="gradebook.columns.open" />}>
        {(popover) => (
          <Menu
            {...popover}
            label={intl.formatMessage({ id: 'gradebook.columns.open' })}
            groups={viewMenu(intl, columns, settings)}
            onAction={(action) => table.setSettings(applyViewAction(settings, action))}
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
      <PopoverButton variant="plain" label={<FormattedMessage id="gradebook.goTo.open" />}>
        {(popover) => <GoToLearner {...popover} sheet={gradebook.sheet} onGo={onGo} />}
      </PopoverButton>
      <Button variant="plain" onPress={onKeys} aria-haspopup="dialog">
        <FormattedMessage id="gradebook.keys.button" />
      </Button>
    </div>
  )
}

interface PopoverProps {
  readonly anchor: Element
  readonly onClose: () => void
}

interface PopoverButtonProps extends Omit<ButtonProps, 'children' | 'onPress'> {
  readonly label: ReactNode
  readonly children: (popover: PopoverProps) => ReactNode
}

/** A button whose popover is downloaded when it is first opened. */
function PopoverButton({ label, children, ...button }: PopoverButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [anchor, setAnchor] = useState<Element | null>(null)
  const onClose = () => setAnchor(null)
  return (
    <span ref={place} className={styles['anchor']}>
      <Button
        {...button}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onPress={() => setAnchor(anchor ? null : place.current)}
      >
        {label}
      </Button>
      {anchor ? <Suspense fallback={null}>{children({ anchor, onClose })}</Suspense> : null}
    </span>
  )
}
