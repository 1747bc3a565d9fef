import { Header, Menu as AriaMenu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { AriaLocale } from './AriaLocale.tsx'
import styles from './Menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Small, under the label: the present value, or why the entry cannot be used. */
  readonly detail?: string
  readonly isDisabled?: boolean
  /** In a group with `choice`: whether this one is on. */
  readonly isChosen?: boolean
  /** Makes the entry a link; `target` as in HTML. */
  readonly href?: string
  readonly target?: string
}

export interface MenuGroup {
  readonly id: string
  readonly label?: string
  /** Entries that are on or off: one of them, or any number. */
  readonly choice?: 'one' | 'many'
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly label: string
  /** Where the menu opens; focus returns there. */
  readonly anchor: Element
  readonly groups: readonly MenuGroup[]
  readonly onAction: (entryId: string) => void
  readonly onClose: () => void
}

/**
 * An open menu under `anchor`. Render it while it is open. It brings react-aria-components with it, so load it with
 * `lazy(() => import('#src/ui/Menu.tsx'))` when it is first wanted.
 */
export default function Menu({ label, anchor, groups, onAction, onClose }: MenuProps) {
  return (
    <AriaLocale>
      <Popover
        aria-label={label}
        isOpen
        onOpenChange={(open) => open || onClose()}
        triggerRef={{ current: anchor }}
        placement="bottom start"
        offset={4}
        className={styles['popover'] ?? ''}
      >
        <AriaMenu
          aria-label={label}
          className={styles['menu'] ?? ''}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that was just asked for takes the focus
          autoFocus="first"
          onAction={(id) => onAction(String(id))}
          onClose={onClose}
        >
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              id={group.id}
              className={styles['group'] ?? ''}
              aria-label={group.label ?? label}
              {...chosen(group)}
            >
              {group.label ? <Header className={styles['heading'] ?? ''}>{group.label}</Header> : null}
              {group.entries.map((entry) => (
                <Entry key={entry.id} {...entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </AriaLocale>
  )
}

function Entry({ id, label, detail, isDisabled, href, target }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      isDisabled={isDisabled}
      href={href}
      target={target}
      rel={target === '_blank' ? 'noopener' : undefined}
      textValue={label}
      aria-label={detail ? `${label}, ${detail}` : label}
      className={styles['entry'] ?? ''}
    >
      <span>{label}</span>
      {detail ? <small>{detail}</small> : null}
    </MenuItem>
  )
}

function chosen({ choice, entries }: MenuGroup) {
  if (!choice) return { selectionMode: 'none' } as const
  return {
    selectionMode: choice === 'one' ? 'single' : 'multiple',
    disallowEmptySelection: choice === 'one',
    selectedKeys: entries.flatMap((entry) => (entry.isChosen ? entry.id : [])),
  } as const
}
