import type { RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { MessageId } from '#src/i18n/messages.ts'
import styles from './Menu.module.css'

export type ColumnAction =
  | 'ascending'
  | 'descending'
  | 'unsorted'
  | 'hide'
  | 'pin'
  | 'unpin'
  | 'wider'
  | 'narrower'
  | 'usual-width'
  | 'open'

interface ColumnMenuProps {
  readonly trigger: RefObject<Element | null>
  /** The column's full name. */
  readonly title: string
  readonly actions: readonly ColumnAction[]
  /** Where `open` leads: a checked link into the course. */
  readonly href?: string
  readonly onAction: (action: ColumnAction) => void
  readonly onClose: () => void
}

const LABEL: Record<ColumnAction, MessageId> = {
  ascending: 'gradebook.column.ascending',
  descending: 'gradebook.column.descending',
  unsorted: 'gradebook.column.unsorted',
  hide: 'gradebook.column.hide',
  pin: 'gradebook.column.pin',
  unpin: 'gradebook.column.unpin',
  wider: 'gradebook.column.wider',
  narrower: 'gradebook.column.narrower',
  'usual-width': 'gradebook.column.usualWidth',
  open: 'gradebook.column.open',
}

/** What can be done with a column; loaded when first opened. */
export default function ColumnMenu({ trigger, title, actions, href, onAction, onClose }: ColumnMenuProps) {
  const intl = useIntl()
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      className={styles['popover'] ?? ''}
    >
      <Menu
        aria-label={title}
        autoFocus="first"
        className={styles['menu'] ?? ''}
        onAction={(key) => {
          onClose()
          const action = actions.find((one) => one === key)
          if (action) onAction(action)
        }}
      >
        <MenuSection>
          <Header className={styles['header'] ?? ''}>
            <bdi>{title}</bdi>
          </Header>
          {actions.map((action) => (
            <MenuItem
              key={action}
              id={action}
              className={styles['item'] ?? ''}
              {...(action === 'open' ? { href, target: '_blank', rel: 'noreferrer' } : {})}
            >
              {intl.formatMessage({ id: LABEL[action] })}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </Popover>
  )
}
