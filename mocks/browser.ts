import { type ComponentType, createElement } from 'react'
import { setupWorker } from 'msw/browser'
import { type Control, createControl } from './control.ts'
import { handlersFor } from './handlers.ts'
import { Pill } from './room/Pill.tsx'
import { tabMemory } from './tab.ts'

/** What the app gets in mock mode. */
export interface MockControl extends Pick<Control, 'now' | 'locale'> {
  /** Names user and scenario, and opens what changes them. */
  readonly Pill: ComponentType
}

/**
 * Starts the simulated LMS behind a service worker, before the app asks for anything. Takes the `mock.` parameters out
 * of the address and keeps them for the tab. Works under a base path.
 */
export async function startMocks(): Promise<MockControl> {
  const control = createControl(new URL(location.href), tabMemory(sessionStorage), (problem) => {
    // Shown in the console as an uncaught error, and to whoever listens for those.
    reportError(problem)
  })
  if (control.cleanAddress !== null) history.replaceState(history.state, '', control.cleanAddress)
  const base = import.meta.env.BASE_URL
  await setupWorker(...handlersFor(control.world)).start({
    serviceWorker: { url: `${base}mockServiceWorker.js`, options: { scope: base } },
    onUnhandledFrame: 'bypass',
    quiet: true,
  })
  return {
    now: control.now,
    locale: control.locale,
    Pill: () => createElement(Pill, { control, reload: () => location.reload() }),
  }
}
