import type { HttpHandler } from 'msw'
import type { Write } from '#mocks/lms/write-model.ts'
import { handlersFor } from './handlers.ts'
import type { Settings } from './settings.ts'
import { type World, type WorldHost, type WorldOptions, change, createWorld } from './world.ts'

/** A world, and the handlers that show it. */
interface Place {
  readonly world: World
  readonly handlers: HttpHandler[]
}

/** Many isolated worlds, by name. */
export interface Worlds {
  /** Gives the world of that name, fresh where it is not known (any more); without a name the common one. */
  visit(name?: string): Place
  /**
   * Gives the world of that name with these settings, changed or fresh.
   * @param journal all changes that its school is to have; absent: those it has
   * @throws {Error} where the journal belongs to another school
   */
  enter(name: string, settings: Settings, journal?: readonly Write[]): Place
}

const COMMON = 'common'

/**
 * Keeps worlds in memory, the least recently visited one being forgotten first. The common one always stays.
 * @param defaults what a fresh world starts with
 * @param most how many are kept
 */
export function createWorlds(defaults: WorldOptions, host: WorldHost, most = 64): Worlds {
  const places = new Map<string, Place>()

  function make(name: string, options: WorldOptions, journal?: readonly Write[]): Place {
    const world = createWorld(name, options, { ...host, journal })
    return { world, handlers: handlersFor(world) }
  }

  function keep(name: string, place: Place): Place {
    // A map remembers the order of insertion: the first one is the one that nobody visited for longest.
    places.delete(name)
    places.set(name, place)
    const oldest = places.size > most ? places.keys().next().value : undefined
    if (oldest !== undefined) places.delete(oldest)
    return place
  }

  const common = make(COMMON, defaults)
  return {
    visit(name) {
      if (name === undefined || name === COMMON) return common
      return keep(name, places.get(name) ?? make(name, defaults))
    },
    enter(name, settings, journal) {
      // Who asks is told by each browser's own cookie: two browsers in one world may be two people.
      const { user: _user, world: _world, locale: _locale, state: _state, now, ...rest } = settings
      const known = name === COMMON ? common : places.get(name)
      if (!known) {
        const fresh = make(name, { ...defaults, ...rest }, journal)
        change(fresh.world, { now })
        return keep(name, fresh)
      }
      change(known.world, { ...rest, now }, journal)
      return known === common ? common : keep(name, known)
    },
  }
}
