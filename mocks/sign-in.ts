import { type HttpHandler, http } from 'msw'
import { askerOf } from './asker.ts'
import { pathOf, safeTarget } from './origins.ts'
import { escape, page } from './pages.ts'
import { isPersona, personaSentences, personas, signInCookies } from './session.ts'
import { type World, accountIn } from './world.ts'

/** The pages around a session: where one chooses who to be, leaves, and finds who one is. */
export function signInFace(world: World): HttpHandler[] {
  return [
    http.get(isAt('/login'), ({ request }) => {
      const url = new URL(request.url)
      const user = url.searchParams.get('user')
      return user !== null && isPersona(user)
        ? enter(world, user, safeTarget(url.searchParams.get('next'), url) ?? new URL('/dashboard', url))
        : choice(world, url)
    }),
    http.get(isAt('/logout'), ({ request }) => {
      const url = new URL(request.url)
      const next = url.searchParams.get('redirect_url') ?? url.searchParams.get('next')
      return enter(world, 'nobody', safeTarget(next, url) ?? new URL('/login', url))
    }),
    http.get(isAt('/dashboard'), ({ request, cookies }) => {
      const url = new URL(request.url)
      const account = accountIn(world, askerOf(world, request, cookies).persona)
      if (!account) return redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`)
      const words = `Simulated LMS, scenario ${world.options.scenario}. You are ${account.username}.`
      return page(
        200,
        'Dashboard',
        words,
        list([link('/login', 'Be somebody else'), link('/logout', 'Sign out')]),
      )
    }),
  ]
}

function isAt(path: string): (info: { request: Request }) => boolean {
  return ({ request }) => new URL(request.url).pathname === path
}

/** Signs in (or out) by cookies, and leads to where one wanted to go. */
function enter(world: World, user: (typeof personas)[number], target: URL): Response {
  const cookies = signInCookies(user, accountIn(world, user), world.clock())
  return redirect(target.href, cookies)
}

function redirect(Location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 302, headers })
}

/** Offers everybody whom one can be, with links that lead back to where `next` says. */
function choice(world: World, url: URL): Response {
  const next = url.searchParams.get('next')
  const target = safeTarget(next, url)
  const offers = personas
    .filter((persona) => persona !== 'nobody')
    .map((persona) => `${link(wayBack(url, target, persona), persona)}: ${personaSentences[persona]}`)
  const refused =
    next !== null && !target ? ' The address to return to is on another machine; it was left out.' : ''
  const words = `Simulated LMS, scenario ${world.options.scenario}. Who are you?${refused}`
  return page(200, 'Sign in', words, list(offers))
}

/** Here a `mock.` parameter signs in, as in every link to a state; a front end on another port would not know it. */
function wayBack(url: URL, target: URL | null, persona: string): string {
  if (target && target.origin !== url.origin) {
    return `/login?user=${persona}&next=${encodeURIComponent(target.href)}`
  }
  const back = new URL(target ?? new URL('/', url))
  back.search = `${back.search === '' ? '?' : `${back.search}&`}mock.user=${persona}`
  return pathOf(back)
}

function link(href: string, text: string): string {
  return `<a href="${escape(href)}">${escape(text)}</a>`
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}
