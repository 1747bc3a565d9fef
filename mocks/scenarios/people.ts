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
export function directoryOf(
  named: readonly Account[],
  learners: number,
  people: People = USUAL_PEOPLE,
): Directory {
  const roll = rollOf(people)
  const learnerAccount = (id: UserId): Account => accountOf(id, roll.personAt(learnerIndex(id)))
  const byId = new Map(named.map((account) => [account.id, account]))
  const byUsername = new Map(named.map((account) => [account.username, account]))
  return {
    byId: (id) => byId.get(id) ?? (isLearner(id, learners) ? learnerAccount(id) : undefined),
    byUsername: (username) => {
      const known = byUsername.get(username)
      if (known) return known
      const index = roll.indexOf(username)
      return index !== undefined && index < learners ? learnerAccount(learnerId(index)) : undefined
    },
  }
}

function isLearner(id: UserId, learners: number): boolean {
  return Number.isInteger(id) && id >= FIRST_LEARNER_ID && id < FIRST_LEARNER_ID + learners
}

const HOSTS = ['example.edu', 'example.org', 'mail.example.com', 'students.example.ac.uk']

function accountOf(id: UserId, [name, username]: Person): Account {
  const email = `${username}@${HOSTS[mix(id, 0) % HOSTS.length]}`
  return { id, username, email, name, globalStaff: false }
}

/** Who learns at a school: the first ones by name, the others made up from pools. */
export interface People {
  readonly first: readonly Person[]
  readonly pools: readonly NamePool[]
}

/** Names from everywhere. */
export const USUAL_PEOPLE: People = { first: FIRST_LEARNERS, pools: NAME_POOLS }

interface Roll {
  /** By place in the list, from 0. */
  personAt(index: number): Person
  /** The reverse of `personAt`. */
  indexOf(username: string): number | undefined
}

// People never change, so their list is made once.
const rolls = new WeakMap<People, Roll>()

/** All pairs of given and family names, in an order without pattern; they come again with a number behind the username. */
function rollOf(people: People): Roll {
  const known = rolls.get(people)
  if (known) return known
  const { first, pools } = people
  const pairs = pools
    .flatMap(pairsOf)
    .map((person, index) => ({ person, order: mix(index, 0) }))
    .sort((one, other) => one.order - other.order)
    .map(({ person }) => person)
  const places = new Map([...first, ...pairs].map(([, username], index) => [username, index]))
  const roll: Roll = {
    personAt: (index) => {
      const rest = index - first.length
      const [name, username] = first[index] ?? pairs[rest % pairs.length] ?? [null, 'learner']
      const round = Math.floor(rest / pairs.length)
      return [name, round > 0 ? `${username}${round + 1}` : username]
    },
    indexOf: (username) => {
      const exact = places.get(username)
      if (exact !== undefined) return exact
      const [, base = '', digits = ''] = /^(.*?)([1-9]\d*)$/.exec(username) ?? []
      const place = places.get(base)
      const round = Number(digits) - 1
      if (place === undefined || place < first.length || round < 1) return undefined
      return place + round * pairs.length
    },
  }
  rolls.set(people, roll)
  return roll
}

function pairsOf({ given, family, join }: NamePool): Person[] {
  return given.flatMap(([first, latinFirst]) =>
    family.map(([last, latinLast]): Person => [join(first, last), `${latinFirst}.${latinLast}`]),
  )
}
