import type { Channel } from './shared-tray.ts'
import type { Locks } from './saving-turn.ts'

/** Where one tab hears the others. */
interface End {
  readonly name: string
  hear: (message: unknown) => void
  readonly inbox: unknown[]
}

/** What connects the tabs of a browser, for tests: messages arrive when `deliver` is called, in order for each tab. */
export class FakeTabs {
  readonly #open = new Set<End>()

  readonly openChannel = (name: string): Channel => {
    const end: End = { name, hear: () => {}, inbox: [] }
    this.#open.add(end)
    return {
      send: (message) => {
        for (const other of this.#open) {
          if (other !== end && other.name === name) other.inbox.push(structuredClone(message))
        }
      },
      hear: (listener) => {
        end.hear = listener
      },
      close: () => this.#open.delete(end),
    }
  }

  /** Lets one message arrive at the tab of a number. Gives false where none waits there. */
  deliver(tab: number): boolean {
    const end = [...this.#open][tab]
    if (!end || end.inbox.length === 0) return false
    end.hear(end.inbox.shift())
    return true
  }

  /** Lets everything arrive, and what that causes. Gives how many messages that were. */
  deliverAll(): number {
    let count = 0
    while ([...this.#open.keys()].some((_, tab) => this.deliver(tab))) {
      count += 1
      if (count > 10_000) throw new Error('Messages go round in circles')
    }
    return count
  }
}

/** Web Locks of one browser, for tests: in the order of asking, shared ones together. */
export function fakeLocks(): Locks {
  let holders: Array<'shared' | 'exclusive'> = []
  const waiting: Array<{ mode: 'shared' | 'exclusive'; go: () => void }> = []
  const fits = (mode: string) => holders.length === 0 || (mode === 'shared' && !holders.includes('exclusive'))
  const next = () => {
    while (waiting[0] && fits(waiting[0].mode)) waiting.shift()?.go()
  }
  const request = async (
    _: string,
    options: LockOptions,
    callback: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    const { mode = 'exclusive', ifAvailable, signal } = options
    await Promise.resolve()
    if (ifAvailable && !(fits(mode) && waiting.length === 0)) return callback(null)
    await new Promise<void>((resolve, reject) => {
      const entry = { mode, go: () => (holders.push(mode), resolve()) }
      waiting.push(entry)
      signal?.addEventListener('abort', () => {
        const at = waiting.indexOf(entry)
        if (at < 0) return
        waiting.splice(at, 1)
        reject(signal.reason as Error)
      })
      next()
    })
    try {
      return await callback({ name: 'lock', mode })
    } finally {
      holders = holders.toSpliced(holders.indexOf(mode), 1)
      next()
    }
  }
  return { request: request as Locks['request'] }
}
