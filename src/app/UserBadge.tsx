import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { q } from '#src/lms/query.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import styles from './Shell.module.css'

/** Who is signed in; a sign-in link for those who are not. */
export function UserBadge() {
  const intl = useIntl()
  const { data, error } = useQuery(q('viewer', {}))
  const name = data ? (data.name ?? data.username) : ''
  return (
    <Remedy error={error}>
      <span
        className={styles['avatar']}
        role="img"
        aria-label={data ? intl.formatMessage({ id: 'shell.user' }, { name }) : undefined}
        aria-hidden={data ? undefined : true}
        title={name}
      >
        {initials(name, intl.locale)}
      </span>
    </Remedy>
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
