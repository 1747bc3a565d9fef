import type { Account } from './model.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'

export type Preferences = Readonly<Record<string, string>>

/** By user id, once something was set. */
const changed = table<Preferences>('preferences')

/** What everybody has from the start. */
const USUAL: Preferences = { 'pref-lang': 'en' }

/** Gives all preferences of somebody, by name. User API v1, preferences. */
export function preferencesOf(school: School, { id }: Account): Preferences {
  return changed.get(school, String(id)) ?? USUAL
}

/** Gives the time zone that somebody chose, such as `Europe/Berlin`; null for those who did not. */
export function timeZoneOf(school: School, account: Account): string | null {
  return preferencesOf(school, account)['time_zone'] ?? null
}

/** Sets preferences, and takes out those that are null. User API v1, preferences. */
export function setPreferences(
  school: School,
  account: Account,
  changes: Readonly<Record<string, string | null>>,
): void {
  const all = Object.entries({ ...preferencesOf(school, account), ...changes })
  changed.put(
    school,
    String(account.id),
    Object.fromEntries(all.flatMap(([key, value]) => (value === null ? [] : [[key, value]]))),
  )
}

/** Gives what is wrong with a preference, in the words of the User API v1; null where nothing is. */
export function wrongPreference(key: string, value: string): string | null {
  if (!/^[-_a-zA-Z0-9.]+$/.test(key)) return `Invalid user preference key '${key}'.`
  if (value.trim() === '') return `Preference '${key}' cannot be set to an empty value.`
  if (key === 'time_zone' && !isTimeZone(value)) {
    return `Value '${value}' not valid for preference 'time_zone': Not in timezone set.`
  }
  return null
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
