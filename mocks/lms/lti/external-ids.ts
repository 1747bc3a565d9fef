import { accountById } from '#mocks/lms/accounts.ts'
import type { UserId } from '#mocks/lms/model.ts'
import { hashText } from '#mocks/lms/random.ts'
import type { School } from '#mocks/lms/store.ts'
import { hex, uuidOf } from '#mocks/lms/uuids.ts'

/**
 * Gives the id by which tools outside the platform know somebody: a UUID that tells nothing, always the same for the
 * same person in the same school. Nothing is kept: its first digits hold the user's own id, veiled.
 */
export function externalIdOf(school: School, userId: UserId): string {
  const rest = uuidOf(`external ${school.world.seed} ${userId}`).slice(8)
  return hex((userId ^ veil(school)) >>> 0) + rest
}

/** Gives whom an external id means; undefined where it is nobody's. */
export function userOfExternalId(school: School, externalId: string): UserId | undefined {
  const veiled = Number.parseInt(externalId.slice(0, 8), 16)
  if (Number.isNaN(veiled)) return undefined
  const userId = (veiled ^ veil(school)) >>> 0
  const known = accountById(school, userId) && externalIdOf(school, userId) === externalId
  return known ? userId : undefined
}

function veil({ world }: School): number {
  return hashText(`veil ${world.seed}`)
}
