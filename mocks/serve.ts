import { type HttpHandler, HttpResponse, http } from 'msw'
import { documentedMethods } from '#mocks/catalogue/routes.ts'
import type { Asked, Contract, Resolvers } from './asked.ts'
import { type Route, compileRoute } from './route.ts'
import { type Face, type Operation, visit } from './visit.ts'
import type { World } from './world.ts'

/**
 * Shows a contract to the outside, as one handler for each path.
 * Path and body are checked on the way in, the answer on the way out: what drifts from the contract is reported to
 * the world's host and answered with 500. A `Refusal` becomes the family's error, anything else that is thrown the HTML
 * page of a crash. A missing slash is redirected, a superfluous one left to whoever answers unknown paths.
 */
export function serve<C extends Contract>(
  world: World,
  contract: C,
  resolvers: Resolvers<C>,
  face: Face,
): HttpHandler[] {
  const byPath = new Map<string, Operation[]>()
  for (const name of Object.keys(contract)) {
    const operation = operationOf(contract, resolvers, name)
    const { path, aliases = [] } = operation.endpoint
    for (const each of [path, ...aliases]) byPath.set(each, [...(byPath.get(each) ?? []), operation])
  }
  return [...byPath].map(([path, operations]) => {
    const route = compileRoute(path)
    return http.all(
      ({ request }) => reaches(route, new URL(request.url)),
      async ({ request, cookies }) => {
        const url = new URL(request.url)
        const params = route.match(url.pathname)
        if (!params) return redirectToSlash(url)
        if (leavesToCatalogue(request, url, operations)) return undefined
        return visit({ world, face, request, url, params, cookies }, operations)
      },
    )
  })
}

function operationOf<C extends Contract>(
  contract: C,
  resolvers: Resolvers<C>,
  name: keyof C & string,
): Operation {
  const endpoint = contract[name]
  const resolver = resolvers[name]
  if (!endpoint || !resolver) throw new Error(`Nothing answers ${name}`)
  return { name, endpoint, answer: (asked) => resolver(asked as Asked<C[typeof name]>) }
}

function reaches(route: Route, url: URL): boolean {
  return route.match(url.pathname) !== null || route.match(`${url.pathname}/`) !== null
}

/** Methods that are documented and not in this contract are answered by the catalogue's own face, which comes last. */
function leavesToCatalogue(request: Request, { pathname }: URL, operations: readonly Operation[]): boolean {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const isOurs = operations.some(({ endpoint }) => endpoint.method === method)
  return !isOurs && documentedMethods(pathname).includes(method)
}

function redirectToSlash(url: URL): Response {
  return new HttpResponse(null, { status: 301, headers: { Location: `${url.pathname}/${url.search}` } })
}
