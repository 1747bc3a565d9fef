import type { Persona } from '#mocks/lms/model.ts'
import { scenarios } from '#mocks/scenarios/scenarios.ts'
import { type FaultName, faultNames, isFaultName } from './faults.ts'
import { isPersona, personas } from './session.ts'

/** Which grades API the screens speak; the school answers all of them, whatever they choose. */
export const backends = ['openedx-v1', 'openedx-v0', 'so2', 'schoology'] as const
export type Backend = (typeof backends)[number]

/** What a link, the pill or a command line may set. Absent: as it was. */
export interface Settings {
  readonly user?: Persona
  readonly scenario?: string
  readonly backend?: Backend
  /** Number of enrolled learners. */
  readonly learners?: number
  /** Number of graded subsections. */
  readonly subsections?: number
  /** Milliseconds that each answer is held back. */
  readonly latency?: number
  /** All faults that are on. */
  readonly faults?: readonly FaultName[]
  /** BCP 47 tag of the screens' language; the pseudo-locales among them. */
  readonly locale?: string
  /** Name of an isolated world that several browsers may share. */
  readonly world?: string
  /** What the school takes for now, as an ISO date in UTC: a change of its clock, done once. */
  readonly now?: string
  /** Every change that was made to the school, packed: see `packed.ts`. */
  readonly state?: string
}

type SettingName = keyof Settings

/** A value that cannot be used; the message says why and what can be. */
export class SettingError extends Error {}

type Readers = { readonly [Name in SettingName]-?: (text: string) => NonNullable<Settings[Name]> }

/** Reads each setting from text; throws a `SettingError` with a sentence that names what can be used. */
export const settingReaders: Readers = {
  user: (text) => {
    if (!isPersona(text)) throw unknown('user', text, personas)
    return text
  },
  scenario: (text) => {
    if (!Object.hasOwn(scenarios, text)) throw unknown('scenario', text, Object.keys(scenarios))
    return text
  },
  backend: (text) => {
    const backend = backends.find((name) => name === text)
    if (!backend) throw unknown('backend', text, backends)
    return backend
  },
  learners: (text) => whole('learners', text, 1_000_000),
  subsections: (text) => whole('subsections', text, 1_000),
  latency: (text) => whole('milliseconds', text, 60_000),
  faults: (text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => {
        if (!isFaultName(name)) throw unknown('fault', name, faultNames)
        return name
      }),
  locale: (text) => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? text
    } catch {
      throw new SettingError(
        `“${text}” is no locale. Write a tag such as en-GB, or en-XA and ar-XB for the pseudo-locales.`,
      )
    }
  },
  world: (text) => {
    if (/^[\w-]{1,64}$/.test(text)) return text
    throw new SettingError(`“${text}” is no name for a world. Use letters, digits and hyphens, at most 64.`)
  },
  now: (text) => {
    const [, date, time = 'T00:00', zone = 'Z'] = DATE.exec(text) ?? []
    // A day that does not exist would be taken for one of the next month.
    const exists = date !== undefined && new Date(`${date}T00:00Z`).toJSON()?.startsWith(date)
    const at = exists ? Date.parse(`${date}${time}${zone}`) : Number.NaN
    if (!Number.isNaN(at)) return new Date(at).toISOString()
    throw new SettingError(`“${text}” is no date. Write 2026-11-20, or 2026-11-20T09:00:00Z with the time.`)
  },
  state: (text) => {
    if (/^[\w-]{1,8000}$/.test(text)) return text
    throw new SettingError('The changes that this link carries (mock.state) came incomplete.')
  },
}

/** Day, time of day, zone; without a zone it is UTC. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/

const PREFIX = 'mock.'

/**
 * Reads the `mock.` parameters of a URL: `mock.user`, `mock.scenario`, `mock.backend`, `mock.faults` (comma list), `mock.learners`,
 * `mock.subsections`, `mock.latency` (milliseconds), `mock.locale`, `mock.world`, `mock.now` (a date), `mock.state`.
 * @returns what was understood, and a sentence for each parameter that was not
 */
export function readLink(query: URLSearchParams): { settings: Settings; refused: string[] } {
  const settings: { -readonly [Name in SettingName]?: unknown } = {}
  const refused: string[] = []
  for (const [key, text] of query) {
    if (!key.startsWith(PREFIX)) continue
    const name = key.slice(PREFIX.length)
    try {
      if (!isSettingName(name))
        throw unknown(
          'parameter',
          key,
          settingNames.map((known) => PREFIX + known),
        )
      settings[name] = settingReaders[name](text)
    } catch (error) {
      if (!(error instanceof SettingError)) throw error
      refused.push(error.message)
    }
  }
  return { settings: settings as Settings, refused }
}

/** Tells whether a URL carries any `mock.` parameter. */
export function hasSettings(query: URLSearchParams): boolean {
  return [...query.keys()].some((key) => key.startsWith(PREFIX))
}

/** Gives path, query and hash of a URL without its `mock.` parameters. */
export function withoutSettings(url: URL): string {
  // Not by URLSearchParams: it would rewrite the other parameters (`+` becomes `%2B`).
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !decodeKey(pair).startsWith(PREFIX))
  // A second slash in front would make a host of the path.
  return url.pathname.replace(/^\/+/, '/') + (kept.length > 0 ? `?${kept.join('&')}` : '') + url.hash
}

/** Writes settings as the query of a link. */
export function writeLink(settings: Settings): string {
  const query = new URLSearchParams()
  for (const name of settingNames) {
    const value = settings[name]
    if (value !== undefined) query.set(PREFIX + name, String(value))
  }
  return query.toString()
}

const settingNames = Object.keys(settingReaders).filter(isSettingName)

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingReaders, name)
}

function decodeKey(pair: string): string {
  return new URLSearchParams(pair).keys().next().value ?? ''
}

function whole(units: string, text: string, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw new SettingError(`“${text}” is no number of ${units}. Write a whole number from 0 to ${most}.`)
}

function unknown(what: string, text: string, known: readonly string[]): SettingError {
  return new SettingError(`There is no ${what} “${text}”. There are: ${known.join(', ')}.`)
}
