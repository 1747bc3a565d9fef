import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** A token for `X-CSRFToken`; open to anybody. edX DRF extensions, CSRF API v1. */
export const csrfToken = endpoint({
  method: 'GET',
  path: '/csrf/api/v1/token',
  response: z.object({ csrfToken: z.string() }),
  doc: 'https://github.com/openedx/edx-drf-extensions/tree/master/csrf',
})

/** Renews the session's JWT cookies from the session cookie; 401 when there is no session. User authentication API. */
export const loginRefresh = endpoint({
  method: 'POST',
  path: '/login_refresh',
  csrfExempt: true,
  response: z.object({
    success: z.optional(z.boolean()),
    response_epoch_seconds: z.optional(z.number()),
    response_http_date: z.optional(z.string()),
    expires: z.optional(z.nullable(z.string())),
    expires_epoch_seconds: z.optional(z.nullable(z.number())),
  }),
  doc: 'https://docs.openedx.org/projects/edx-platform/en/latest/references/docstrings/openedx/openedx.core.djangoapps.user_authn.views.html',
})
