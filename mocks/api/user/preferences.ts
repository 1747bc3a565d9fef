import { Reply, json } from '#mocks/answer.ts'
import { inWords, isObject } from '#mocks/api/json-object.ts'
import { NOT_PROVIDED } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import type { Account, Caller } from '#mocks/lms/model.ts'
import { preferencesOf, setPreferences, wrongPreference } from '#mocks/lms/preferences.ts'
import { invalid, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import type * as wire from './endpoints.ts'

type Mine = Pick<
  typeof wire,
  'preferences' | 'changePreferences' | 'preference' | 'setPreference' | 'deletePreference'
>

/** User API v1, preferences: everybody their own, staff of the site read anybody's. Refusals after that are empty. */
export const preferenceResolvers: Resolvers<Mine> = {
  preferences: ({ school, caller, path }) => {
    const owner = ownerFor(school, caller, path.username)
    return owner ? preferencesOf(school, owner) : json(undefined, 404)
  },

  changePreferences: ({ school, caller, path, json: read }) => {
    const writer = writerFor(caller, path.username)
    const sent = read()
    if (!isObject(sent) || Object.keys(sent).length === 0) {
      return refusedTwice('No data provided for user preference update')
    }
    if (!writer) return json(undefined, 403)
    const changes = Object.entries(sent).map(([key, value]) => [key, textOf(value)] as const)
    const wrong = changes.flatMap(([key, value]) => {
      const words = value === null ? null : wrongPreference(key, value)
      return words === null ? [] : [[key, words] as const]
    })
    if (wrong.length > 0) throw invalid(Object.fromEntries(wrong))
    setPreferences(school, writer, Object.fromEntries(changes))
    return new Reply(undefined, 204)
  },

  preference: ({ school, caller, path }) => {
    const owner = ownerFor(school, caller, path.username)
    const preferences = owner ? preferencesOf(school, owner) : {}
    const value = Object.hasOwn(preferences, path.preferenceKey) ? preferences[path.preferenceKey] : undefined
    return value ?? json(undefined, 404)
  },

  setPreference: ({ school, caller, path, json: read }) => {
    const writer = writerFor(caller, path.username)
    const value = textOf(read()) ?? ''
    if (!writer) return json(undefined, 403)
    const wrong = wrongPreference(path.preferenceKey, value)
    if (wrong !== null) return refusedTwice(wrong)
    setPreferences(school, writer, { [path.preferenceKey]: value })
    return new Reply(undefined, 204)
  },

  deletePreference: ({ school, caller, path }) => {
    const writer = writerFor(caller, path.username)
    if (!writer) return json(undefined, 403)
    if (!Object.hasOwn(preferencesOf(school, writer), path.preferenceKey)) return json(undefined, 404)
    setPreferences(school, writer, { [path.preferenceKey]: null })
    return new Reply(undefined, 204)
  },
}

/** Whose preferences are read; undefined where staff of the site name nobody. */
function ownerFor(school: School, caller: Caller, username: string): Account | undefined {
  admit(caller, username)
  return accountByUsername(school, username)
}

/** Who changes preferences: only their owner; null for staff of the site, who may not. */
function writerFor(caller: Caller, username: string): Account | null {
  const account = admit(caller, username)
  return account.username === username ? account : null
}

/** For all others nobody has preferences. */
function admit(caller: Caller, username: string): Account {
  const account = signedIn(caller, NOT_PROVIDED)
  if (account.username !== username && !account.globalStaff) throw refusal(404, 'Not found.')
  return account
}

/** Whatever is sent is kept as text. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return inWords(value)
}

function refusedTwice(words: string): Response {
  return json({ developer_message: words, user_message: words }, 400)
}
