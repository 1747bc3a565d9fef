import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const MERGE_PATCH = ['application/merge-patch+json']

const Text = z.nullable(z.string())

/** What others see of an account that hides everything. */
const Public = {
  username: z.string(),
  profile_image: z.object({
    has_image: z.boolean(),
    image_url_full: z.string(),
    image_url_large: z.string(),
    image_url_medium: z.string(),
    image_url_small: z.string(),
  }),
  account_privacy: z.string(),
}

/** What others see besides, where the account hides nothing. */
const Shared = {
  bio: Text,
  course_certificates: z.nullable(z.array(z.unknown())),
  country: Text,
  date_joined: z.string(),
  language_proficiencies: z.array(z.object({ code: z.string() })),
  level_of_education: Text,
  social_links: z.array(z.object({ platform: z.string(), social_link: z.string() })),
  time_zone: Text,
  accomplishments_shared: z.boolean(),
}

/** What only the owner and staff of the site see. */
const Own = {
  id: z.number(),
  email: z.string(),
  name: z.string(),
  is_active: z.boolean(),
  last_login: Text,
  gender: Text,
  goals: Text,
  city: Text,
  state: Text,
  mailing_address: Text,
  phone_number: Text,
  year_of_birth: z.nullable(z.number()),
  requires_parental_consent: z.boolean(),
  secondary_email: Text,
  secondary_email_enabled: z.nullable(z.boolean()),
  extended_profile: z.array(z.object({ field_name: z.string(), field_value: z.string() })),
  verified_name: Text,
  pending_name_change: Text,
}

const Account = z.object({ ...Public, ...z.partial(z.object({ ...Shared, ...Own })).shape })

/** Accounts by usernames, or by one e-mail address; one’s own where neither is given. User API v1. */
export const accounts = endpoint({
  method: 'GET',
  path: '/api/user/v1/accounts',
  query: { username: 'text', email: 'text', lms_user_id: 'text', view: 'text' },
  response: z.array(Account),
  doc: `${LMS}#get--user-v1-accounts`,
})

/** Accounts by e-mail addresses, for staff of the site. User API v1. */
export const searchEmails = endpoint({
  method: 'POST',
  path: '/api/user/v1/accounts/search_emails',
  body: z.object({ emails: z.array(z.string()) }),
  response: z.array(z.object({ id: z.number(), username: z.string(), email: z.string() })),
  doc: `${LMS}#post--user-v1-accounts-search_emails`,
})

/** One account: all of it for its owner and staff of the site, else what it shares. User API v1. */
export const account = endpoint({
  method: 'GET',
  path: '/api/user/v1/accounts/:username',
  query: { view: 'text' },
  response: Account,
  doc: `${LMS}#get--user-v1-accounts-username`,
})

/** Changes one’s own account by merge patch. User API v1. */
export const changeAccount = endpoint({
  method: 'PATCH',
  path: '/api/user/v1/accounts/:username',
  body: z.partial(z.object({ ...Shared, ...Own, account_privacy: z.string() })),
  accepts: MERGE_PATCH,
  response: Account,
  doc: `${LMS}#patch--user-v1-accounts-username`,
})

/** All preferences of oneself; of anybody for staff of the site. User API v1. */
export const preferences = endpoint({
  method: 'GET',
  path: '/api/user/v1/preferences/:username',
  response: z.record(z.string(), z.string()),
  doc: `${LMS}#get--user-v1-preferences-username`,
})

/** Sets one’s own preferences by merge patch; null takes one out. User API v1. */
export const changePreferences = endpoint({
  method: 'PATCH',
  path: '/api/user/v1/preferences/:username',
  body: z.record(z.string(), Text),
  accepts: MERGE_PATCH,
  response: z.undefined(),
  statuses: [204],
  doc: `${LMS}#patch--user-v1-preferences-username`,
})

/** One preference. User API v1. */
export const preference = endpoint({
  method: 'GET',
  path: '/api/user/v1/preferences/:username/:preferenceKey',
  response: z.string(),
  doc: `${LMS}#get--user-v1-preferences-username-preference_key`,
})

/** Sets one of one’s own preferences. User API v1. */
export const setPreference = endpoint({
  method: 'PUT',
  path: '/api/user/v1/preferences/:username/:preferenceKey',
  body: z.string(),
  response: z.undefined(),
  statuses: [204],
  doc: `${LMS}#put--user-v1-preferences-username-preference_key`,
})

/** Takes out one of one’s own preferences. User API v1. */
export const deletePreference = endpoint({
  method: 'DELETE',
  path: '/api/user/v1/preferences/:username/:preferenceKey',
  response: z.undefined(),
  statuses: [204],
  doc: `${LMS}#delete--user-v1-preferences-username-preference_key`,
})
