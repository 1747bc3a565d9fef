/** Why a file is not read. */
export type FileProblem = 'type' | 'size' | 'several' | 'binary' | 'empty' | 'unreadable'

export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: FileProblem; readonly name: string }

/** Bytes; a hundred thousand learners with a handful of scores are fewer. */
export const MOST_BYTES = 10_000_000

/** What a file may be called. */
export const EXTENSIONS = ['.csv', '.tsv', '.txt'] as const

/** Reads the file that was chosen or dropped as text: UTF-8, UTF-16 with its mark or without, else as older spreadsheets write. */
export async function readTextFile(files: readonly File[]): Promise<FileReading> {
  const [file, ...others] = files
  const refused = (why: FileProblem): FileReading => ({ kind: 'refused', why, name: file?.name ?? '' })
  if (!file) return refused('unreadable')
  if (others.length > 0) return refused('several')
  const name = file.name.toLowerCase()
  if (!EXTENSIONS.some((extension) => name.endsWith(extension))) return refused('type')
  if (file.size > MOST_BYTES) return refused('size')
  try {
    const text = decode(new Uint8Array(await file.arrayBuffer()))
    if (text.includes('\0')) return refused('binary')
    return text.trim() === '' ? refused('empty') : { kind: 'text', text }
  } catch {
    // A folder, or a file that is gone meanwhile.
    return refused('unreadable')
  }
}

function decode(bytes: Uint8Array): string {
  const wide = wideOf(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** UTF-16 by its mark, or by every second byte of the first two characters, which are nothing in most scripts. */
function wideOf([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return 'utf-16be'
  return null
}
