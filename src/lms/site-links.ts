import type { Links } from './lms.ts'
import type { Session } from './session.ts'

/** What every site has, and what its other links are made with. */
export interface SiteLinks extends Pick<Links, 'signIn' | 'signOut'> {
  /** Gives the address of a path below the server's own. */
  readonly at: (path: string) => URL
}

/**
 * Gives the ways in and out of a site, as they are configured.
 * @throws {Error} when `loginUrl` or `logoutUrl` leads to another origin, or is not http
 */
export function siteLinks(session: Pick<Session, 'baseUrl' | 'loginUrl' | 'logoutUrl'>): SiteLinks {
  const base = new URL(`${session.baseUrl}/`)
  const at = (path: string) => new URL(path.replace(/^\/+/, './'), base)

  function configured(key: 'loginUrl' | 'logoutUrl'): URL {
    const url = /^\/(?!\/)/.test(session[key]) ? at(session[key]) : new URL(session[key], base)
    if (isWeb(url) && url.origin === base.origin) return url
    throw new Error(`config.json: ${key}: must be an address of the LMS`)
  }

  const login = configured('loginUrl')
  const logout = configured('logoutUrl')
  return {
    at,
    signIn(next) {
      const url = new URL(login)
      // Anything but a web address could run code once the LMS sends the browser there.
      if (isWeb(URL.parse(next))) url.searchParams.set('next', next)
      return url.href
    },
    signOut: () => logout.href,
  }
}

function isWeb(url: URL | null): boolean {
  return url?.protocol === 'https:' || url?.protocol === 'http:'
}
