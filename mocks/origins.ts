const LOCAL_HOST = /^(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/

/** Tells whether an address is one of this machine's own, on whatever port: a front end in development. */
export function isLocal({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && LOCAL_HOST.test(hostname)
}

/** Tells whether an `Origin` header names a page of this machine. */
export function isLocalOrigin(origin: string): boolean {
  const url = URL.parse(origin)
  return url !== null && url.origin === origin && isLocal(url)
}

/**
 * Gives where a sign-in or sign-out may lead: to the LMS itself or to this machine's other ports, and nowhere else.
 * @param next as it stands in the query, relative or absolute
 * @param own any address of the LMS
 * @returns null where there is none, or it leads out
 */
export function safeTarget(next: string | null, own: URL): URL | null {
  const target = next === null ? null : URL.parse(next, own)
  // Somebody else's name before an @ is there to deceive.
  if (!target || target.username !== '' || target.password !== '') return null
  // The protocol, too: a `blob:` has the origin of whoever made it.
  const isHere = target.protocol === own.protocol && target.host === own.host
  return isHere || isLocal(target) ? target : null
}

/** Writes an address for the same origin, so that no second slash makes a host out of its path. */
export function pathOf({ pathname, search, hash }: URL): string {
  return pathname.replace(/^\/+/, '/') + search + hash
}
