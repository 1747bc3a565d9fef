import { time } from '#mocks/api/time.ts'
import type { Account } from '#mocks/lms/model.ts'
import { preferencesOf } from '#mocks/lms/preferences.ts'
import { joinedAt, privacyOf, profileOf } from '#mocks/lms/profiles.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { account as endpoint } from './endpoints.ts'

type Wire = WireOf<typeof endpoint>

/** Sides of the default picture in pixels. */
const SIZES = { full: 500, large: 120, medium: 50, small: 30 } as const

/**
 * Presents an account as the User API v1 does: all of it to its owner and to staff of the site, to others what it
 * shares.
 * @param wholly false also for those who ask for the shared view
 */
export function presentAccount(school: School, account: Account, wholly: boolean, origin: string): Wire {
  const open = {
    username: account.username,
    profile_image: pictureOf(origin),
    account_privacy: privacyOf(school, account),
  }
  if (!wholly && open.account_privacy === 'private') return open
  const profile = profileOf(school, account)
  const shared = {
    ...open,
    bio: profile.bio,
    course_certificates: null,
    country: profile.country,
    date_joined: time(joinedAt(school, account)),
    language_proficiencies: [...profile.languages],
    level_of_education: profile.education,
    social_links: [...profile.links],
    time_zone: preferencesOf(school, account)['time_zone'] ?? null,
    accomplishments_shared: false,
  }
  if (!wholly) return shared
  return {
    ...shared,
    id: account.id,
    email: account.email,
    name: account.name ?? '',
    is_active: true,
    last_login: time(school.world.startsAt),
    gender: profile.gender,
    goals: profile.goals,
    city: profile.city,
    state: profile.region,
    mailing_address: profile.address,
    phone_number: profile.phone,
    year_of_birth: profile.yearOfBirth,
    requires_parental_consent: false,
    secondary_email: profile.secondaryEmail,
    secondary_email_enabled: null,
    extended_profile: [],
    verified_name: null,
    pending_name_change: null,
  }
}

function pictureOf(origin: string): Wire['profile_image'] {
  const url = (size: keyof typeof SIZES) => `${origin}/static/images/profiles/default_${SIZES[size]}.png`
  return {
    has_image: false,
    image_url_full: url('full'),
    image_url_large: url('large'),
    image_url_medium: url('medium'),
    image_url_small: url('small'),
  }
}
