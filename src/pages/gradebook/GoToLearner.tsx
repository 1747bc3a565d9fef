import '#src/i18n/later-messages.ts'
import { useState, useSyncExternalStore } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
  Text,
} from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { Learner, LearnerId } from '#src/domain/course.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { displayName, findLearners } from '#src/domain/view.ts'
import { AriaLocale } from '#src/ui/AriaLocale.tsx'
import styles from './GoToLearner.module.css'
import type { RowOrder } from './row-order.ts'

interface GoToLearnerProps {
  readonly anchor: Element
  readonly sheet: Sheet
  readonly order: RowOrder
  readonly onGo: (learnerId: LearnerId) => void
  readonly onClose: () => void
}

/** The most that are offered at once; more letters make it fewer. */
const OFFERED = 8

/** Finds a learner among those in the table and goes to the row; loaded when first opened. */
export default function GoToLearner({ anchor, sheet, order, onGo, onClose }: GoToLearnerProps) {
  // The order is one object that changes: compiled, this would go on finding what it found first.
  'use no memo'
  const intl = useIntl()
  const [text, setText] = useState('')
  const label = intl.formatMessage({ id: 'gradebook.goTo.label' })
  // More rows may arrive while one types.
  useSyncExternalStore(order.changes.subscribe, order.changes.version)
  const found = findShown(sheet, order, text)
  return (
    <AriaLocale>
      <Popover
        triggerRef={{ current: anchor }}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        className={styles['popover'] ?? ''}
      >
        <Dialog aria-label={label} className={styles['finder'] ?? ''}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a finder that was just asked for takes the focus */}
            <SearchField aria-label={label} autoFocus>
              <Input
                className={styles['input'] ?? ''}
                placeholder={label}
                autoComplete="off"
                spellCheck="false"
              />
            </SearchField>
            <Menu
              aria-label={intl.formatMessage({ id: 'gradebook.goTo.found' })}
              className={styles['menu'] ?? ''}
              onAction={(key) => {
                onClose()
                // Only once the popover is gone: while it stands it keeps the focus inside.
                setTimeout(() => onGo(String(key)))
              }}
              renderEmptyState={() => (
                <p className={styles['header']}>
                  {intl.formatMessage({
                    id: text.trim() === '' ? 'gradebook.goTo.hint' : 'gradebook.goTo.none',
                  })}
                </p>
              )}
            >
              {found.map((learner) => (
                <MenuItem key={learner.id} id={learner.id} textValue={text} className={styles['item'] ?? ''}>
                  <Text slot="label">
                    <bdi>{displayName(learner)}</bdi>
                  </Text>
                  <Text slot="description" className={styles['second'] ?? ''}>
                    {learner.username}
                  </Text>
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </AriaLocale>
  )
}

/** Who is read but not shown, because of the search, has no row to go to. */
function findShown(sheet: Sheet, order: RowOrder, text: string): Learner[] {
  return findLearners(sheet, text, sheet.rowCount)
    .filter((id) => order.placeOf(id) >= 0)
    .slice(0, OFFERED)
    .flatMap((id) => sheet.learners[sheet.row(id)] ?? [])
}
