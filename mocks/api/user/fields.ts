import { inWords } from '#mocks/api/json-object.ts'
import type { Account } from '#mocks/lms/model.ts'
import type { ProfileChange } from '#mocks/lms/profiles.ts'
import { invalid } from '#mocks/lms/refusal.ts'

/** What the server says of a field that cannot be changed here. */
export const NOT_EDITABLE = 'This field is not editable via this API'

const FIXED: ReadonlySet<string> = new Set([
  'id',
  'username',
  'is_active',
  'date_joined',
  'last_login',
  'profile_image',
  'requires_parental_consent',
  'course_certificates',
  'accomplishments_shared',
  'verified_name',
  'pending_name_change',
])

/** Gives what is wrong with a value; null where nothing is. */
type Check = (value: unknown) => string | null

interface FieldRule {
  readonly to: keyof ProfileChange
  readonly check: Check
}

const text =
  (most: number): Check =>
  (value) => {
    if (value === null) return null
    if (typeof value !== 'string') return 'Not a valid string.'
    return value.length > most ? `Ensure this field has no more than ${most} characters.` : null
  }

const choice =
  (...choices: ReadonlyArray<string | null>): Check =>
  (value) =>
    choices.some((each) => each === value) ? null : `"${inWords(value)}" is not a valid choice.`

const name: Check = (value) => {
  if (typeof value !== 'string') return 'Not a valid string.'
  if (value.trim() === '') return 'The name field must be at least 1 character long.'
  return text(255)(value)
}

const country: Check = (value) =>
  value === null || /^[A-Z]{2}$/.test(inWords(value)) ? null : `"${inWords(value)}" is not a valid choice.`

const year: Check = (value) =>
  value === null || Number.isInteger(value) ? null : 'A valid integer is required.'

const bio: Check = (value) =>
  typeof value === 'string' && value.length > 300
    ? 'The about me field must be at most 300 characters long.'
    : text(300)(value)

/** A list of objects that have these texts. */
const list =
  (...keys: readonly string[]): Check =>
  (value) => {
    const isItem = (item: unknown) =>
      typeof item === 'object' &&
      item !== null &&
      keys.every((key) => typeof Reflect.get(item, key) === 'string')
    return Array.isArray(value) && value.every(isItem) ? null : 'Expected a list of items.'
  }

const RULES: Readonly<Record<string, FieldRule>> = {
  name: { to: 'name', check: name },
  account_privacy: { to: 'privacy', check: choice('all_users', 'private') },
  bio: { to: 'bio', check: bio },
  city: { to: 'city', check: text(255) },
  country: { to: 'country', check: country },
  gender: { to: 'gender', check: choice('m', 'f', 'o', '', null) },
  goals: { to: 'goals', check: text(10_000) },
  language_proficiencies: { to: 'languages', check: list('code') },
  level_of_education: {
    to: 'education',
    check: choice('p', 'm', 'b', 'a', 'hs', 'jhs', 'el', 'none', 'other', '', null),
  },
  mailing_address: { to: 'address', check: text(10_000) },
  phone_number: { to: 'phone', check: text(50) },
  secondary_email: { to: 'secondaryEmail', check: text(254) },
  social_links: { to: 'links', check: list('platform', 'social_link') },
  state: { to: 'region', check: text(2) },
  year_of_birth: { to: 'yearOfBirth', check: year },
}

/**
 * Reads a merge patch of an account. A new e-mail address takes effect when its owner follows a link in a mail, so it
 * changes nothing here; fields that nobody knows are ignored.
 * @throws {Refusal} 400 that says for each field what is wrong with it
 */
export function readAccount(owner: Account, sent: Readonly<Record<string, unknown>>): ProfileChange {
  const change: Record<string, unknown> = {}
  const wrong: Record<string, string> = {}
  for (const [field, value] of Object.entries(sent)) {
    const rule = Object.hasOwn(RULES, field) ? RULES[field] : undefined
    const words = wordsFor(owner, field, value, rule)
    if (words !== null) wrong[field] = words
    else if (rule) change[rule.to] = value
  }
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
  return change
}

function wordsFor(owner: Account, field: string, value: unknown, rule?: FieldRule): string | null {
  if (FIXED.has(field)) return NOT_EDITABLE
  if (field === 'email') {
    const words = emailError(owner, value)
    return words && `Error thrown from validate_new_email: '${words}'`
  }
  const words = rule?.check(value)
  return words ? `Value '${inWords(value)}' is not valid for field '${field}': ${words}` : null
}

function emailError({ email }: Account, value: unknown): string | null {
  if (typeof value !== 'string' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    return 'Valid e-mail address required.'
  }
  return value === email ? 'Old email is the same as the new email.' : null
}
