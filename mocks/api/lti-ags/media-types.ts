import { refusal } from '#mocks/lms/refusal.ts'

/** Media types of LTI AGS; all of them are JSON. */
export const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json'
export const LINE_ITEMS = 'application/vnd.ims.lis.v2.lineitemcontainer+json'
export const SCORE = 'application/vnd.ims.lis.v1.score+json'
export const RESULTS = 'application/vnd.ims.lis.v2.resultcontainer+json'

/**
 * Gives the media type of an answer, of those that an operation has: the first that the client names, else the first of
 * all where it takes anything.
 * @throws {Refusal} 406 where it takes none of them
 */
export function negotiated(headers: Headers, ...types: readonly string[]): { 'Content-Type': string } {
  const accepted = (headers.get('Accept') ?? '*/*').split(',').map((range) => range.split(';')[0]?.trim())
  const takesAny = accepted.includes('*/*') || accepted.includes('application/*')
  const type = types.find((one) => accepted.includes(one)) ?? (takesAny ? types[0] : undefined)
  if (type === undefined) throw refusal(406, 'Could not satisfy the request Accept header.')
  return { 'Content-Type': type }
}
