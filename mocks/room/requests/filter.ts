import type { Exchange } from '#mocks/log.ts'

/** Kinds of answers, by the first digit of the status. */
export const STATUS_CLASSES = {
  all: 'Any status',
  '2': '2xx, done',
  '3': '3xx, elsewhere',
  '4': '4xx, refused',
  '5': '5xx, failed',
  '0': 'Dropped',
} as const

export type StatusClass = keyof typeof STATUS_CLASSES

/** Tells whether a kind of answers has this name. */
export function isStatusClass(name: string): name is StatusClass {
  return Object.hasOwn(STATUS_CLASSES, name)
}

/**
 * Gives the exchanges whose status is of the class and that hold every word of the text, in any case: in method, path,
 * query, handler, who asked, or a body.
 */
export function filterExchanges(
  exchanges: readonly Exchange[],
  text: string,
  statusClass: StatusClass,
): readonly Exchange[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return exchanges.filter(
    (exchange) =>
      (statusClass === 'all' || String(Math.floor(exchange.status / 100)) === statusClass) &&
      words.every((word) => holds(exchange, word)),
  )
}

function holds(
  { method, path, query, endpoint, persona, status, faults, ...sent }: Exchange,
  word: string,
): boolean {
  const { request, response } = sent
  return [
    method,
    path,
    query,
    endpoint ?? '',
    persona,
    String(status),
    ...faults,
    request.body,
    response.body,
  ].some((part) => part?.toLowerCase().includes(word))
}
