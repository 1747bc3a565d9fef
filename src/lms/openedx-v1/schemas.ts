import * as z from 'zod/mini'

/** Parts that several answers about one learner share. Old releases leave out much of it. */
export const MaybeText = z.optional(z.nullable(z.string()))
export const MaybeNumber = z.optional(z.nullable(z.number()))

/** The paid track that the learner could go up to. */
export const VerifiedMode = z.object({
  access_expiration_date: MaybeText,
  currency: MaybeText,
  currency_symbol: MaybeText,
  price: MaybeNumber,
  sku: MaybeText,
  upgrade_url: MaybeText,
})

/** When the learner loses access to the course. */
export const AccessExpiration = z.object({
  expiration_date: MaybeText,
  masquerading_expired_course: z.optional(z.nullable(z.boolean())),
  /** Null where one cannot upgrade, or always can; the link is null once one cannot. */
  upgrade_deadline: MaybeText,
  upgrade_url: MaybeText,
})

export const CertificateData = z.object({
  /** `downloadable`, `notpassing`, … */
  cert_status: MaybeText,
  cert_web_view_url: MaybeText,
  download_url: MaybeText,
  certificate_available_date: MaybeText,
})
