import type { Account } from '#mocks/lms/model.ts'
import { lettersFrom } from './letters.ts'

/** Header and payload; a front end's script reads from it who is signed in, and until when. */
export const JWT_COOKIE = 'edx-jwt-cookie-header-payload'
/** The signature, which no script can read. Only both together say who is asking. */
export const JWT_SIGNATURE_COOKIE = 'edx-jwt-cookie-signature'

const HEADER = encode({ alg: 'none', typ: 'JWT' })

/**
 * Writes a JSON web token as the LMS's front ends expect it, split for the two cookies. Its signature is a toy: it
 * shows that somebody changed the payload, and keeps nobody from doing so.
 * @param subject stands for the person in the simulated LMS
 * @param now milliseconds since 1970
 * @param seconds how long it counts
 */
export function splitJwt(
  account: Account,
  subject: string,
  now: number,
  seconds: number,
): { headerAndPayload: string; signature: string } {
  const issued = Math.floor(now / 1000)
  const payload = encode({
    iss: 'simulated-lms',
    aud: 'openedx',
    sub: subject,
    iat: issued,
    exp: issued + seconds,
    version: '1.2.0',
    grant_type: 'password',
    scopes: ['user_id', 'email', 'profile'],
    filters: ['user:me'],
    is_restricted: false,
    user_id: account.id,
    preferred_username: account.username,
    name: account.name ?? '',
    email: account.email,
    email_verified: true,
    administrator: account.globalStaff,
    superuser: false,
    roles: [],
  })
  const headerAndPayload = `${HEADER}.${payload}`
  return { headerAndPayload, signature: sign(headerAndPayload) }
}

/**
 * Gives the subject of a token that came in two cookies; undefined where one is missing, changed, or too old.
 * @param now milliseconds since 1970
 */
export function subjectOfJwt(
  cookies: Readonly<Record<string, string | undefined>>,
  now: number,
): string | undefined {
  const headerAndPayload = cookies[JWT_COOKIE]
  if (!headerAndPayload || cookies[JWT_SIGNATURE_COOKIE] !== sign(headerAndPayload)) return undefined
  const { sub, exp } = decode(headerAndPayload.split('.')[1] ?? '')
  return typeof sub === 'string' && typeof exp === 'number' && now < exp * 1000 ? sub : undefined
}

function sign(text: string): string {
  return lettersFrom(text, 43)
}

function encode(value: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const text = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function decode(text: string): { readonly sub?: unknown; readonly exp?: unknown } {
  try {
    const value: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
