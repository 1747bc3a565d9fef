import { createRoot } from 'react-dom/client'
import { type DataRouter, createBrowserRouter } from 'react-router'
import { App } from '#src/app/App.tsx'
import { FatalError } from '#src/app/FatalError.tsx'
import { preloadPanels, routes } from '#src/app/routes.tsx'
import type { World } from '#src/app/world.ts'
import { parseConfig } from '#src/config.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { connect } from '#src/lms/connect.ts'
import '#src/ui/tokens.css'
import '#src/ui/base.css'

const base = import.meta.env.BASE_URL

async function start(): Promise<void> {
  const container = document.getElementById('root')
  if (!container) throw new Error('index.html has no #root')
  const root = createRoot(container)
  try {
    const mocks = __MOCKS__ ? await (await import('#mocks/browser.ts')).startMocks() : null
    const [config, language] = await Promise.all([
      fetch(`${base}config.json`).then((answer) => readConfig(answer, mocks?.backend)),
      loadLanguage(mocks?.locale ? [mocks.locale] : navigator.languages),
    ])
    const lms = await connect(config, mocks ? { site: mocks.site } : {})
    if (mocks?.token) lms.token?.take(mocks.token)
    const world: World = {
      config,
      language,
      now: mocks?.now ?? (() => new Date()),
      shellSlot: mocks && <mocks.Pill />,
    }
    const router = createBrowserRouter(routes(world.shellSlot, mocks?.routes), {
      basename: base.replace(/(?<=.)\/$/, ''),
    })
    await firstPage(router)
    root.render(<App world={world} router={router} />)
    // Once the first grades stand: nothing may come before them.
    setTimeout(preloadPanels, 2000)
  } catch (error) {
    root.render(<FatalError error={error} />)
  }
}

/**
 * Waits a moment for the first page: drawing "Loading" first would only put it off. Where it takes longer, that is drawn.
 */
function firstPage(router: DataRouter): Promise<void> {
  return new Promise((resolve) => {
    const end = router.subscribe(({ initialized }) => {
      if (initialized) resolve()
    })
    if (router.state.initialized) resolve()
    setTimeout(() => {
      end()
      resolve()
    }, 300)
  })
}

/** @param backend the one that is simulated, in place of the configured one */
async function readConfig(response: Response, backend?: string | null) {
  if (!response.ok) throw new Error(`config.json: ${response.status}`)
  const config: unknown = await response.json()
  return parseConfig(backend ? { ...Object(config), backend } : config)
}

void start()
