import { mix } from '#mocks/lms/random.ts'
import type { Account, Directory, UserId } from '#mocks/lms/model.ts'
import { FIRST_LEARNERS, NAME_POOLS, type NamePool, type Person } from './names.ts'

/** Learners have ids from here on, in the order of the list; the named accounts stand below. */
const FIRST_LEARNER_ID = 1001

/** Gives the user id of a learner by place in the list, from 0. */
export function learnerId(index: number): UserId {
  return FIRST_LEARNER_ID + index
}

/** Gives a learner's place in the list by user id; negative for the named accounts. */
export function learnerIndex(id: UserId): number {
  return id - FIRST_LEARNER_ID
}

/**
 * Gives the accounts of a school: the named ones, and `learners` others who are made up when asked for, so that a
 * school of any size takes no memory for them.
 */
export function directoryOf(named: readonly Account[], learners: number): Directory {
  const byId = new Map(named.map((account) => [account.id, account]))
  const byUsername = new Map(named.map((account) => [account.username, account]))
  return {
    byId: (id) => byId.get(id) ?? (isLearner(id, learners) ? learnerAccount(id) : undefined),
    byUsername: (username) => {
      const known = byUsername.get(username)
      if (known) return known
      const index = indexOf(username)
      return index !== undefined && index < learners ? learnerAccount(learnerId(index)) : undefined
    },
  }
}

function isLearner(id: UserId, learners: number): boolean {
  return Number.isInteger(id) && id >= FIRST_LEARNER_ID && id < FIRST_LEARNER_ID + learners
}

const HOSTS = ['example.edu', 'example.org', 'mail.example.com', 'students.example.ac.uk']

function learnerAccount(id: UserId): Account {
  const [name, username] = personAt(learnerIndex(id))
  const email = `${username}@${HOSTS[mix(id, 0) % HOSTS.length]}`
  return { id, username, email, name, globalStaff: false }
}

/** All pairs of given and family names, in an order without pattern. */
const PAIRS: readonly Person[] = NAME_POOLS.flatMap(pairsOf)
  .map((person, index) => ({ person, order: mix(index, 0) }))
  .sort((one, other) => one.order - other.order)
  .map(({ person }) => person)

function pairsOf({ given, family, join }: NamePool): Person[] {
  return given.flatMap(([first, latinFirst]) =>
    family.map(([last, latinLast]): Person => [join(first, last), `${latinFirst}.${latinLast}`]),
  )
}

/** Once all pairs are used they come again, with a number behind the username. */
function personAt(index: number): Person {
  const first = FIRST_LEARNERS[index]
  if (first) return first
  const rest = index - FIRST_LEARNERS.length
  const [name, username] = PAIRS[rest % PAIRS.length] ?? [null, 'learner']
  const round = Math.floor(rest / PAIRS.length)
  return [name, round === 0 ? username : `${username}${round + 1}`]
}

let places: ReadonlyMap<string, number> | undefined

/** The reverse of `personAt`. */
function indexOf(username: string): number | undefined {
  places ??= new Map([...FIRST_LEARNERS, ...PAIRS].map(([, name], index) => [name, index]))
  const exact = places.get(username)
  if (exact !== undefined) return exact
  const [, base = '', digits = ''] = /^(.*?)([1-9]\d*)$/.exec(username) ?? []
  const place = places.get(base)
  const round = Number(digits) - 1
  if (place === undefined || place < FIRST_LEARNERS.length || round < 1) return undefined
  return place + round * PAIRS.length
}
