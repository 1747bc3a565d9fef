import { type Ref, lazy } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { LearnerId } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { PopoverButton } from './PopoverButton.tsx'
import { SearchField } from './SearchField.tsx'
import styles from './Toolbar.module.css'
import type { RowOrder } from './row-order.ts'
import type { TableState } from './table-state.ts'
import { Button } from '#src/ui/Button.tsx'
import { NO_GRADING } from './total-source.ts'

const loadFilterPopover = () => import('./FilterPopover.tsx')
const loadGoToLearner = () => import('./GoToLearner.tsx')
const FilterPopover = lazy(loadFilterPopover)
const GoToLearner = lazy(loadGoToLearner)

interface TotalsToolbarProps {
  readonly gradebook: Gradebook
  readonly table: TableState
  readonly order: RowOrder
  /** How many learners the table shows. */
  readonly shown: number
  /** Focus goes there when the last filter is taken away. */
  readonly filterButton: Ref<HTMLButtonElement>
  readonly onGo: (learnerId: LearnerId) => void
  readonly onExport: () => void
}

/** Search, filters, the way to a learner, export. What a table of totals lacks says why. */
export function TotalsToolbar({
  gradebook,
  table,
  order,
  shown,
  filterButton,
  onGo,
  onExport,
}: TotalsToolbarProps) {
  const intl = useIntl()
  return (
    <div
      className={styles['toolbar']}
      role="group"
      aria-label={intl.formatMessage({ id: 'gradebook.toolbar' })}
    >
      <SearchField text={table.search} onSearch={table.setSearch} />
      <PopoverButton
        ref={filterButton}
        load={loadFilterPopover}
        label={<FormattedMessage id="gradebook.filter.open" />}
      >
        {(popover) => (
          <FilterPopover
            {...popover}
            courseId={gradebook.courseId}
            info={NO_GRADING}
            assignments={[]}
            filters={table.filters}
            username={table.username}
            onApply={table.setFilters}
            onClear={table.clear}
          />
        )}
      </PopoverButton>
      <Button
        variant="plain"
        aria-haspopup="menu"
        unavailable={intl.formatMessage({ id: 'gradebook.filter.totalsOnly' })}
      >
        <FormattedMessage id="gradebook.columns.open" />
      </Button>
      <PopoverButton
        variant="plain"
        load={loadGoToLearner}
        label={<FormattedMessage id="gradebook.goTo.open" />}
      >
        {(popover) => <GoToLearner {...popover} sheet={gradebook.sheet} order={order} onGo={onGo} />}
      </PopoverButton>
      <Button variant="plain" unavailable={intl.formatMessage({ id: 'gradebook.pasting.readOnly' })}>
        <FormattedMessage id="gradebook.pasting.open" />
      </Button>
      <Button
        variant="plain"
        unavailable={shown === 0 ? intl.formatMessage({ id: 'gradebook.export.nobody' }) : null}
        onPress={onExport}
      >
        <FormattedMessage id="gradebook.export.open" />
      </Button>
    </div>
  )
}
