import { Refusal } from '#mocks/lms/refusal.ts'

/** The time over which calls are counted, in milliseconds. */
const MINUTE = 60_000

/** Refuses a call that came too soon, in the words of Django REST framework. */
export class Throttled extends Refusal {
  /** After which the server will listen again. */
  readonly seconds: number

  constructor(seconds: number) {
    const unit = seconds === 1 ? 'second' : 'seconds'
    super('refused', `Request was throttled. Expected available in ${seconds} ${unit}.`, { status: 429 })
    this.seconds = seconds
  }
}

/** Counts the calls of the last minute, as Django REST framework's `UserRateThrottle` does: those refused do not count. */
export class Throttle {
  readonly #calls = new Map<string, readonly number[]>()

  /**
   * Counts a call.
   * @param who whose calls of what are counted together
   * @param most how many a minute has room for
   * @param now milliseconds since 1970
   * @throws {Throttled} 429, where the minute is full
   */
  count(who: string, most: number, now: number): void {
    const recent = (this.#calls.get(who) ?? []).filter((at) => at > now - MINUTE)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= most) {
      throw new Throttled(Math.ceil((oldest + MINUTE - now) / 1000))
    }
    this.#calls.set(who, [...recent, now])
  }
}
