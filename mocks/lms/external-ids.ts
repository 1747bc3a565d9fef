import { accountById } from './accounts.ts'
import type { UserId } from './model.ts'
import { hashText } from './random.ts'
import type { School } from './store.ts'
import { hex, uuidOf } from './uuids.ts'

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
