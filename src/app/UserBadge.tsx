import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { useIntl } from 'react-intl'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import styles from './Shell.module.css'

const AccountMenu = lazy(() => import('./AccountMenu.tsx'))

/** Who is signed in, with a menu to sign out; a sign-in link for those who are not. A token does not say whose it is. */
export function UserBadge() {
  const intl = useIntl()
  const { data, error } = useQuery(q('viewer', {}))
  const [anchor, setAnchor] = useState<Element | null>(null)
  if (!data && !lms().token) {
    return (
      <Remedy error={error}>
        <span className={styles['avatar']} aria-hidden />
      </Remedy>
    )
  }
  const name = data?.name ?? data?.username ?? intl.formatMessage({ id: 'shell.account' })
  return (
    <>
      <button
        type="button"
        className={styles['avatar']}
        aria-label={data ? intl.formatMessage({ id: 'shell.user' }, { name }) : name}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={name}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {initials(name, intl.locale)}
      </button>
      {anchor ? (
        <Suspense fallback={null}>
          <AccountMenu anchor={anchor} viewer={data ?? null} onClose={() => setAnchor(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** In the page's language: a Turkish i becomes İ there, and nowhere else. */
function initials(name: string, locale: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase(locale)
}
