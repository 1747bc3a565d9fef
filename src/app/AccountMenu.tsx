import '#src/i18n/later-messages.ts'
import { useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { countUnsaved, forgetTrays } from '#src/lms/keep-tray.ts'
import type { Viewer } from '#src/lms/lms.ts'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import Menu from '#src/ui/Menu.tsx'
import styles from './AccountMenu.module.css'

interface AccountMenuProps {
  /** Where the menu opens; focus returns there. */
  readonly anchor: Element
  readonly viewer: Viewer
  readonly onClose: () => void
}

/** Where one's own grades stand, and what one can do about one's session. Signing out takes every unsaved change along, and asks first. */
export default function AccountMenu({ anchor, viewer, onClose }: AccountMenuProps) {
  const intl = useIntl()
  const navigate = useNavigate()
  const [unsaved, setUnsaved] = useState<number | null>(null)
  const isLeaving = useRef(false)
  const offersGrades = lms().courseTotal !== undefined || lms().courseTotals !== undefined
  const owner = { site: lms().site, username: viewer.username }

  const leave = async () => {
    await forgetTrays(owner)
    location.assign(lms().links.signOut())
  }
  const signOut = async () => {
    isLeaving.current = true
    const count = await countUnsaved(owner)
    if (count === 0) await leave()
    else setUnsaved(count)
  }

  if (unsaved !== null) {
    return (
      <Dialog title={intl.formatMessage({ id: 'signOut.title' })} onClose={onClose}>
        {(close) => (
          <>
            <p className={styles['text']}>
              <FormattedMessage id="signOut.text" values={{ count: unsaved }} />
            </p>
            <div className={styles['actions']}>
              <Button variant="primary" onPress={close}>
                <FormattedMessage id="signOut.stay" />
              </Button>
              <Button onPress={() => void leave()}>
                <FormattedMessage id="signOut.leave" />
              </Button>
            </div>
          </>
        )}
      </Dialog>
    )
  }
  return (
    <Menu
      label={intl.formatMessage({ id: 'shell.account' })}
      anchor={anchor}
      groups={[
        {
          id: 'account',
          label: intl.formatMessage({ id: 'shell.user' }, { name: viewer.name ?? viewer.username }),
          entries: [
            ...(offersGrades ? [{ id: 'grades', label: intl.formatMessage({ id: 'grades.title' }) }] : []),
            { id: 'sign-out', label: intl.formatMessage({ id: 'shell.signOut' }) },
          ],
        },
      ]}
      onAction={(action) => void (action === 'grades' ? navigate(path.grades()) : signOut())}
      onClose={() => isLeaving.current || onClose()}
    />
  )
}
