import '#src/i18n/later-messages.ts'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { Assignment, GradingInfo } from '#src/domain/course.ts'
import { FilterForm } from './FilterForm.tsx'
import { AriaLocale } from '#src/ui/AriaLocale.tsx'
import styles from './FilterForm.module.css'
import type { Filters } from './filters.ts'

interface FilterPopoverProps {
  readonly anchor: Element
  readonly courseId: string
  readonly info: GradingInfo
  readonly assignments: readonly Assignment[]
  readonly filters: Filters
  readonly username: string
  readonly onApply: (filters: Filters, username: string) => void
  readonly onClear: () => void
  readonly onClose: () => void
}

/** The filters, in a popover under their button; loaded when first opened. */
export default function FilterPopover({ anchor, onApply, onClear, onClose, ...form }: FilterPopoverProps) {
  const intl = useIntl()
  return (
    <AriaLocale>
      <Popover
        triggerRef={{ current: anchor }}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        className={styles['popover'] ?? ''}
      >
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {intl.formatMessage({ id: 'gradebook.filter.title' })}
          </Heading>
          <FilterForm
            {...form}
            onApply={(filters, username) => {
              onApply(filters, username)
              onClose()
            }}
            onClear={() => {
              onClear()
              onClose()
            }}
          />
        </Dialog>
      </Popover>
    </AriaLocale>
  )
}
