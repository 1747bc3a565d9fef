import type { HttpHandler } from 'msw'
import { detailErrors } from '#mocks/answer.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { notFoundPage } from '#mocks/pages.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as wire from './endpoints.ts'

const resolvers: Resolvers<typeof wire> = {
  mfeConfig: ({ school, url, query }) => {
    // Switched off, the view answers as if it were not there.
    if (school.world.mfeConfig === false) return notFoundPage()
    const { origin } = url
    return {
      BASE_URL: origin,
      LANGUAGE_PREFERENCE_COOKIE_NAME: 'openedx-language-preference',
      CSRF_TOKEN_API_PATH: '/csrf/api/v1/token',
      LMS_BASE_URL: origin,
      LOGIN_URL: `${origin}/login`,
      LOGOUT_URL: `${origin}/logout`,
      REFRESH_ACCESS_TOKEN_ENDPOINT: `${origin}/login_refresh`,
      ACCESS_TOKEN_COOKIE_NAME: 'edx-jwt-cookie-header-payload',
      USER_INFO_COOKIE_NAME: 'edx-user-info',
      STUDIO_BASE_URL: `${origin}/studio`,
      LEARNING_BASE_URL: `${origin}/learning`,
      SITE_NAME: 'Simulated LMS',
      MARKETING_SITE_BASE_URL: origin,
      LOGO_URL: `${origin}/logo.svg`,
      FAVICON_URL: `${origin}/favicon.ico`,
      ...overrides(query.mfe, origin),
    }
  },
}

/** What single front ends have otherwise; of the others one is like all. */
function overrides(mfe: string | undefined, origin: string): Readonly<Record<string, string | boolean>> {
  if (mfe === 'gradebook') return { BASE_URL: `${origin}/gradebook`, SHOW_BULK_MANAGEMENT_UI: true }
  return mfe === 'learning' ? { BASE_URL: `${origin}/learning` } : {}
}

/** MFE config API v1, open to anybody. */
export function mfeConfigFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
