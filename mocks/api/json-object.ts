import { crash } from '#mocks/lms/refusal.ts'

/**
 * Gives a body as an object, an empty one for no body. Of anything else a Django view would ask for keys in vain.
 * @throws {Refusal} a crash
 */
export function jsonObject(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined) return {}
  if (!isObject(body)) throw crash('The body is no JSON object')
  return body
}

/** True for what JSON writes in braces. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Writes whatever was sent into a message: text as it is, everything else as JSON. */
export function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
