import type { Write } from '#mocks/lms/write-model.ts'
import { readJournal } from './journal-text.ts'
import { SettingError } from './settings.ts'

/** The longest that a link may grow by, in characters: addresses of about 8,000 pass everywhere. */
const LONGEST = 6_000
/** The most that a packed journal may unpack to, in bytes: a few characters could else fill the memory. */
const MOST = 8_000_000

/** What is said where a journal can be read but not done. */
export const FOREIGN_CHANGES =
  'The changes that this link carries belong to another school: to another scenario, size or version.'

/** Packs a journal for a link. Null where it would make the link too long. */
export async function packJournal(journal: readonly Write[]): Promise<string | null> {
  const deflated = new Blob([JSON.stringify(journal)]).stream().pipeThrough(new CompressionStream('deflate'))
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer())
  if (bytes.length > LONGEST * 0.75) return null
  const text = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Gives back what was packed.
 * @throws {SettingError} where it came damaged, or holds something else
 */
export async function unpackJournal(packed: string): Promise<Write[]> {
  const journal = readJournal(await inflate(packed))
  if (journal) return journal
  throw new SettingError('The changes that this link carries (mock.state) cannot be read by this version.')
}

async function inflate(packed: string): Promise<unknown> {
  try {
    const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (char) => char.codePointAt(0) ?? 0)
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
    return JSON.parse(await readText(inflated)) as unknown
  } catch {
    throw new SettingError('The changes that this link carries (mock.state) came incomplete.')
  }
}

async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST) throw new RangeError('It unpacks to more than any link can mean')
  }
  return text + decoder.decode()
}
