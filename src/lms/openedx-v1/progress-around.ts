import type {
  AccessEnd,
  CertificateState,
  Credit,
  Progress,
  Upgrade,
  Verification,
} from '#src/domain/progress.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { webLink } from '#src/lms/web-link.ts'
import type { progress } from './endpoints-progress.ts'

type Answer = AnswerOf<typeof progress>

/** Gives what the answer tells around the grade. Course home API v1, progress. */
export function aroundGrade(
  answer: Answer,
  base: string,
): Pick<
  Progress,
  'completion' | 'certificate' | 'credit' | 'verification' | 'upgrade' | 'accessEnd' | 'studioUrl'
> {
  const { completion_summary: units } = answer
  return {
    completion: units
      ? { done: units.complete_count, left: units.incomplete_count, locked: units.locked_count }
      : null,
    certificate: toCertificate(answer, base),
    credit: toCredit(answer, base),
    verification: toVerification(answer, base),
    upgrade: toUpgrade(answer, base),
    accessEnd: toAccessEnd(answer, base),
    studioUrl: webLink(answer.studio_url, base),
  }
}

function toCertificate({ certificate_data: data }: Answer, base: string): CertificateState | null {
  if (!data?.cert_status) return null
  return {
    status: data.cert_status,
    viewUrl: webLink(data.cert_web_view_url, base),
    downloadUrl: webLink(data.download_url, base),
    availableFrom: data.certificate_available_date ?? null,
  }
}

const ELIGIBILITY: Readonly<Record<string, Credit['eligibility']>> = {
  eligible: 'eligible',
  partial_eligible: 'partly',
  not_eligible: 'not-eligible',
}

function toCredit({ credit_course_requirements: credit }: Answer, base: string): Credit | null {
  if (!credit) return null
  return {
    eligibility: ELIGIBILITY[credit.eligibility_status ?? ''] ?? null,
    url: webLink(credit.dashboard_url, base),
    requirements: credit.requirements.map((requirement) => ({
      name: requirement.display_name,
      leastGrade: requirement.min_grade ?? null,
      status: requirement.status ?? null,
      at: requirement.status_date ?? null,
    })),
  }
}

function toVerification({ verification_data: data }: Answer, base: string): Verification | null {
  if (!data?.status) return null
  return { status: data.status, at: data.status_date ?? null, url: webLink(data.link, base) }
}

function toUpgrade({ verified_mode: mode }: Answer, base: string): Upgrade | null {
  if (!mode) return null
  const { price, currency = null, currency_symbol: symbol } = mode
  return {
    price: typeof price === 'number' ? { amount: price, currency, symbol: symbol ?? '' } : null,
    url: webLink(mode.upgrade_url, base),
    accessUntil: mode.access_expiration_date ?? null,
  }
}

function toAccessEnd({ access_expiration: end }: Answer, base: string): AccessEnd | null {
  if (!end?.expiration_date) return null
  return {
    at: end.expiration_date,
    upgradeUntil: end.upgrade_deadline ?? null,
    upgradeUrl: webLink(end.upgrade_url, base),
  }
}
