import type { HttpHandler } from 'msw'
import { detailErrors, json } from '#mocks/answer.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { type Certificate, certificateOf, certificatesOf } from '#mocks/lms/learner/certificates.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Caller, Instant } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-certificates.ts'
import { certificateAddresses } from './standing.ts'
import { NOT_PROVIDED, NO_PERMISSION } from './texts.ts'

type Wire = WireOf<typeof wire.certificateInCourse>

const resolvers: Resolvers<typeof wire> = {
  certificates: ({ school, caller, path, url }) => {
    const learner = learnerNamed(school, caller, path.username)
    return certificatesOf(school, learner.id).flatMap((one) => present(one, learner, url.origin) ?? [])
  },

  certificateInCourse: ({ school, caller, path, url }) => {
    const course = findCourse(school, path.courseId)
    const learner = learnerNamed(school, caller, path.username, course)
    // These two refusals have a code and no words.
    if (!isCourseKey(path.courseId)) return json({ error_code: 'course_id_not_valid' }, 400)
    const certificate = course && certificateOf(school, course, learner.id)
    const found = certificate ? present(certificate, learner, url.origin) : null
    return found ?? json({ error_code: 'no_certificate_for_user' }, 404)
  },
}

/** One's own, or for staff anybody's: of the whole site, and (what the documents leave open) of the course asked about. */
function learnerNamed(school: School, caller: Caller, username: string, course?: Course): Account {
  const reader = signedIn(caller, NOT_PROVIDED)
  if (reader.username === username) return reader
  const staff = reader.globalStaff || (course !== undefined && hasAuthorAccess(school, reader, course))
  if (!staff) throw refusal(403, NO_PERMISSION)
  const learner = accountByUsername(school, username)
  if (!learner) throw refusal(404, 'Not found.')
  return learner
}

/** Null where nothing is kept. */
function present(certificate: Certificate, { username }: Account, origin: string): Wire | null {
  const { course, record } = certificate
  if (!record) return null
  const { page, pdf } = certificateAddresses(certificate, origin)
  return {
    username,
    course_id: course.key,
    course_display_name: course.name,
    course_organization: course.org,
    certificate_type: record.type,
    created_date: stamp(record.created),
    modified_date: stamp(record.modified),
    status: record.status,
    is_passing: record.isPassing,
    download_url: page ?? pdf,
    grade: String(record.grade),
    uuid: record.uuid,
  }
}

/** This family writes the offset out. */
function stamp(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, '+0000')
}

/** Certificates API v0: somebody's, in all courses and in one. */
export function certificatesFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
