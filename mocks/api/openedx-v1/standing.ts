import { time, timeOrNull } from '#mocks/api/time.ts'
import { type Certificate, certificateOf } from '#mocks/lms/learner/certificates.ts'
import { creditOf } from '#mocks/lms/learner/credit.ts'
import type { Course, CourseMode } from '#mocks/lms/course-model.ts'
import type { Enrolment, UserId } from '#mocks/lms/model.ts'
import { accessEnd, upgradeOf, verificationOf } from '#mocks/lms/learner/standing.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { progress } from '#src/lms/openedx-v1/endpoints-progress.ts'

type Wire = WireOf<typeof progress>

/** States from which one starts the check of identity, or starts it again. */
const TO_CHECK: ReadonlySet<string> = new Set(['none', 'expired', 'must_reverify', 'denied'])
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' }

/** A course of a school on a server. */
export interface Place {
  readonly school: School
  readonly course: Course
  readonly origin: string
}

/** Presents a certificate's state; null where there is none. Only those to be had have an address: of a page, or of a PDF. */
export function presentCertificate(
  { school, course, origin }: Place,
  userId: UserId,
): NonNullable<Wire['certificate_data']> | null {
  const certificate = certificateOf(school, course, userId)
  if (!certificate) return null
  const { page, pdf } = certificateAddresses(certificate, origin)
  return {
    cert_status: certificate.state,
    cert_web_view_url: page,
    download_url: pdf,
    certificate_available_date: timeOrNull(certificate.availableFrom),
  }
}

/** Gives where a certificate that can be had is: on a page, or (those of the old honor track) as a PDF. */
export function certificateAddresses(
  { state, record }: Certificate,
  origin: string,
): { page: string | null; pdf: string | null } {
  if (state !== 'downloadable' || !record) return { page: null, pdf: null }
  return record.type === 'honor'
    ? { page: null, pdf: `${origin}/downloads/${record.uuid}.pdf` }
    : { page: `${origin}/certificates/${record.uuid}`, pdf: null }
}

/** Gives what a learner has to do for credit, with the link to where credit is asked for; null without such a rule. */
export function presentCredit(
  { school, course, origin }: Place,
  userId: UserId,
): NonNullable<Wire['credit_course_requirements']> | null {
  const credit = creditOf(school, course, userId)
  return (
    credit && {
      dashboard_url: `${origin}/dashboard`,
      eligibility_status: credit.eligibility,
      requirements: credit.requirements.map(({ name, minGrade, state, since }) => ({
        display_name: name,
        min_grade: minGrade,
        status: state,
        status_date: timeOrNull(since),
      })),
    }
  )
}

/** Gives how the check of somebody's identity stands; a link only where there is something to do. */
export function presentVerification(
  { school, course, origin }: Place,
  enrolment: Enrolment | null,
): NonNullable<Wire['verification_data']> {
  const { state, since } = verificationOf(school, course, enrolment)
  const needed = enrolment?.mode === 'verified' && TO_CHECK.has(state)
  return {
    link: needed ? `${origin}/account/id-verification?course_id=${encodeURIComponent(course.key)}` : null,
    status: state,
    status_date: timeOrNull(since),
  }
}

/** Presents the track that a learner can go up to; null where there is none. */
export function presentUpgrade(
  { school, course, origin }: Place,
  enrolment: Enrolment | null,
): NonNullable<Wire['verified_mode']> | null {
  const mode = upgradeOf(school, course, enrolment)
  if (!mode) return null
  const currency = mode.currency.toUpperCase()
  return {
    access_expiration_date: timeOrNull(accessEnd(school, course, enrolment)?.at ?? null),
    currency,
    currency_symbol: SYMBOLS[currency] ?? '',
    price: mode.minPrice,
    sku: mode.sku ?? null,
    upgrade_url: upgradeUrl(origin, course, mode),
  }
}

/**
 * Presents when a learner loses access; null for those who keep it.
 * @param masked somebody else reads the learner's page
 */
export function presentAccessEnd(
  { school, course, origin }: Place,
  enrolment: Enrolment | null,
  masked = false,
): NonNullable<Wire['access_expiration']> | null {
  const end = accessEnd(school, course, enrolment)
  return (
    end && {
      expiration_date: time(end.at),
      masquerading_expired_course: masked && end.isOver,
      upgrade_deadline: timeOrNull(end.upgrade?.expires ?? null),
      upgrade_url: end.upgrade && upgradeUrl(origin, course, end.upgrade),
    }
  )
}

/** Gives where one goes up to a track: to the shop where it has a number there. */
export function upgradeUrl(origin: string, course: Course, { sku }: CourseMode): string {
  return sku
    ? `${origin}/basket/add/?sku=${encodeURIComponent(sku)}`
    : `${origin}/verify_student/upgrade/${course.key}/`
}
