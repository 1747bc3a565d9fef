import { rename } from './accounts.ts'
import type { Account, Instant } from './model.ts'
import type { Json } from './write-model.ts'
import { preferencesOf, setPreferences } from './preferences.ts'
import { draw, mix } from './random.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'

/** What somebody may tell about themselves, besides the name. */
export interface Profile {
  readonly bio: string | null
  readonly city: string | null
  /** Two letters. */
  readonly country: string | null
  readonly gender: string | null
  readonly goals: string | null
  readonly languages: ReadonlyArray<{ readonly code: string }>
  readonly education: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly secondaryEmail: string | null
  readonly links: ReadonlyArray<{ readonly platform: string; readonly social_link: string }>
  readonly region: string | null
  readonly yearOfBirth: number | null
}

const EMPTY: Profile = {
  bio: null,
  city: null,
  country: null,
  gender: null,
  goals: null,
  languages: [],
  education: null,
  address: null,
  phone: null,
  secondaryEmail: null,
  links: [],
  region: null,
  yearOfBirth: null,
}

/** By user id, once something was told. */
const changed = table<Profile & { readonly [name: string]: Json }>('profiles')

/** Gives what somebody told about themselves. User API v1, accounts. */
export function profileOf(school: School, { id }: Account): Profile {
  return changed.get(school, String(id)) ?? EMPTY
}

/** What can be changed of an account: the profile, the name, and who may see them. */
export type ProfileChange = Partial<Profile> & {
  readonly name?: string
  readonly privacy?: Privacy
}

/** `private`: others see no more than username and picture. */
export type Privacy = 'all_users' | 'private'

/** Changes somebody's profile; what is absent stays. User API v1, accounts. */
export function changeProfile(
  school: School,
  account: Account,
  { name, privacy, ...profile }: ProfileChange,
): void {
  if (Object.keys(profile).length > 0) {
    changed.put(school, String(account.id), { ...profileOf(school, account), ...profile })
  }
  if (name !== undefined && name !== account.name) rename(school, account, name)
  if (privacy !== undefined) setPreferences(school, account, { account_privacy: privacy })
}

/** Gives who may see somebody's profile: everybody, unless they said otherwise. */
export function privacyOf(school: School, account: Account): Privacy {
  return preferencesOf(school, account)['account_privacy'] === 'private' ? 'private' : 'all_users'
}

/** Gives when somebody registered: some time in the two years before the school opened. */
export function joinedAt(school: School, { id }: Account): Instant {
  const day = 24 * 3600 * 1000
  const days = 120 + Math.floor(draw(mix(school.world.seed, id), JOINED) * 600)
  return school.world.startsAt - days * day
}

const JOINED = 7
