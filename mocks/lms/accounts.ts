import type { Account, Caller, Persona, UserId } from './model.ts'
import type { School } from './store.ts'

/** Gives the account that a persona signs in with; null for nobody. */
export function signedInAs(school: School, persona: Persona): Caller {
  if (persona === 'nobody') return null
  return accountById(school, school.world.personas[persona]) ?? null
}

/** Gives the account, or undefined. */
export function accountById(school: School, id: UserId): Account | undefined {
  return school.world.directory.byId(id)
}

/** Gives the account with exactly this username, case as stored, or undefined. */
export function accountByUsername(school: School, username: string): Account | undefined {
  return school.world.directory.byUsername(username)
}
