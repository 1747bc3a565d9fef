import { LmsError } from '#src/lms/errors.ts'
import type { Links } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { staysInPath } from '#src/lms/url.ts'

/**
 * Links into the LMS. Each is made on the server's own origin from parts that are encoded, so that no id can lead
 * elsewhere: a link throws `LmsError`, kind `not-found`, for an id that would leave its place in the path.
 * @throws {Error} when `loginUrl` or `logoutUrl` leads to another origin, or is not http
 */
export function linksTo(session: Pick<Session, 'baseUrl' | 'loginUrl' | 'logoutUrl'>): Links {
  const base = new URL(`${session.baseUrl}/`)
  const login = configured('loginUrl')
  const logout = configured('logoutUrl')

  function configured(key: 'loginUrl' | 'logoutUrl'): URL {
    const url = /^\/(?!\/)/.test(session[key]) ? at(session[key]) : new URL(session[key], base)
    if (isWeb(url) && url.origin === base.origin) return url
    throw new Error(`config.json: ${key}: must be an address of the LMS`)
  }

  function at(path: string): URL {
    return new URL(path.replace(/^\/+/, './'), base)
  }

  return {
    signIn(next) {
      const url = new URL(login)
      // Anything but a web address could run code once the LMS sends the browser there.
      if (isWeb(URL.parse(next))) url.searchParams.set('next', next)
      return url.href
    },
    signOut: () => logout.href,
    profile: (username) => at(`u/${inPath(username)}`).href,
    course: (courseId) => at(`courses/${inPath(courseId)}/`).href,
    subsection: (courseId, subsectionId) =>
      at(`courses/${inPath(courseId)}/jump_to/${inPath(subsectionId)}`).href,
  }
}

function inPath(id: string): string {
  if (!staysInPath(id)) throw new LmsError('not-found')
  return encodeURIComponent(id.toWellFormed())
}

function isWeb(url: URL | null): boolean {
  return url?.protocol === 'https:' || url?.protocol === 'http:'
}
