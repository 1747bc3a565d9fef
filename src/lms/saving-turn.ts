import type { EditStore } from './edit-store.ts'
import { unlessAborted } from './session.ts'

/** What takes turns among tabs: the browser's Web Locks. */
export type Locks = Pick<LockManager, 'request'>

interface SavingTurnOptions {
  readonly locks: Locks
  /** The same in all tabs that share a tray. */
  readonly name: string
  readonly store: EditStore
  /** This tab saves now: the others are to know. */
  readonly onStart: () => void
}

/**
 * Lets one tab save at a time. Several savings of this tab share its turn; a tab that dies gives its turn back.
 */
export class SavingTurn {
  readonly #options: SavingTurnOptions
  #users = 0
  #turn: { readonly granted: Promise<void>; readonly end: () => void } | null = null
  #isMine = false
  #isWatching = false

  constructor(options: SavingTurnOptions) {
    this.#options = options
  }

  /** Runs work in this tab's turn. Gives null where the signal ends the waiting; the work itself minds its signal. */
  readonly run = async <Result>(
    work: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result | null> => {
    this.#users += 1
    this.#turn ??= this.#ask()
    const { granted, end } = this.#turn
    try {
      const isMine = await unlessAborted(granted, signal).then(
        () => true,
        () => false,
      )
      return isMine ? await work() : null
    } finally {
      this.#users -= 1
      if (this.#users === 0) {
        this.#turn = null
        this.#isMine = false
        end()
      }
    }
  }

  /** Follows a saving of another tab to its end, if there is one. */
  watch(): void {
    const { locks, name, store } = this.#options
    if (this.#isWatching || this.#isMine) return
    this.#isWatching = true
    const free = (lock: Lock | null) => {
      if (lock) return
      store.setSavingElsewhere(true)
      // Granted when whoever saves has ended, or died.
      return locks.request(name, { mode: 'shared' }, () => undefined)
    }
    void locks
      .request(name, { mode: 'shared', ifAvailable: true }, free)
      .catch(() => undefined)
      .finally(() => {
        this.#isWatching = false
        store.setSavingElsewhere(false)
      })
  }

  #ask(): { granted: Promise<void>; end: () => void } {
    const { locks, name, store, onStart } = this.#options
    const granted = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const waiting = new AbortController()
    let isGranted = false
    const hold = () => {
      isGranted = true
      this.#isMine = true
      store.setSavingElsewhere(false)
      onStart()
      granted.resolve()
      return ended.promise
    }
    // A browser that refuses locks leaves each tab alone.
    locks.request(name, { signal: waiting.signal }, hold).catch(() => granted.resolve())
    return {
      granted: granted.promise,
      end: () => (isGranted ? ended.resolve() : waiting.abort()),
    }
  }
}
