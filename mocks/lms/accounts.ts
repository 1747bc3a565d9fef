import type { Account, Caller, Persona, UserId } from './model.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'

/** Full names that people changed, by user id. */
const names = table<string>('names')

/** Gives the account that a persona signs in with; null for nobody. */
export function signedInAs(school: School, persona: Persona): Caller {
  if (persona === 'nobody') return null
  return accountById(school, school.world.personas[persona]) ?? null
}

/** Gives the account, or undefined. */
export function accountById(school: School, id: UserId): Account | undefined {
  return named(school, school.world.directory.byId(id))
}

/** Gives the account with exactly this username, case as stored, or undefined. */
export function accountByUsername(school: School, username: string): Account | undefined {
  return named(school, school.world.directory.byUsername(username))
}

/** Gives the account with this e-mail address, whatever the case, or undefined. */
export function accountByEmail(school: School, email: string): Account | undefined {
  // Every address in the school begins with its owner's username.
  const username = email.slice(0, email.lastIndexOf('@'))
  const account = accountByUsername(school, username) ?? accountByUsername(school, username.toLowerCase())
  return account?.email.toLowerCase() === email.toLowerCase() ? account : undefined
}

/** Changes the name on somebody's profile. User API v1, accounts. */
export function rename(school: School, { id }: Account, name: string): void {
  names.put(school, String(id), name)
}

function named(school: School, account: Account | undefined): Account | undefined {
  if (!account || names.isEmpty(school)) return account
  return { ...account, name: names.get(school, String(account.id)) ?? account.name }
}
