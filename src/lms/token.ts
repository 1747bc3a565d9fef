import { LmsError } from './errors.ts'
import { Listeners } from '#src/domain/listeners.ts'
import type { Credentials } from './session.ts'

/** Holds the token by which a person is known, in memory only: it is gone with the page. */
export class TokenHolder {
  readonly changes = new Listeners()
  #token: string | null = null
  #version = 0

  /** Rises with each token that is taken or forgotten. */
  get version(): number {
    return this.#version
  }

  /** Blanks around a pasted token are not part of it. An empty one is none, nor is one that no header can carry. */
  take(token: string): void {
    const trimmed = token.trim()
    this.#token = isToken(trimmed) ? trimmed : null
    this.#version += 1
    this.changes.tell()
  }

  give(): string | null {
    return this.#token
  }
}

/** Signs each request by the token; without one nothing is sent. A refused token is forgotten, so that another one is asked for. */
export function bearerCredentials(holder: TokenHolder): Credentials {
  return {
    // Cookies would tell nothing, and the server sees the token only.
    mode: 'omit',
    headers: async () => {
      const token = holder.give()
      if (token === null) throw new LmsError('unauthenticated')
      // The document demands the content type on reads, too. Some browsers' preflight is the price.
      return {
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        stamp: holder.version,
      }
    },
    renew: async (_, stamp) => {
      // A newer token, handed over or typed meanwhile, was not the one refused.
      if (stamp !== holder.version) return holder.give() !== null
      holder.take('')
      return false
    },
  }
}

/** Tells whether a text can be a token: one word of what a header can carry. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}
