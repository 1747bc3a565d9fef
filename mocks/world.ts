import { signedInAs } from '#mocks/lms/accounts.ts'
import { setClock } from '#mocks/lms/clock.ts'
import type { Caller, Persona } from '#mocks/lms/model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import type { School } from '#mocks/lms/store.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'
import type { FaultMemory, FaultName } from './faults.ts'
import type { RequestLog } from './log.ts'
import { csrfTokenOf } from './session.ts'
import type { Backend, Settings } from './settings.ts'
import { Throttle } from './throttle.ts'

export interface WorldOptions {
  /** Who asks where neither a token nor a cookie tells. */
  readonly user: Persona
  readonly scenario: string
  /** Which grades API the screens are to speak; absent: as they are configured. */
  readonly backend?: Backend
  readonly learners?: number
  readonly subsections?: number
  /** Milliseconds. */
  readonly latency?: number
  readonly faults?: readonly FaultName[]
  /** What a fresh school takes for now, as an ISO date; absent: its scenario's own time. */
  readonly now?: string
}

/** What a world reports to, and where its state comes from. */
export interface WorldHost {
  /** Changes of an earlier time, done again at the start. */
  readonly journal?: readonly Write[]
  /** Hears of every change, with all of them so far. */
  readonly onWrite?: (journal: readonly Write[]) => void
  /** Hears of mistakes of the simulated LMS itself: an answer that breaks the contract, an error nobody expected. */
  readonly report: (problem: Error) => void
  /** The real time, in milliseconds since 1970: sessions and throttling go by it. Absent: the device's. */
  readonly clock?: () => number
  /** Notes what is asked and answered, where somebody wants to read it. */
  readonly log?: RequestLog
}

/** One simulated LMS with its own school, switches and default user. Worlds never meet. */
export interface World {
  readonly name: string
  readonly csrfToken: string
  /** Replaced as a whole by another scenario or size. */
  school: School
  options: WorldOptions
  readonly faults: Set<FaultName>
  readonly faultMemory: FaultMemory
  readonly throttle: Throttle
  /** The real time, in milliseconds since 1970; the school has a time of its own. */
  readonly clock: () => number
  readonly host: WorldHost
}

/** Gives a world in which everything stands as its scenario says, and the journal's changes are done. */
export function createWorld(name: string, options: WorldOptions, host: WorldHost): World {
  return {
    name,
    csrfToken: csrfTokenOf(name),
    school: schoolOf(options, host.journal),
    options,
    faults: new Set(options.faults),
    faultMemory: new Map(),
    throttle: new Throttle(),
    clock: host.clock ?? Date.now,
    host,
  }
}

/**
 * Changes a running world. Another scenario or size, or changes of another time, start a new school; everything else
 * keeps what was done. Where something of it cannot be done, nothing is.
 * @param journal all changes that the school is to have
 * @throws {Error} where the journal belongs to another school
 */
export function change(
  world: World,
  { user, scenario, backend, learners, subsections, latency, faults, now }: Settings,
  journal?: readonly Write[],
): void {
  const given = { user, scenario, backend, learners, subsections, latency, faults }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const options = { ...world.options, ...set }
  if (journal || !isSameSchool(options, world.options)) restart(world, options, journal)
  else apply(world, options)
  if (now === undefined) return
  setClock(world.school, Date.parse(now))
  world.host.onWrite?.(world.school.journal)
}

/** Tells whether two sets of options mean the same school, so that what was written to one makes sense in the other. */
export function isSameSchool(one: Settings, other: Settings): boolean {
  return (['scenario', 'learners', 'subsections'] as const).every((key) => one[key] === other[key])
}

/**
 * Starts a new school, with exactly these options and changes. Where that cannot be done, nothing is.
 * @throws {Error} where the journal belongs to another school, or where the host cannot keep it
 */
export function restart(world: World, options: WorldOptions, journal: readonly Write[] = []): void {
  const school = schoolOf(options, journal)
  world.host.onWrite?.(school.journal)
  world.school = school
  apply(world, options)
}

/** Puts everything back to where the scenario began. */
export function reset(world: World): void {
  restart(world, world.options)
}

function apply(world: World, options: WorldOptions): void {
  world.options = options
  world.faults.clear()
  world.faultMemory.clear()
  for (const fault of options.faults ?? []) world.faults.add(fault)
}

function schoolOf(options: WorldOptions, journal: readonly Write[] = []): School {
  const school = openSchool(options.scenario, options, journal)
  if (options.now !== undefined && journal.length === 0) setClock(school, Date.parse(options.now))
  return school
}

/** Gives the account behind a name in this world; null for nobody. */
export function accountIn(world: World, persona: Persona): Caller {
  return signedInAs(world.school, persona)
}
