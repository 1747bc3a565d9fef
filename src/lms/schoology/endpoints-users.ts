import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { BASE, DOCS, Id, Text } from './endpoints-values.ts'

/** One person; `me` stands for whoever asks. User, `users/{id}`. */
export const user = endpoint({
  method: 'GET',
  path: `${BASE}/users/:userId`,
  response: z.object({
    uid: Id,
    /** The key by which the school's other systems know the person; empty for none. */
    school_uid: Text,
    name_first: Text,
    name_last: Text,
    name_display: Text,
    username: Text,
    /** Empty where the caller may not see it. */
    primary_email: Text,
  }),
  doc: `${DOCS}/user/`,
})
