import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { Viewer } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { me, roles } from './endpoints-people.ts'

/** Who is asking. User API v1, me; Enrollment API v1, roles. */
export async function readViewer(session: Session, signal?: AbortSignal): Promise<Viewer> {
  const [{ username }, { is_staff }] = await Promise.all([
    call(me, { signal }, session),
    readRoles(session, signal),
  ])
  return { username, name: null, globalStaff: is_staff }
}

/** The viewer's course roles; none on releases that cannot tell. Enrollment API v1, roles. */
export async function readRoles(session: Session, signal?: AbortSignal) {
  try {
    return await call(roles, { signal }, session)
  } catch (error) {
    if (error instanceof LmsError && error.kind === 'not-found') return { roles: [], is_staff: false }
    throw error
  }
}
