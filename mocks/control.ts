import { gradedSubsections } from '#mocks/lms/outline.ts'
import type { Instant } from '#mocks/lms/model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import type { FaultName } from './faults.ts'
import { FOREIGN_CHANGES, packJournal, unpackJournal } from './packed.ts'
import {
  type Backend,
  SettingError,
  type Settings,
  hasSettings,
  readLink,
  withoutSettings,
  writeLink,
} from './settings.ts'
import { SnapshotError, readSnapshot, writeSnapshot } from './snapshot.ts'
import type { Tab } from './tab.ts'
import {
  type World,
  type WorldHost,
  type WorldOptions,
  change,
  createWorld,
  isSameSchool,
  reset,
  restart,
} from './world.ts'

/** What a world is like at a moment. */
export interface View extends Omit<WorldOptions, 'now'> {
  readonly faults: readonly FaultName[]
  /** The school's own time. */
  readonly now: Instant
  /** The clock was set by somebody. */
  readonly isClockSet: boolean
  /** How many changes were made to the school since its start. */
  readonly changes: number
  /** How many learners and graded subsections the scenario's course has. */
  readonly size: { readonly learners: number; readonly subsections: number }
}

/** A link to a state. */
export interface StateLink {
  /** `mock.` parameters. */
  readonly query: string
  /** False where the changes that were made are too many for a link: then an exported file has to go along. */
  readonly isComplete: boolean
}

/** What steers the simulated LMS of a browser tab. */
export interface Control {
  readonly world: World
  /** BCP 47 tag of the language asked for by link; null for the browser's own. */
  readonly locale: string | null
  /** Names the school that the tab began with: what is kept of one, such as unsaved changes, belongs to no other. */
  readonly site: string
  /** The grades API that the screens are to speak; null for the configured one. */
  readonly backend: Backend | null
  /** A sentence for each `mock.` parameter of the address that could not be used. */
  readonly notices: readonly string[]
  /** What the address is without its `mock.` parameters; null where it had none. */
  readonly cleanAddress: string | null
  /** The school's own time. */
  readonly now: () => Date
  /** Who, where: `Simulated LMS · instructor · default`. */
  readonly summary: () => string
  /** What the world is like: a new object after each change. */
  readonly view: () => View
  /** Calls back on each change; gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Changes the world and keeps it for the tab. Pages that are open know nothing of it. */
  readonly change: (settings: Settings) => void
  /** Starts a school of another size; what is absent is as many as the scenario has. */
  readonly resize: (size: Pick<Settings, 'learners' | 'subsections'>) => void
  /** Lets the school have its scenario's time again, everything else staying as it was changed. */
  readonly unsetClock: () => void
  /** Undoes everything that was written. */
  readonly reset: () => void
  /** Gives a link that sets exactly this. */
  readonly link: () => Promise<StateLink>
  /** Gives this state as the text of a file. */
  readonly exportState: () => string
  /**
   * Puts the state of a file in place of this one, as a whole or not at all.
   * @throws {SnapshotError} with a sentence that says what is wrong with it
   */
  readonly importState: (file: Blob) => Promise<void>
}

const START: WorldOptions = { user: 'instructor', scenario: 'default' }

/**
 * Starts a tab's world: what the tab remembers, with the address's `mock.` parameters laid over it. What was written
 * survives as long as the school stays the same.
 */
export async function createControl(
  address: URL,
  tab: Tab,
  { report, log }: Pick<WorldHost, 'report' | 'log'>,
): Promise<Control> {
  const { settings: asked, refused } = readLink(address.searchParams)
  const { world: worldName, now, state, ...wanted } = asked
  const notices = worldName
    ? [...refused, 'mock.world names a world of npm run lms. Here each tab has a world of its own.']
    : refused
  const remembered = { ...START, ...tab.readSettings() }
  const { locale: language, ...options } = { ...remembered, ...wanted }
  let locale = language
  const remember = () => tab.writeSettings({ ...world.options, locale })

  if (!isSameSchool(options, remembered)) tab.writeJournal([])
  const listeners = new Set<() => void>()
  const world = openWorld(options, tab, {
    report,
    log,
    onWrite: (journal) => {
      tell()
      tab.writeJournal(journal)
    },
  })
  let view = viewOf(world)
  function tell(): void {
    view = viewOf(world)
    for (const listener of listeners) listener()
  }
  /** Does what changes the world as a whole. */
  function steer(act: () => void): void {
    act()
    remember()
    tell()
  }
  if (state !== undefined) notices.push(...(await follow(world, state)))
  change(world, { now })
  steer(() => undefined)

  return {
    world,
    locale: language ?? null,
    site: siteOf(world.options),
    backend: world.options.backend ?? null,
    notices,
    cleanAddress: hasSettings(address.searchParams) ? withoutSettings(address) : null,
    now: () => new Date(world.school.now),
    summary: () => `Simulated LMS · ${world.options.user} · ${world.options.scenario}`,
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (settings) => steer(() => change(world, settings)),
    resize: ({ learners, subsections }) =>
      steer(() => restart(world, { ...world.options, learners, subsections })),
    unsetClock: () =>
      steer(() =>
        restart(
          world,
          world.options,
          world.school.journal.filter((write) => !isClock(write)),
        ),
      ),
    reset: () => steer(() => reset(world)),
    link: async () => {
      const { journal } = world.school
      const carried = await carry(journal)
      const query = writeLink({ ...world.options, locale, ...carried })
      return { query, isComplete: journal.length === 0 || Object.keys(carried).length > 0 }
    },
    exportState: () =>
      writeSnapshot({ settings: { ...world.options, locale }, journal: world.school.journal }),
    importState: async (file) => {
      const { settings, journal } = await readSnapshot(file)
      const { locale: itsLocale, ...options } = settings
      steer(() => {
        restore(world, { ...START, ...options }, journal)
        locale = itsLocale
      })
    },
  }
}

function openWorld(options: WorldOptions, tab: Tab, host: WorldHost): World {
  try {
    return createWorld('tab', options, { ...host, journal: tab.readJournal() })
  } catch {
    // Written by an older build, whose school was another one.
    tab.writeJournal([])
    return createWorld('tab', options, host)
  }
}

function viewOf({ options, school }: World): View {
  const [course] = school.world.courses
  return {
    ...options,
    faults: options.faults ?? [],
    now: school.now,
    isClockSet: school.journal.some(isClock),
    changes: school.journal.length,
    size: {
      learners: course?.roster.size ?? 0,
      subsections: course ? gradedSubsections(course).length : 0,
    },
  }
}

/** Does what a link carries; gives what to say where that is not possible. */
async function follow(world: World, packed: string): Promise<string[]> {
  try {
    const journal = await unpackJournal(packed)
    change(world, {}, journal)
    return []
  } catch (error) {
    return [error instanceof SettingError ? error.message : FOREIGN_CHANGES]
  }
}

/** Gives the shortest that says all changes in a link; nothing where there are none or too many. */
async function carry(journal: readonly Write[]): Promise<Settings> {
  const [first, ...more] = journal
  if (!first) return {}
  if (first.kind === 'clock' && more.length === 0) return { now: new Date(first.at).toISOString() }
  const state = await packJournal(journal)
  return state === null ? {} : { state }
}

function restore(world: World, options: WorldOptions, journal: readonly Write[]): void {
  try {
    restart(world, options, journal)
  } catch (cause) {
    const words =
      cause instanceof DOMException
        ? 'The browser gives this tab no room for a state of this size.'
        : 'The changes in this file belong to another school: to another version of the simulated LMS.'
    throw new SnapshotError(words, { cause })
  }
}

function isClock({ kind }: Write): boolean {
  return kind === 'clock'
}

function siteOf({ scenario, backend, learners, subsections }: WorldOptions): string {
  return ['simulated', scenario, backend, learners, subsections].join('/')
}
