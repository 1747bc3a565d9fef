import { cleanup, render, screen } from '@testing-library/react'
import { type UserEvent, userEvent } from '@testing-library/user-event'
import { type DataRouter, createMemoryRouter } from 'react-router'
import { afterEach } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import type { WorldOptions } from '#mocks/world.ts'
import { App } from '#src/app/App.tsx'
import { routes } from '#src/app/routes.tsx'
import { parseConfig } from '#src/config.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { connect } from '#src/lms/connect.ts'
import type { Device } from '#src/lms/device.ts'
import { setDevice } from '#src/lms/keep-tray.ts'
import { memoryStorage } from '#src/lms/memory-storage.ts'
import { queryClient } from '#src/lms/query.ts'
import { MeasureContext, fixedMeasure } from '#src/ui/grid/measure.ts'

interface AppOptions extends Partial<WorldOptions> {
  /** What the person's browser asks for, BCP 47; `en-XA` and `ar-XB` are pseudo-locales. */
  readonly locale?: string
  /** Seconds to wait for one answer. */
  readonly timeout?: number
  /** What the browser does beyond the tab; of its own it keeps nothing after the test, and is alone. */
  readonly device?: Partial<Device>
}

interface RunningApp {
  /** Types and clicks as the person does. */
  readonly user: UserEvent
  readonly router: DataRouter
  /** The simulated LMS: its requests, its switches. */
  readonly lms: MockLms
}

let running: RunningApp | null = null

/**
 * Opens the whole app at an address, over a fresh simulated LMS, and waits until its page stands. Time is the
 * school's own. After the test everything is taken down.
 * @param address path and query, below the base path
 * @example
 * const { user } = await renderApp('/', { user: 'learner', faults: ['offline'] })
 */
export async function renderApp(address: string, options: AppOptions = {}): Promise<RunningApp> {
  const { locale = 'en-GB', timeout, device, ...world } = options
  const lms = mockLms(world)
  const config = parseConfig({ siteName: 'Example University', timeout, backend: world.backend })
  // Nobody waits between two attempts.
  setDevice({ storage: memoryStorage(), openChannel: () => null, locks: null, ...device })
  await connect(config, { sleep: () => Promise.resolve(), random: () => 0 })
  const language = await loadLanguage([locale])
  const router = createMemoryRouter(routes(null), { initialEntries: [address] })
  const now = () => new Date(lms.world.school.now)
  render(
    <MeasureContext value={SCREEN}>
      <App world={{ config, language, now, shellSlot: null }} router={router} />
    </MeasureContext>,
  )
  running = { user: userEvent.setup(), router, lms }
  await screen.findByRole('heading', { level: 1 })
  return running
}

/** jsdom lays nothing out: this much of the table is in sight, in pixels. */
const SCREEN = fixedMeasure(1440, 720)

// Takes the app of a test down, with all that it kept.
afterEach(() => {
  cleanup()
  running?.router.dispose()
  running?.lms.close()
  running = null
  queryClient.clear()
  localStorage.clear()
  sessionStorage.clear()
})
