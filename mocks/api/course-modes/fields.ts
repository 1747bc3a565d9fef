import { fieldsOf } from '#mocks/api/fields.ts'
import type { CourseMode } from '#mocks/lms/course-model.ts'
import type { CourseKey } from '#mocks/lms/model.ts'

/** What the body of a request says about a track; what it does not name is undefined. */
type ModeFields = Partial<CourseMode> & { readonly courseKey?: CourseKey }

/**
 * Reads a track from a body; fields that nobody knows are ignored.
 * @param whole a new track, which needs course, slug, name and currency
 * @throws {Refusal} 400 that says for each field what is wrong with it
 */
export function readMode(body: unknown, { whole }: { whole: boolean }): ModeFields {
  const sent = fieldsOf(body)
  const needed = { required: whole }
  const fields = {
    courseKey: sent.text('course_id', needed),
    slug: sent.text('mode_slug', needed),
    name: sent.text('mode_display_name', needed),
    minPrice: sent.integer('min_price', {}),
    currency: sent.text('currency', needed),
    expires: sent.instant('expiration_datetime', {}),
    expiryIsExplicit: sent.flag('expiration_datetime_is_explicit', {}),
    description: sent.text('description', {}),
    sku: sent.text('sku', {}),
    bulkSku: sent.text('bulk_sku', {}),
  }
  sent.check()
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
