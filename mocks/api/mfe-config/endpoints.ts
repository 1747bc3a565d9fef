import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

/** The site's settings for front ends, by name; with `mfe` those of one laid over them. MFE config API v1. */
export const mfeConfig = endpoint({
  method: 'GET',
  path: '/api/mfe_config/v1',
  query: { mfe: 'text' },
  response: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  doc: `${LMS}#get--mfe_config-v1`,
})
