import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q } from '#src/lms/query.ts'
import styles from './Shell.module.css'

/** Who is signed in; a sign-in link for those who are not. */
export function UserBadge() {
  const intl = useIntl()
  const { data, error } = useQuery(q('viewer', {}))
  if (error instanceof LmsError && error.kind === 'unauthenticated') {
    return (
      <a href={lms().links.signIn(location.href)} className={styles['signIn']}>
        {intl.formatMessage({ id: 'error.signIn.action' })}
      </a>
    )
  }
  const name = data ? (data.name ?? data.username) : ''
  return (
    <span
      className={styles['avatar']}
      role="img"
      aria-label={data ? intl.formatMessage({ id: 'shell.user' }, { name }) : undefined}
      aria-hidden={data ? undefined : true}
      title={name}
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
