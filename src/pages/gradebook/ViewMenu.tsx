import type { RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { TableSettings } from './column-settings.ts'
import styles from './Menu.module.css'

interface ViewMenuProps {
  readonly trigger: RefObject<Element | null>
  readonly columns: ReadonlyArray<{ readonly id: string; readonly title: string }>
  readonly settings: TableSettings
  readonly onChange: (change: TableSettings) => void
  readonly onClose: () => void
}

/** Which columns are shown and how high a row is; loaded when first opened. */
export default function ViewMenu({ trigger, columns, settings, onChange, onClose }: ViewMenuProps) {
  const intl = useIntl()
  const hidden = new Set(settings.hidden)
  const shown = columns.filter(({ id }) => !hidden.has(id)).map(({ id }) => id)
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      className={styles['popover'] ?? ''}
    >
      <Menu
        aria-label={intl.formatMessage({ id: 'gradebook.columns.open' })}
        autoFocus="first"
        shouldCloseOnSelect={false}
        className={styles['menu'] ?? ''}
        onAction={(key) => {
          if (key === 'reset') onChange({ hidden: [], pinned: [], widths: {} })
        }}
      >
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[settings.density ?? 'comfortable']}
          onSelectionChange={(keys) =>
            onChange({ density: new Set(keys).has('compact') ? 'compact' : 'comfortable' })
          }
        >
          <Header className={styles['header'] ?? ''}>
            {intl.formatMessage({ id: 'gradebook.columns.rows' })}
          </Header>
          <MenuItem id="comfortable" className={styles['item'] ?? ''}>
            {intl.formatMessage({ id: 'gradebook.columns.comfortable' })}
          </MenuItem>
          <MenuItem id="compact" className={styles['item'] ?? ''}>
            {intl.formatMessage({ id: 'gradebook.columns.compact' })}
          </MenuItem>
        </MenuSection>
        <MenuItem id="reset" className={styles['item'] ?? ''}>
          {intl.formatMessage({ id: 'gradebook.columns.reset' })}
        </MenuItem>
        <MenuSection
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={(keys) => {
            const chosen = keys === 'all' ? null : new Set(keys)
            onChange({
              hidden: columns.filter(({ id }) => chosen !== null && !chosen.has(id)).map(({ id }) => id),
            })
          }}
        >
          <Header className={styles['header'] ?? ''}>
            {intl.formatMessage({ id: 'gradebook.columns.shown' })}
          </Header>
          {columns.map(({ id, title }) => (
            <MenuItem key={id} id={id} textValue={title} className={styles['item'] ?? ''}>
              <bdi>{title}</bdi>
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </Popover>
  )
}
