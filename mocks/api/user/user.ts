import type { HttpHandler } from 'msw'
import { type ErrorStyle, detailErrors, json } from '#mocks/answer.ts'
import { inWords, jsonObject } from '#mocks/api/json-object.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByEmail, accountById, accountByUsername } from '#mocks/lms/accounts.ts'
import type { Account } from '#mocks/lms/model.ts'
import { changeProfile } from '#mocks/lms/profiles.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import { me } from '#src/lms/openedx-v1/endpoints-people.ts'
import * as others from './endpoints.ts'
import { NOT_EDITABLE, readAccount } from './fields.ts'
import { preferenceResolvers } from './preferences.ts'
import { presentAccount } from './present.ts'

const { searchEmails, ...mine } = others
// Comes before the accounts by username, which its path would be one of.
const wire = { me, searchEmails, ...mine }

const resolvers: Resolvers<typeof wire> = {
  ...preferenceResolvers,

  me: ({ caller }) => ({ username: signedIn(caller, NOT_PROVIDED).username }),

  accounts: ({ school, caller, query, url }) => {
    const by = signedIn(caller, NOT_PROVIDED)
    const found = accountsFor(school, by, query)
    if (found.length === 0) return json(undefined, 404)
    return found.map((account) =>
      presentAccount(school, account, seesAll(by, account, query.view), url.origin),
    )
  },

  searchEmails: ({ school, caller, json: read }) => {
    if (!signedIn(caller, NOT_PROVIDED).globalStaff) throw refusal(403, NO_PERMISSION)
    const { emails } = jsonObject(read())
    if (!Array.isArray(emails)) return json(undefined, 404)
    return emails
      .flatMap((email) => accountByEmail(school, inWords(email)) ?? [])
      .map(({ id, username, email }) => ({ id, username, email }))
  },

  account: ({ school, caller, path, query, url }) => {
    const by = signedIn(caller, NOT_PROVIDED)
    const account = accountByUsername(school, path.username)
    if (!account) return json(undefined, 404)
    return presentAccount(school, account, seesAll(by, account, query.view), url.origin)
  },

  changeAccount: ({ school, caller, path, json: read, url }) => {
    const by = signedIn(caller, NOT_PROVIDED)
    const sent = jsonObject(read())
    // Nobody changes others' accounts; only staff of the site learn that there is one.
    if (path.username !== by.username) return json(undefined, by.globalStaff ? 403 : 404)
    changeProfile(school, by, readAccount(by, sent))
    return presentAccount(school, accountById(school, by.id) ?? by, true, url.origin)
  },
}

/** By usernames; else by address, or by number for staff of the site; else oneself. Those who do not exist are left out. */
function accountsFor(
  school: School,
  by: Account,
  { username, email, lms_user_id: id }: { username?: string; email?: string; lms_user_id?: string },
): Account[] {
  if (username) {
    const names = new Set(username.replaceAll(/^,+|,+$/g, '').split(','))
    return [...names].flatMap((name) => accountByUsername(school, name) ?? [])
  }
  if (!email && !id) return [by]
  if (!by.globalStaff) throw refusal(403, NO_PERMISSION)
  const found = email ? accountByEmail(school, email.trim()) : accountById(school, Number(id))
  return found ? [found] : []
}

function seesAll(by: Account, account: Account, view: string | undefined): boolean {
  return (by.globalStaff || by.id === account.id) && view !== 'shared'
}

/** Fields have two messages each: one for developers, one for the screen. */
const errors: ErrorStyle = (refused) =>
  refused.fields
    ? {
        field_errors: Object.fromEntries(
          Object.entries(refused.fields).map(([field, words]) => [
            field,
            { developer_message: words, user_message: forScreen(field, words) },
          ]),
        ),
      }
    : detailErrors(refused)

function forScreen(field: string, words: string): string {
  if (words === NOT_EDITABLE) return `The '${field}' field cannot be edited.`
  const quoted = /^Error thrown from validate_new_email: '(.+)'$/.exec(words)?.[1]
  if (quoted) return quoted
  const zone = /^Value '(.*)' not valid for preference 'time_zone'/.exec(words)?.[1]
  if (zone !== undefined) return `Value '${zone}' is not a valid time zone selection.`
  return words.startsWith('Value ') ? 'This value is invalid.' : words
}

/** User API v1: who one is, accounts and preferences. */
export function userFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors, anonymous: NOT_PROVIDED })
}
