import type { Method } from '#mocks/catalogue/model.ts'
import type { Persona } from '#mocks/lms/model.ts'
import { type Message, shortened } from '#mocks/log.ts'

/** What the simulated LMS answered to an attempt. */
export interface Answer extends Message {
  /** 0 where the connection was dropped. */
  readonly status: number
  /** Milliseconds. */
  readonly took: number
}

/**
 * Fills in a documented path: `/api/x/{course_id}/`. Course and usage keys stay readable, everything else that a path
 * cannot hold is percent-encoded.
 */
export function addressOf(
  path: string,
  parameters: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(parameters[name] ?? '').replaceAll(/%(?:3A|2B|40|2C)/g, decodeURIComponent),
  )
  const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  return given.size > 0 ? `${filled}?${given}` : filled
}

/** What knows no sessions, and is asked by token. */
const BY_TOKEN = '/api/so2/'

/**
 * Asks the simulated LMS as the screens do: as whoever is asking in this tab, with a CSRF token where one is due.
 * @param user who is asking, for what takes a bearer token only
 */
export async function ask(method: Method, address: string, body: string, user: Persona): Promise<Answer> {
  const headers = new Headers({ Accept: 'application/json' })
  if (address.startsWith(BY_TOKEN) && user !== 'nobody') headers.set('Authorization', `Bearer mock-${user}`)
  if (method !== 'GET') headers.set('X-CSRFToken', await csrfToken())
  if (body !== '') headers.set('Content-Type', 'application/json')
  const start = performance.now()
  try {
    const response = await fetch(new URL(address, location.href), {
      method,
      headers,
      body: body === '' ? undefined : body,
    })
    return {
      status: response.status,
      headers: [...response.headers],
      ...shortened(await response.text()),
      took: performance.now() - start,
    }
  } catch {
    return { status: 0, took: performance.now() - start, headers: [], body: null, cut: false }
  }
}

async function csrfToken(): Promise<string> {
  try {
    const response = await fetch(new URL('/csrf/api/v1/token', location.href))
    const { csrfToken } = (await response.json()) as { csrfToken?: string }
    return csrfToken ?? ''
  } catch {
    // A fault had its way with it: what is asked then gets the answer that it deserves without one.
    return ''
  }
}
