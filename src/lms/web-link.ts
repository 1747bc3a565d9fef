/**
 * Gives an address from an answer as one that a page may link to; null for anything else. Taken are addresses of http and
 * https on the server's own host, on hosts below it, and on those beside it under the same domain (`apps.example.com`
 * and `studio.example.com` beside `lms.example.com`), where front ends and Studio live.
 * @param base absolute address of the server; what is relative is relative to it
 */
export function webLink(address: string | null | undefined, base: string): string | null {
  if (!address) return null
  const url = URL.parse(address, base)
  const home = URL.parse(base)
  if (!url || !home || !/^https?:$/.test(url.protocol)) return null
  // A name before the host is a trick to look like another one.
  if (url.username || url.password) return null
  return isBeside(url.hostname, home.hostname) ? url.href : null
}

function isBeside(host: string, home: string): boolean {
  if (host === home || host.endsWith(`.${home}`)) return true
  const domain = domainOf(home)
  return domain !== null && (host === domain || host.endsWith(`.${domain}`))
}

/** The domain that a host stands in; null where that could belong to anybody (`co.uk`), and for bare numbers. */
function domainOf(host: string): string | null {
  const labels = host.split('.')
  const domain = labels.slice(1)
  if (domain.length < 2 || /^[\d.]+$|:/.test(host)) return null
  const isPublic = domain.length === 2 && domain.every((label) => label.length <= 3)
  return isPublic ? null : domain.join('.')
}
