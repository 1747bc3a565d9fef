import { randomUUID } from 'node:crypto'
import { FOREIGN_CHANGES, unpackJournal } from '#mocks/packed.ts'
import { page } from '#mocks/pages.ts'
import { signInCookies } from '#mocks/session.ts'
import { SettingError, hasSettings, readLink, withoutSettings } from '#mocks/settings.ts'
import { accountIn } from '#mocks/world.ts'
import type { Worlds } from '#mocks/worlds.ts'

export const WORLD_COOKIE = 'mock_world'

/**
 * Follows a link with `mock.` parameters: enters the world, lets cookies name it and who asks, and redirects to the
 * same address without them. Values that cannot be used are refused in words, and nothing is changed.
 * @param cookies of the request
 * @returns null where the address has no such parameters
 */
export async function followLink(
  request: Request,
  cookies: Readonly<Record<string, string | undefined>>,
  worlds: Worlds,
): Promise<Response | null> {
  const url = new URL(request.url)
  if (request.method !== 'GET' || !hasSettings(url.searchParams)) return null
  const { settings, refused } = readLink(url.searchParams)
  if (settings.locale)
    refused.push('The build that is served here has one language: mock.locale works in npm start.')
  if (refused.length > 0) return unusable(refused)
  const name = settings.world ?? cookies[WORLD_COOKIE] ?? randomUUID().slice(0, 8)
  try {
    const journal = settings.state === undefined ? undefined : await unpackJournal(settings.state)
    worlds.enter(name, settings, journal)
  } catch (error) {
    if (settings.state === undefined) throw error
    const words = error instanceof SettingError ? error.message : FOREIGN_CHANGES
    return unusable([words])
  }
  const headers = new Headers({ Location: withoutSettings(url), 'Cache-Control': 'no-store' })
  headers.append('Set-Cookie', `${WORLD_COOKIE}=${name}; Path=/; HttpOnly; SameSite=Lax`)
  if (settings.user) {
    const { world } = worlds.visit(name)
    const cookies = signInCookies(settings.user, accountIn(world, settings.user), world.clock())
    for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  }
  return new Response(null, { status: 302, headers })
}

function unusable(sentences: readonly string[]): Response {
  return page(400, 'This link cannot be used', sentences.join(' '))
}

/** Reads the cookies of a request. */
export function readCookies(request: Request): Record<string, string | undefined> {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}
