/** The states of a certificate that have words. Source: Course home API v1, progress, `cert_status`. */
const STATES = [
  'unavailable',
  'deleting',
  'deleted',
  'downloadable',
  'notpassing',
  'restricted',
  'auditing',
  'audit_passing',
  'audit_notpassing',
  'honor_passing',
  'unverified',
  'invalidated',
  'requesting',
  'earned_but_not_available',
  'generating',
  'error',
] as const

export type CertificateWord = (typeof STATES)[number]

/** Gives a state that has words; null for one that a later release may have brought. */
export function knownCertificate(status: string): CertificateWord | null {
  return STATES.find((state) => state === status) ?? null
}
