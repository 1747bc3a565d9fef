import type { CertificateRecord } from '#src/domain/progress.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { certificateInCourse } from './endpoints-certificates.ts'
import { creditEligibility } from './endpoints-credit.ts'
import { isUnknown, requireCourseKey } from './ids.ts'

type Somebody = CourseParams & { readonly username: string }

/** Reads what is kept about a certificate; null where there is none. Certificates API v0. */
export async function readCertificate(
  session: Session,
  { courseId, username }: Somebody,
  signal?: AbortSignal,
): Promise<CertificateRecord | null> {
  requireCourseKey(courseId)
  try {
    const { grade } = await call(certificateInCourse, { path: { username, courseId }, signal }, session)
    return { grade: fraction(grade) }
  } catch (error) {
    if (isUnknown(error)) return null
    throw error
  }
}

/** Reads until when somebody may ask for credit, ISO 8601; null where they may not. Credit API v1, eligibility. */
export async function readCreditDeadline(
  session: Session,
  { courseId, username }: Somebody,
  signal?: AbortSignal,
): Promise<string | null> {
  requireCourseKey(courseId)
  const found = await call(creditEligibility, { query: { username, course_key: courseId }, signal }, session)
  return found.find(({ course_key: key }) => key === courseId)?.deadline ?? null
}

/** The grade is written as text, `0.88`; older ones hold what was printed on paper, a letter perhaps. */
function fraction(text: string | null | undefined): number | null {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}
