import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getResponse } from 'msw'
import { isLmsPath } from '#mocks/handlers.ts'
import { crashPage, notFoundPage } from '#mocks/pages.ts'
import type { Backend } from '#mocks/settings.ts'
import { createWorlds } from '#mocks/worlds.ts'
import { serveApp } from './app-files.ts'
import { corsHeaders, preflight } from './cors.ts'
import type { ServerOptions } from './flags.ts'
import { WORLD_COOKIE, followLink, readCookies } from './links.ts'
import { send, toRequest } from './messages.ts'

/** Addresses of the LMS at which a person looks, so that links to them may say what to set. */
const LMS_PAGES: ReadonlySet<string> = new Set(['/login', '/dashboard'])

export interface LmsServer {
  /** Origin, such as `http://localhost:8000`. */
  readonly origin: string
  /** Stops listening and drops the connections that are open. */
  close(): Promise<void>
}

/**
 * Serves the simulated LMS over HTTP, and beside it a built app where one was given.
 * @param report hears of mistakes of the simulated LMS itself
 * @throws {Error} with the system's code, such as EADDRINUSE
 */
export async function listen(options: ServerOptions, report: (problem: Error) => void): Promise<LmsServer> {
  const worlds = createWorlds(options.world, { report })
  const app = options.app === undefined ? () => notFoundPage() : serveApp({ ...options, folder: options.app })

  async function respond(request: Request): Promise<Response> {
    const asked = preflight(request)
    if (asked) return asked
    const cookies = readCookies(request)
    const { pathname } = new URL(request.url)
    const followed = isPage(pathname) ? await followLink(request, cookies, worlds) : null
    if (followed) return followed
    const { world, handlers } = worlds.visit(cookies[WORLD_COOKIE])
    if (isLmsPath(pathname)) return (await getResponse(handlers, request)) ?? notFoundPage()
    const { backend } = world.options
    return backend && pathname.endsWith('/config.json') ? configFor(backend, request, app) : app(request)
  }

  async function exchange(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const request = await toRequest(incoming, outgoing)
      const response = await respond(request)
      await send(response, request, outgoing, corsHeaders(request))
    } catch (error) {
      report(error instanceof Error ? error : new Error(String(error)))
      if (outgoing.headersSent) outgoing.destroy()
      else await send(crashPage(), new Request('http://localhost/'), outgoing)
    }
  }

  const server = createServer((incoming, outgoing) => void exchange(incoming, outgoing))
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject)
    // Its own machine only: whoever can reach it may be anybody in it.
    server.listen(options.port, '127.0.0.1', () => resolve(server.address() as AddressInfo))
  })
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The app's configuration, naming the grades API through which the visitor's world is to be seen. */
async function configFor(
  backend: Backend,
  { url }: Request,
  app: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  // Asked for without the visitor's headers, so that it comes as plain text.
  const answer = await app(new Request(url))
  if (!answer.ok) return answer
  const config: unknown = await answer.json()
  return Response.json({ ...Object(config), backend }, { headers: { 'Cache-Control': 'no-cache' } })
}

function isPage(pathname: string): boolean {
  return LMS_PAGES.has(pathname) || !isLmsPath(pathname)
}
