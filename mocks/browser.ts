import { type ComponentType, createElement } from 'react'
import type { RouteObject } from 'react-router'
import { setupWorker } from 'msw/browser'
import { type Control, createControl } from './control.ts'
import { handlersFor } from './handlers.ts'
import { RequestLog } from './log.ts'
import { tokenOf } from './session.ts'
import { Pill } from './room/Pill.tsx'
import { createRoom } from './room/room.ts'
import { tabMemory } from './tab.ts'

/** What the app gets in mock mode. */
export interface MockControl extends Pick<Control, 'now' | 'locale' | 'backend' | 'site'> {
  /** The token of who is asking, for a server that knows people by one; null for nobody. */
  readonly token: string | null
  /** Names user and scenario, and opens what changes them. */
  readonly Pill: ComponentType
  /** The control room as a page. */
  readonly routes: readonly RouteObject[]
}

/**
 * Starts the simulated LMS behind a service worker, before the app asks for anything. Takes the `mock.` parameters out
 * of the address and keeps them for the tab. Works under a base path.
 */
export async function startMocks(): Promise<MockControl> {
  const log = new RequestLog()
  const control = await createControl(new URL(location.href), tabMemory(sessionStorage), {
    // Shown in the console as an uncaught error, and to whoever listens for those.
    report: (problem) => reportError(problem),
    log,
  })
  if (control.cleanAddress !== null) history.replaceState(history.state, '', control.cleanAddress)
  const base = import.meta.env.BASE_URL
  await setupWorker(...handlersFor(control.world)).start({
    serviceWorker: { url: `${base}mockServiceWorker.js`, options: { scope: base } },
    onUnhandledFrame: 'bypass',
    quiet: true,
  })
  const room = createRoom(control, log, () => location.reload())
  return {
    now: control.now,
    locale: control.locale,
    backend: control.backend,
    site: control.site,
    token: tokenOf(control.world.options.user),
    Pill: () => createElement(Pill, { room }),
    routes: [
      {
        path: 'mock',
        lazy: async () => {
          const { RoomPage } = await import('./room/RoomPage.tsx')
          return { Component: () => createElement(RoomPage, { room }) }
        },
      },
    ],
  }
}
