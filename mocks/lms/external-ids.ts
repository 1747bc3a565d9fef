import { accountById } from './accounts.ts'
import type { UserId } from './model.ts'
import { hashText } from './random.ts'
import type { School } from './store.ts'

/**
 * Gives the id by which tools outside the platform know somebody: a UUID that tells nothing, always the same for the
 * same person in the same school. It is worked out, not kept.
 */
export function externalIdOf(school: School, userId: UserId): string {
  const { seed } = school.world
  const veiled = (userId ^ hashText(`veil ${seed}`)) >>> 0
  const [one, two, three] = [1, 2, 3].map((part) => hex(hashText(`${seed} ${part} ${userId}`)))
  const digits = `${one}${two}${three}`
  return [
    hex(veiled),
    digits.slice(0, 4),
    `4${digits.slice(4, 7)}`,
    `8${digits.slice(7, 10)}`,
    digits.slice(10, 22),
  ].join('-')
}

/** Gives whom an external id means; undefined where it is nobody's. */
export function userOfExternalId(school: School, externalId: string): UserId | undefined {
  const veiled = Number.parseInt(externalId.slice(0, 8), 16)
  if (Number.isNaN(veiled)) return undefined
  const userId = (veiled ^ hashText(`veil ${school.world.seed}`)) >>> 0
  const known = accountById(school, userId) && externalIdOf(school, userId) === externalId
  return known ? userId : undefined
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0')
}
