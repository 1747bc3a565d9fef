import type { RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { useIntl } from 'react-intl'
import type { Learner } from '#src/domain/course.ts'
import { displayName } from '#src/domain/view.ts'
import styles from './Menu.module.css'

interface LearnerMenuProps {
  readonly trigger: RefObject<Element | null>
  readonly learner: Learner
  /** The learner's profile in the learning system, where it has one: a checked link. */
  readonly profile?: string
  readonly onCopy: () => void
  readonly onClose: () => void
}

/** What can be done with a learner; loaded when first opened. */
export default function LearnerMenu({ trigger, learner, profile, onCopy, onClose }: LearnerMenuProps) {
  const intl = useIntl()
  const name = displayName(learner)
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      className={styles['popover'] ?? ''}
    >
      <Menu
        aria-label={name}
        autoFocus="first"
        className={styles['menu'] ?? ''}
        onAction={(key) => {
          onClose()
          if (key === 'copy') onCopy()
        }}
      >
        <MenuSection>
          <Header className={styles['header'] ?? ''}>
            <bdi>{name}</bdi>
          </Header>
          {profile === undefined ? null : (
            <MenuItem
              id="profile"
              className={styles['item'] ?? ''}
              href={profile}
              target="_blank"
              rel="noreferrer"
            >
              {intl.formatMessage({ id: 'gradebook.learner.profile' })}
            </MenuItem>
          )}
          <MenuItem id="copy" className={styles['item'] ?? ''}>
            {intl.formatMessage({ id: 'gradebook.learner.copy' }, { username: learner.username })}
          </MenuItem>
        </MenuSection>
      </Menu>
    </Popover>
  )
}
