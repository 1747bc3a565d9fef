import type { Operation } from './model.ts'

/** Operations that answer whoever is not signed in, each with the reason. */
const open: ReadonlyArray<readonly [operations: RegExp, reason: string]> = [
  [/^GET \/csrf\/api\/v1\/token$/, 'Who signs in needs a token first.'],
  [/^GET \/api\/mfe_config\/v1$/, 'A front end reads its settings before anybody signs in.'],
  [/^GET \/api\/(?:mfe_context|third_party_auth_context)$/, 'The sign-in page asks how one can sign in.'],
  [/^GET \/api\/course_home\/(?:v1\/)?(?:course_metadata|outline)\//, 'A course may be open to visitors.'],
  [/^GET \/api\/courseware\/course\//, 'A course may be open to visitors.'],
  [/^GET \/api\/courses\/v[12]\/(?:blocks|course_ids|courses)\//, 'The catalogue of courses is public.'],
  [/^GET \/api\/enrollment\/v1\/course\//, 'Visitors see what a course costs.'],
  [/^(?:GET|POST) \/api\/user\/v[12]\/account\/registration\/$/, 'Who registers has no account.'],
  [/^POST \/api\/user\/v1\/validation\/registration$/, 'Who registers has no account.'],
  [/^(?:GET|POST) \/api\/user\/\{api_version\}\/account\/login_session\/$/, 'It signs in.'],
  [/ \/api\/user\/v1\/account\/password_reset\//, 'Who forgot a password cannot sign in.'],
  [
    /^POST \/api\/course_home\/(?:v1\/)?unsubscribe_from_course_goal\//,
    'A token from an e-mail says who asks.',
  ],
  [
    /^POST \/api\/edx_proctoring\/proctoring_review_callback\/$/,
    'The proctoring service signs what it sends.',
  ],
  [/^POST \/api\/credit\/v1\/providers\/\{provider_id\}\/callback\/$/, 'The provider signs what it sends.'],
]

/** Tells whether an operation answers whoever is not signed in. */
export function isOpen({ method, path }: Pick<Operation, 'method' | 'path'>): boolean {
  const id = `${method} ${path}`
  return open.some(([operations]) => operations.test(id))
}
