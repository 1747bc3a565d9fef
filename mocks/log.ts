import type { Persona } from '#mocks/lms/model.ts'
import type { FaultName } from './faults.ts'

/** What was sent one way. */
export interface Message {
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  /** As text; null where there was none, or while it is still being read. */
  readonly body: string | null
  /** True where the body was longer than what is kept. */
  readonly cut: boolean
}

/** One request and what the simulated LMS answered. */
export interface Exchange {
  readonly id: number
  /** By the device's clock, in milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** With its question mark; empty without a query. */
  readonly query: string
  /** Who was asking. */
  readonly persona: Persona
  /** 0 where the connection was dropped. */
  readonly status: number
  /** How long it took, in milliseconds. */
  readonly took: number
  /** The operation that answered; null where the request was answered before any was chosen, or none was found. */
  readonly endpoint: string | null
  /** Active faults that had their way with it. */
  readonly faults: readonly FaultName[]
  readonly request: Message
  readonly response: Message
}

/** What answered a request, as far as it got. */
export type Answerer = Pick<Exchange, 'endpoint' | 'faults'>

/** How many exchanges are kept. */
const MOST = 500
/** The longest body that is kept, in characters. */
const LONGEST = 100_000

/** Gives as much of a body as is kept. */
export function shortened(text: string | null): Pick<Message, 'body' | 'cut'> {
  if (text === null || text === '') return { body: null, cut: false }
  return { body: text.slice(0, LONGEST), cut: text.length > LONGEST }
}

/**
 * The last requests of a tab, newest first. In memory only: the bodies hold grades, and those are not to be stored.
 * Each change gives a new list.
 */
export class RequestLog {
  #exchanges: readonly Exchange[] = []
  #lastId = 0
  readonly #answerers = new WeakMap<AbortSignal, Answerer>()
  readonly #listeners = new Set<() => void>()

  readonly exchanges = (): readonly Exchange[] => this.#exchanges

  /** Calls back on each change; gives the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Notes which operation a request reached. A request is known by its signal, which it keeps all the way. */
  note(request: AbortSignal, answerer: Answerer): void {
    this.#answerers.set(request, answerer)
  }

  /** Gives what was noted of a request. */
  answererOf(request: AbortSignal): Answerer {
    return this.#answerers.get(request) ?? { endpoint: null, faults: [] }
  }

  /** Adds an exchange and gives its id. The oldest one goes where there are too many. */
  add(exchange: Omit<Exchange, 'id'>): number {
    this.#lastId += 1
    this.#set([{ ...exchange, id: this.#lastId }, ...this.#exchanges.slice(0, MOST - 1)])
    return this.#lastId
  }

  /** Fills in a response's body once it is read. */
  fill(id: number, body: Pick<Message, 'body' | 'cut'>): void {
    this.#set(
      this.#exchanges.map((one) =>
        one.id === id ? { ...one, response: { ...one.response, ...body } } : one,
      ),
    )
  }

  clear(): void {
    this.#set([])
  }

  #set(exchanges: readonly Exchange[]): void {
    this.#exchanges = exchanges
    for (const listener of this.#listeners) listener()
  }
}
