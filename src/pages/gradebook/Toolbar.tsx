import { type ReactNode, type RefObject, Suspense, lazy, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo, LearnerId } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { Button, type ButtonProps } from '#src/ui/Button.tsx'
import { Segmented } from '#src/ui/Segmented.tsx'
import { SearchField } from './SearchField.tsx'
import styles from './Toolbar.module.css'
import type { TableState } from './table-state.ts'

const FilterPopover = lazy(() => import('./FilterPopover.tsx'))
const ViewMenu = lazy(() => import('./ViewMenu.tsx'))
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
          <ViewMenu {...popover} columns={columns} settings={settings} onChange={table.setSettings} />
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
        <FormattedMessage id="gradebook.keys.open" />
      </Button>
    </div>
  )
}

interface PopoverProps {
  readonly trigger: RefObject<Element | null>
  readonly onClose: () => void
}

interface PopoverButtonProps extends Omit<ButtonProps, 'children' | 'onPress'> {
  readonly label: ReactNode
  readonly children: (popover: PopoverProps) => ReactNode
}

/** A button whose popover is downloaded when it is first opened. */
function PopoverButton({ label, children, ...button }: PopoverButtonProps) {
  const trigger = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const onClose = () => setOpen(false)
  return (
    <span ref={trigger} className={styles['anchor']}>
      <Button {...button} aria-haspopup="dialog" aria-expanded={open} onPress={() => setOpen(!open)}>
        {label}
      </Button>
      {open ? <Suspense fallback={null}>{children({ trigger, onClose })}</Suspense> : null}
    </span>
  )
}
