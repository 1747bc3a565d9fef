import { isUsageKey } from '#mocks/lms/keys.ts'
import type { Instant, UsageKey } from '#mocks/lms/model.ts'
import { invalid } from '#mocks/lms/refusal.ts'
import { inWords, isObject } from './json-object.ts'

interface Rule {
  readonly required?: boolean
  readonly nullable?: boolean
}
interface TextRule extends Rule {
  readonly longest?: number
  readonly blank?: boolean
}
interface NumberRule extends Rule {
  readonly least?: number
}

/** What is required counts as there: `check` throws where it is not. */
type Given<Value, R extends Rule> =
  | Value
  | (R['nullable'] extends true ? null : never)
  | (R['required'] extends true ? never : undefined)

/**
 * Reads the fields of a body as a serializer of Django REST framework does: all that is wrong is told at once, by field.
 * Values may be used only once `check` has passed. Undefined is what is absent.
 */
export interface Fields {
  /** Numbers count as text; blanks around it go. */
  text<const R extends TextRule>(name: string, rule: R): Given<string, R>
  /** Text that reads as a number counts as one. */
  number<const R extends NumberRule>(name: string, rule: R): Given<number, R>
  integer<const R extends NumberRule>(name: string, rule: R): Given<number, R>
  /** Many words stand for yes and no. */
  flag<const R extends Rule>(name: string, rule: R): Given<boolean, R>
  /** ISO 8601; without a zone in UTC. */
  instant<const R extends Rule>(name: string, rule: R): Given<Instant, R>
  usageKey<const R extends Rule>(name: string, rule: R): Given<UsageKey, R>
  choice<Choice extends string, const R extends Rule>(
    name: string,
    choices: readonly Choice[],
    rule: R,
  ): Given<Choice, R>
  /** @throws {Refusal} 400 where anything was wrong */
  check(): void
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/
const DATE_TIME_WORDS =
  'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'

const PYTHON_NAMES: ReadonlyMap<string, string> = new Map([
  ['string', 'str'],
  ['number', 'int'],
])

/** Says what is wrong with a value. */
class Wrong extends Error {}

/**
 * Starts to read a body; none at all counts as an empty one.
 * @throws {Refusal} 400 where it is no object
 */
export function fieldsOf(body: unknown): Fields {
  const sent = sentFields(body ?? {})
  const wrong: Record<string, string> = {}

  function read<Value, R extends Rule>(
    name: string,
    { required, nullable }: R,
    convert: (value: unknown) => Value,
  ): Given<Value, R> {
    const value = sent[name]
    try {
      if (value === undefined && required) throw new Wrong('This field is required.')
      if (value === null && !nullable) throw new Wrong('This field may not be null.')
      if (value !== undefined && value !== null) return convert(value)
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      wrong[name] = error.message
    }
    return value as Given<Value, R>
  }

  return {
    text: (name, rule) => read(name, rule, (value) => checkText(textOf(value).trim(), rule)),
    number: (name, rule) =>
      read(name, rule, (value) => checkNumber(numberOf(value, 'A valid number is required.'), rule)),
    integer: (name, rule) => read(name, rule, (value) => checkNumber(integerOf(value), rule)),
    flag: (name, rule) => read(name, rule, flagOf),
    instant: (name, rule) => read(name, rule, instantOf),
    usageKey: (name, rule) => read(name, rule, usageKeyOf),
    choice: (name, choices, rule) =>
      read(name, rule, (value) => {
        const found = choices.find((one) => one === value)
        if (found === undefined) throw new Wrong(`"${textOf(value)}" is not a valid choice.`)
        return found
      }),
    check: () => {
      if (Object.keys(wrong).length > 0) throw invalid(wrong)
    },
  }
}

function sentFields(body: unknown): Readonly<Record<string, unknown>> {
  if (isObject(body)) return body
  const kind = Array.isArray(body) ? 'list' : (PYTHON_NAMES.get(typeof body) ?? 'bool')
  throw invalid({ non_field_errors: `Invalid data. Expected a dictionary, but got ${kind}.` })
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new Wrong('Not a valid string.')
  return String(value)
}

function checkText(text: string, { longest = Infinity, blank }: TextRule): string {
  if (!text && !blank) throw new Wrong('This field may not be blank.')
  // Characters, not UTF-16 units: the server counts so.
  if (Array.from(text).length > longest) {
    throw new Wrong(`Ensure this field has no more than ${longest} characters.`)
  }
  return text
}

function numberOf(value: unknown, words: string): number {
  const isText = typeof value === 'string' && value.trim() !== ''
  const number = isText || typeof value === 'number' ? Number(value) : Number.NaN
  if (!Number.isFinite(number)) throw new Wrong(words)
  return number
}

function integerOf(value: unknown): number {
  const words = 'A valid integer is required.'
  const number = numberOf(value, words)
  if (!Number.isInteger(number)) throw new Wrong(words)
  return number
}

function checkNumber(number: number, { least = -Infinity }: NumberRule): number {
  if (number < least) throw new Wrong(`Ensure this value is greater than or equal to ${least}.`)
  return number
}

function flagOf(value: unknown): boolean {
  if (/^(?:t|true|y|yes|on|1)$/i.test(inWords(value))) return true
  if (/^(?:f|false|n|no|off|0)$/i.test(inWords(value))) return false
  throw new Wrong('Must be a valid boolean.')
}

function instantOf(value: unknown): Instant {
  const found = typeof value === 'string' ? DATE_TIME.exec(value) : null
  const zone = found?.groups?.['zone'] ? '' : 'Z'
  const instant = found ? Date.parse(found[0].replace(' ', 'T') + zone) : Number.NaN
  if (Number.isNaN(instant)) throw new Wrong(DATE_TIME_WORDS)
  return instant
}

function usageKeyOf(value: unknown): UsageKey {
  const key = textOf(value)
  if (!isUsageKey(key)) throw new Wrong(`Invalid usage key: '${key}'`)
  return key
}
