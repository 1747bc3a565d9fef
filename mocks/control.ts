import { type Settings, hasSettings, readLink, withoutSettings, writeLink } from './settings.ts'
import type { Tab } from './tab.ts'
import { type World, type WorldHost, type WorldOptions, change, createWorld, reset } from './world.ts'

/** What steers the simulated LMS of a browser tab. */
export interface Control {
  readonly world: World
  /** BCP 47 tag of the language asked for by link; null for the browser's own. */
  readonly locale: string | null
  /** A sentence for each `mock.` parameter of the address that could not be used. */
  readonly notices: readonly string[]
  /** What the address is without its `mock.` parameters; null where it had none. */
  readonly cleanAddress: string | null
  /** The school's own time. */
  readonly now: () => Date
  /** Who, where: `Simulated LMS · instructor · default`. */
  readonly summary: () => string
  /** Changes the world and keeps it for the tab. Pages that are open know nothing of it. */
  readonly change: (settings: Settings) => void
  /** Undoes everything that was written. */
  readonly reset: () => void
  /** The query of a link that sets exactly this. */
  readonly link: () => string
}

const START: WorldOptions = { user: 'instructor', scenario: 'default' }

/**
 * Starts a tab's world: what the tab remembers, with the address's `mock.` parameters laid over it. What was written
 * survives as long as the school stays the same.
 */
export function createControl(address: URL, tab: Tab, report: WorldHost['report']): Control {
  const { settings: asked, refused } = readLink(address.searchParams)
  const { world: worldName, ...wanted } = asked
  const notices = worldName
    ? [...refused, 'mock.world names a world of npm run lms. Here each tab has a world of its own.']
    : refused
  const remembered = tab.readSettings()
  const { locale, ...options } = { ...remembered, ...wanted }
  let chosen: Settings = { ...START, ...options }
  const remember = () => tab.writeSettings({ ...chosen, locale })

  const sameSchool = (['scenario', 'learners', 'subsections'] as const).every(
    (key) => chosen[key] === { ...START, ...remembered }[key],
  )
  if (!sameSchool) tab.writeJournal([])
  const world = openWorld({ ...START, ...options }, tab, report)
  remember()

  return {
    world,
    locale: locale ?? null,
    notices,
    cleanAddress: hasSettings(address.searchParams) ? withoutSettings(address) : null,
    now: () => new Date(world.school.now),
    summary: () => `Simulated LMS · ${world.options.user} · ${world.options.scenario}`,
    change: (settings) => {
      change(world, settings)
      chosen = { ...chosen, ...settings }
      remember()
    },
    reset: () => reset(world),
    link: () => writeLink({ ...chosen, locale }),
  }
}

function openWorld(options: WorldOptions, tab: Tab, report: WorldHost['report']): World {
  const host = { report, onWrite: tab.writeJournal }
  try {
    return createWorld('tab', options, { ...host, journal: tab.readJournal() })
  } catch {
    // Written by an older build, whose school was another one.
    tab.writeJournal([])
    return createWorld('tab', options, host)
  }
}
