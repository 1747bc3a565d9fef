import '#src/i18n/later-messages.ts'
import { useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate, useRevalidator } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { countUnsaved, forgetTrays } from '#src/lms/keep-tray.ts'
import type { Viewer } from '#src/lms/lms.ts'
import { queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import Menu from '#src/ui/Menu.tsx'
import styles from './AccountMenu.module.css'

interface AccountMenuProps {
  /** Where the menu opens; focus returns there. */
  readonly anchor: Element
  /** Null where the server knows people by a token. */
  readonly viewer: Viewer | null
  readonly onClose: () => void
}

/**
 * Where one's own grades stand, and what one can do about one's session, or token. Signing out takes every unsaved change along,
 * and asks first.
 */
export default function AccountMenu({ anchor, viewer, onClose }: AccountMenuProps) {
  const intl = useIntl()
  const navigate = useNavigate()
  const revalidator = useRevalidator()
  const [unsaved, setUnsaved] = useState<number | null>(null)
  const isLeaving = useRef(false)
  const offersGrades = lms().courseTotal !== undefined || lms().courseTotals !== undefined

  const leave = async ({ username }: Viewer) => {
    await forgetTrays({ site: lms().site, username })
    location.assign(lms().links.signOut())
  }
  const signOut = async (who: Viewer) => {
    isLeaving.current = true
    const count = await countUnsaved({ site: lms().site, username: who.username })
    if (count === 0) await leave(who)
    else setUnsaved(count)
  }
  const end = () => {
    if (viewer) return void signOut(viewer)
    lms().token?.take('')
    queryClient.clear()
    void revalidator.revalidate()
  }
  const isHeld = lms().token?.give() != null

  if (unsaved !== null && viewer) {
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
              <Button onPress={() => void leave(viewer)}>
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
          label: viewer
            ? intl.formatMessage({ id: 'shell.user' }, { name: viewer.name ?? viewer.username })
            : intl.formatMessage({ id: 'token.held' }, { isHeld: String(isHeld) }),
          entries: [
            ...(offersGrades ? [{ id: 'grades', label: intl.formatMessage({ id: 'grades.title' }) }] : []),
            viewer
              ? { id: 'sign-out', label: intl.formatMessage({ id: 'shell.signOut' }) }
              : { id: 'forget', label: intl.formatMessage({ id: 'token.forget' }), isDisabled: !isHeld },
          ],
        },
      ]}
      onAction={(action) => void (action === 'grades' ? navigate(path.grades()) : end())}
      onClose={() => isLeaving.current || onClose()}
    />
  )
}
