import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { Endpoint } from '#src/lms/endpoint.ts'

/**
 * Reads a body as JSON, when the resolver first asks: the server, too, looks at the body after the rights.
 * @returns undefined for an empty body, whatever its type
 * @throws {Refusal} 415 for another media type, 400 for broken JSON, a crash for a form
 */
export function readJson(
  text: string,
  contentType: string | null,
  accepts: Endpoint['accepts'] = ['application/json'],
): unknown {
  if (text === '') return undefined
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (accepts.includes(mediaType)) return parse(text)
  if (mediaType === 'application/x-www-form-urlencoded' || mediaType === 'multipart/form-data') {
    throw crash('A form came where JSON was due: the server parses it, and then trips over it.')
  }
  throw refusal(415, `Unsupported media type "${contentType ?? ''}" in request.`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(400, 'JSON parse error - Expecting value: line 1 column 1 (char 0)')
  }
}

/**
 * Checks a body against the contract.
 * @throws {Refusal} 400 naming the first field that is wrong
 */
export function checkBody(schema: Endpoint['body'], value: unknown): unknown {
  const parsed = schema?.safeParse(value)
  if (!parsed) throw crash('This operation takes no body.')
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw refusal(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`)
}

/**
 * Reads a body as a form, with its files.
 * @throws {Refusal} 415 for another media type, 400 for what cannot be read
 */
export async function readForm(bytes: ArrayBuffer, contentType: string | null): Promise<FormData> {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!['multipart/form-data', 'application/x-www-form-urlencoded'].includes(mediaType)) {
    throw refusal(415, `Unsupported media type "${contentType ?? ''}" in request.`)
  }
  try {
    return await new Response(bytes, { headers: { 'Content-Type': contentType ?? '' } }).formData()
  } catch {
    throw refusal(400, 'Multipart form parse error')
  }
}
