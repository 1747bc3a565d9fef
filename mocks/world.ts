import { signedInAs } from '#mocks/lms/accounts.ts'
import type { Caller, Persona, Write } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'
import type { FaultMemory, FaultName } from './faults.ts'
import { csrfTokenOf } from './session.ts'
import type { Settings } from './settings.ts'
import { Throttle } from './throttle.ts'

export interface WorldOptions {
  /** Who asks where neither a token nor a cookie tells. */
  readonly user: Persona
  readonly scenario: string
  readonly learners?: number
  readonly subsections?: number
  /** Milliseconds. */
  readonly latency?: number
  readonly faults?: readonly FaultName[]
}

/** What a world reports to, and where its state comes from. */
export interface WorldHost {
  /** Changes of an earlier time, done again at the start. */
  readonly journal?: readonly Write[]
  /** Hears of every change, with all of them so far. */
  readonly onWrite?: (journal: readonly Write[]) => void
  /** The real time, in milliseconds since 1970: sessions and throttling go by it. Absent: the device's. */
  readonly clock?: () => number
  /** Hears of mistakes of the simulated LMS itself: an answer that breaks the contract, an error nobody expected. */
  readonly report: (problem: Error) => void
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
    school: openSchool(options.scenario, options, host.journal),
    options,
    faults: new Set(options.faults),
    faultMemory: new Map(),
    throttle: new Throttle(),
    clock: host.clock ?? Date.now,
    host,
  }
}

/** Changes a running world. Another scenario or size starts a new school; everything else keeps what was done. */
export function change(
  world: World,
  { user, scenario, learners, subsections, latency, faults }: Settings,
): void {
  const given = { user, scenario, learners, subsections, latency, faults }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const before = world.options
  world.options = { ...before, ...set }
  if (faults) {
    world.faults.clear()
    world.faultMemory.clear()
    for (const fault of faults) world.faults.add(fault)
  }
  const { options } = world
  const rebuilt = (['scenario', 'learners', 'subsections'] as const).some(
    (key) => options[key] !== before[key],
  )
  if (rebuilt) reset(world)
}

/** Puts everything back to where the scenario began. */
export function reset(world: World): void {
  world.school = openSchool(world.options.scenario, world.options)
  world.host.onWrite?.(world.school.journal)
}

/** Gives the account behind a name in this world; null for nobody. */
export function accountIn(world: World, persona: Persona): Caller {
  return signedInAs(world.school, persona)
}
