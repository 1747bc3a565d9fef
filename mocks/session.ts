import type { Persona } from '#mocks/lms/model.ts'

const all = {
  instructor: 'Teaches the course.',
  'limited-staff': 'Course staff with limited rights.',
  'global-staff': 'Staff of the whole site.',
  learner: 'Takes the course.',
  stranger: 'Signed in, but not enrolled.',
  nobody: 'Not signed in.',
} as const satisfies Record<Persona, string>

/** Who may be asking, each with a sentence that says who that is. */
export const personaSentences: Readonly<Record<Persona, string>> = all

export const personas = Object.keys(all).filter(isPersona)

/** Tells whether somebody has this name. */
export function isPersona(name: string): name is Persona {
  return Object.hasOwn(all, name)
}

export interface Identity {
  readonly persona: Persona
  /** Told by the browser's cookie (or by default): whoever writes must then show a CSRF token. */
  readonly bySession: boolean
}

export const SESSION_COOKIE = 'sessionid'
export const CSRF_COOKIE = 'csrftoken'

/** Every name has this in front, so that the cookie of another program on the same host is not taken for ours. */
const PREFIX = 'mock-'

/** Gives the value of the session cookie that signs somebody in. */
export function sessionCookie(persona: Persona): string {
  return PREFIX + persona
}

/**
 * Tells who is asking: `Authorization: Bearer mock-<name>` (or `JWT`), else the session cookie, else the default.
 * An unknown name is nobody.
 */
export function identify(
  headers: Headers,
  cookies: Readonly<Record<string, string | undefined>>,
  fallback: Persona,
): Identity {
  const token = /^(?:Bearer|JWT)\s+(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1]
  if (token !== undefined) return { persona: named(token), bySession: false }
  const session = cookies[SESSION_COOKIE]
  return { persona: session?.startsWith(PREFIX) ? named(session) : fallback, bySession: true }
}

function named(text: string): Persona {
  const name = text.slice(PREFIX.length)
  return text.startsWith(PREFIX) && isPersona(name) ? name : 'nobody'
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Gives the CSRF token of a world: 64 letters and digits, the same for the same name. */
export function csrfTokenOf(world: string): string {
  let state = 0x2545f491
  for (const char of world) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x5bd1e995)
  return Array.from({ length: 64 }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9
    return ALPHABET[(state >>> 3) % ALPHABET.length]
  }).join('')
}

/**
 * Gives what is wrong with the CSRF token of an unsafe request, in Django's words, or null.
 * A browser must send the cookie's value as a header; the world's own token passes too, because no cookie is visible
 * behind a service worker.
 */
export function csrfFailure(
  headers: Headers,
  cookies: Readonly<Record<string, string | undefined>>,
  token: string,
): string | null {
  const sent = headers.get('X-CSRFToken')
  if (!sent) return 'CSRF Failed: CSRF token missing.'
  if (sent === token || sent === cookies[CSRF_COOKIE]) return null
  return "CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect."
}
