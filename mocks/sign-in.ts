import { type HttpHandler, http } from 'msw'
import { page, escape } from './pages.ts'
import { personaSentences, personas } from './session.ts'
import type { World } from './world.ts'

/** The page on which one chooses who to be; it leads back to where `next` says, on the same origin only. */
export function signInFace(world: World): HttpHandler[] {
  return [
    http.get(
      ({ request }) => new URL(request.url).pathname === '/login',
      ({ request }) => {
        const url = new URL(request.url)
        const links = personas
          .filter((persona) => persona !== 'nobody')
          .map((persona) => {
            const href = linkBack(url, persona)
            return `<li><a href="${escape(href)}">${persona}</a>: ${personaSentences[persona]}</li>`
          })
        const words = `Simulated LMS, scenario ${world.options.scenario}. Who are you?`
        return page(200, 'Sign in', words, `<ul>${links.join('')}</ul>`)
      },
    ),
  ]
}

function linkBack(url: URL, persona: string): string {
  const next = URL.parse(url.searchParams.get('next') ?? '/', url.origin)
  const target = next?.origin === url.origin ? next : new URL('/', url.origin)
  const query = `${target.search === '' ? '?' : `${target.search}&`}mock.user=${persona}`
  return target.pathname + query + target.hash
}
