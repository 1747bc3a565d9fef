import { FormattedMessage } from 'react-intl'
import { useHref, useLocation } from 'react-router'
import { lms } from '#src/lms/connect.ts'

/** Leads to the LMS's sign-in page, and from there back to the page that is open now. */
export function SignInLink() {
  // From the router and not from `window.location`: a link that stands while one moves on has to follow.
  const { pathname, search, hash } = useLocation()
  const here = useHref({ pathname, search, hash })
  return (
    <a href={lms().links.signIn(new URL(here, location.origin).href)}>
      <FormattedMessage id="error.signIn.action" />
    </a>
  )
}
