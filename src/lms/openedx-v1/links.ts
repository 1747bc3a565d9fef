import { LmsError } from '#src/lms/errors.ts'
import type { Links } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { siteLinks } from '#src/lms/site-links.ts'
import { staysInPath } from '#src/lms/url.ts'

/**
 * Links into the LMS. Each is made on the server's own origin from parts that are encoded, so that no id can lead
 * elsewhere: a link throws `LmsError`, kind `not-found`, for an id that would leave its place in the path.
 * @throws {Error} when `loginUrl` or `logoutUrl` leads to another origin, or is not http
 */
export function linksTo(session: Pick<Session, 'baseUrl' | 'loginUrl' | 'logoutUrl'>): Links {
  const { at, ...inAndOut } = siteLinks(session)
  return {
    ...inAndOut,
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
