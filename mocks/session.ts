import type { Account, Persona } from '#mocks/lms/model.ts'
import { JWT_COOKIE, JWT_SIGNATURE_COOKIE, splitJwt, subjectOfJwt } from './jwt.ts'
import { lettersFrom } from './letters.ts'

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

const SESSION_COOKIE = 'sessionid'
export const CSRF_COOKIE = 'csrftoken'

/** Every name has this in front, so that the cookie of another program on the same host is not taken for ours. */
const PREFIX = 'mock-'

/** How long the JWT cookies of a session count, in seconds. */
export const JWT_LIFETIME = 3600

/** Gives the value of the session cookie that signs somebody in. */
function sessionCookie(persona: Persona): string {
  return PREFIX + persona
}

/** Gives the bearer token of somebody; null for nobody. */
export function tokenOf(persona: Persona): string | null {
  return persona === 'nobody' ? null : PREFIX + persona
}

/**
 * Gives the cookies that sign somebody in, as `Set-Cookie` lines.
 * @param account null for nobody: signs out, even where the server has a default user
 * @param now milliseconds since 1970
 */
export function signInCookies(persona: Persona, account: Account | null, now: number): string[] {
  const session = `${SESSION_COOKIE}=${sessionCookie(persona)}; Path=/; HttpOnly; SameSite=Lax`
  return [session, ...(account ? jwtCookies(persona, account, now) : noJwtCookies())]
}

/** Gives the two cookies that carry a JWT, as `Set-Cookie` lines. */
export function jwtCookies(persona: Persona, account: Account, now: number): string[] {
  const { headerAndPayload, signature } = splitJwt(account, sessionCookie(persona), now, JWT_LIFETIME)
  const rest = `Path=/; Max-Age=${JWT_LIFETIME}; SameSite=Lax`
  return [
    `${JWT_COOKIE}=${headerAndPayload}; ${rest}`,
    `${JWT_SIGNATURE_COOKIE}=${signature}; HttpOnly; ${rest}`,
  ]
}

/** Gives the lines that take the JWT away. */
export function noJwtCookies(): string[] {
  return [JWT_COOKIE, JWT_SIGNATURE_COOKIE].map((name) => `${name}=; Path=/; Max-Age=0; SameSite=Lax`)
}

/**
 * Tells who is asking: `Authorization: Bearer mock-<name>` (or `JWT`), else the session cookie, else the JWT cookies
 * where the request wants them read, else the default. An unknown name is nobody.
 * @param now milliseconds since 1970
 */
export function identify(
  headers: Headers,
  cookies: Readonly<Record<string, string | undefined>>,
  fallback: Persona,
  now: number,
): Identity {
  const token = /^(?:Bearer|JWT)\s+(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1]
  if (token !== undefined) return { persona: named(token), bySession: false }
  const session = cookies[SESSION_COOKIE]
  if (session?.startsWith(PREFIX)) return { persona: named(session), bySession: true }
  const subject = readsJwt(headers) ? subjectOfJwt(cookies, now) : undefined
  return { persona: subject === undefined ? fallback : named(subject), bySession: true }
}

/**
 * The middleware turns the cookies into a token only on demand. Behind a service worker no cookie is sent: those that
 * msw remembers would name whoever asked before.
 */
function readsJwt(headers: Headers): boolean {
  return headers.get('USE-JWT-COOKIE') === 'true' && headers.has('Cookie')
}

function named(text: string): Persona {
  const name = text.slice(PREFIX.length)
  return text.startsWith(PREFIX) && isPersona(name) ? name : 'nobody'
}

/** Gives the CSRF token of a world: 64 letters and digits, the same for the same name. */
export function csrfTokenOf(world: string): string {
  return lettersFrom(world, 64)
}

/**
 * Gives what is wrong with the CSRF token of an unsafe request, in Django's words, or null: a browser must send the
 * cookie's value as a header. Behind a service worker no cookie is sent; there the world's own token passes.
 */
export function csrfFailure(
  headers: Headers,
  cookies: Readonly<Record<string, string | undefined>>,
  token: string,
): string | null {
  const sent = headers.get('X-CSRFToken')
  if (!sent) return 'CSRF Failed: CSRF token missing.'
  const due = headers.has('Cookie') ? cookies[CSRF_COOKIE] : token
  if (!due) return 'CSRF Failed: CSRF cookie not set.'
  return sent === due ? null : "CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect."
}
