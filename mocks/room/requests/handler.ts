import { familyOf, titleOf } from '#mocks/catalogue/families.ts'
import type { Exchange } from '#mocks/log.ts'

/**
 * Says what answered: the family of operations and the operation's name in its contract; `by its documents` where it
 * was the catalogue; or why it came to no operation.
 */
export function handlerOf({
  endpoint,
  path,
  status,
}: Pick<Exchange, 'endpoint' | 'path' | 'status'>): string {
  if (endpoint !== null) {
    const name = endpoint.includes(' /') ? 'by its documents' : endpoint
    return `${titleOf(familyOf(path))}: ${name}`
  }
  if (status === 404) return 'not found'
  if (status === 301) return 'sent on to the address with its slash'
  return 'no operation'
}
