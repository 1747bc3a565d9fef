import { inWords, isObject } from '#mocks/api/json-object.ts'
import type { Instant } from '#mocks/lms/model.ts'
import { invalid } from '#mocks/lms/refusal.ts'

/** What the body of a request says about a track; what it does not name is absent. */
export interface ModeFields {
  readonly course_id?: string
  readonly mode_slug?: string
  readonly mode_display_name?: string
  readonly min_price?: number
  readonly currency?: string
  readonly expiration_datetime?: Instant
  readonly expiration_datetime_is_explicit?: boolean
  readonly description?: string
  readonly sku?: string
  readonly bulk_sku?: string
}

/** Reads one value, or says in the words of Django REST framework why it cannot. */
type Reader = (value: unknown) => { readonly value: unknown } | { readonly wrong: string }

const text: Reader = (value) => {
  if (typeof value !== 'string' && typeof value !== 'number') return { wrong: 'Not a valid string.' }
  const trimmed = inWords(value).trim()
  return trimmed === '' ? { wrong: 'This field may not be blank.' } : { value: trimmed }
}

const whole: Reader = (value) => {
  const plain = typeof value === 'string' && /^\s*-?\d+(?:\.0*)?\s*$/.test(value) ? Number(value) : value
  return Number.isInteger(plain) ? { value: plain } : { wrong: 'A valid integer is required.' }
}

const flag: Reader = (value) => {
  if (/^(?:t|true|y|yes|on|1)$/i.test(inWords(value))) return { value: true }
  if (/^(?:f|false|n|no|off|0)$/i.test(inWords(value))) return { value: false }
  return { wrong: 'Must be a valid boolean.' }
}

const DATE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(Z|[+-]\d\d(?::?\d\d)?)?$/

const date: Reader = (value) => {
  const [, day, hour, zone = 'Z'] = DATE.exec(inWords(value)) ?? []
  const at = Date.parse(`${day}T${hour}${/^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone}`)
  if (!Number.isNaN(at)) return { value: at }
  return {
    wrong:
      'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
  }
}

const READERS: Readonly<Record<keyof ModeFields, Reader>> = {
  course_id: text,
  mode_slug: text,
  mode_display_name: text,
  min_price: whole,
  currency: text,
  expiration_datetime: date,
  expiration_datetime_is_explicit: flag,
  description: text,
  sku: text,
  bulk_sku: text,
}

/**
 * Reads the fields of a track from a body; other ones are ignored.
 * @param required fields that must be there
 * @throws {Refusal} 400 that says for each field what is wrong with it
 */
export function readMode(body: unknown, required: ReadonlyArray<keyof ModeFields> = []): ModeFields {
  const sent = body ?? {}
  if (!isObject(sent)) {
    throw invalid({ non_field_errors: `Invalid data. Expected a dictionary, but got ${kindOf(sent)}.` })
  }
  const fields: Record<string, unknown> = {}
  const wrong: Record<string, string> = {}
  for (const [name, read] of Object.entries(READERS)) {
    if (sent[name] === undefined) {
      if (required.some((each) => each === name)) wrong[name] = 'This field is required.'
      continue
    }
    const outcome = sent[name] === null ? { wrong: 'This field may not be null.' } : read(sent[name])
    if ('wrong' in outcome) wrong[name] = outcome.wrong
    else fields[name] = outcome.value
  }
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
  return fields
}

/** How Python names what JSON wrote. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  return Number.isInteger(value) ? 'int' : 'float'
}
