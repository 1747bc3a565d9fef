import * as z from 'zod/mini'
import type { Write } from '#mocks/lms/write-model.ts'
import { readJournal } from './journal-text.ts'
import { type Settings, readLink } from './settings.ts'

const FORMAT = 'rollbook-simulated-lms'
const VERSION = 1
/** The longest file that is read, in bytes. */
const LONGEST = 20_000_000

/** A simulated school as it was left: how it is built, and everything that was done to it since, oldest first. */
export interface Snapshot {
  readonly settings: Settings
  readonly journal: readonly Write[]
}

/** A file that cannot be used; the message says why. */
export class SnapshotError extends Error {}

const head = z.object({ format: z.literal(FORMAT), version: z.number() })
const body = z.object({
  settings: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))),
  journal: z.optional(z.unknown()),
})

const FOREIGN = 'This file holds no state of the simulated LMS.'

/** Writes a snapshot as the text of a file. */
export function writeSnapshot({ settings, journal }: Snapshot): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, settings, journal }, null, 1)
}

/**
 * Reads a file. Whether its changes fit the school shows only when they are done.
 * @throws {SnapshotError} with a sentence that says what is wrong with it
 */
export async function readSnapshot(blob: Blob): Promise<Snapshot> {
  if (blob.size > LONGEST) {
    throw new SnapshotError(
      `This file is too large: ${megabytes(blob.size)} of at most ${megabytes(LONGEST)}.`,
    )
  }
  const value = parse(await blob.text())
  const { version } = head.safeParse(value).data ?? {}
  if (version === undefined) throw new SnapshotError(FOREIGN)
  if (version !== VERSION) {
    throw new SnapshotError(
      `This file has version ${version} of the format; this build reads version ${VERSION}.`,
    )
  }
  const parsed = body.safeParse(value).data
  if (!parsed) throw new SnapshotError(FOREIGN)
  const journal = readJournal(parsed.journal ?? [])
  if (!journal) throw new SnapshotError('This file holds changes that this build does not know.')
  return { settings: readSettings(parsed.settings ?? {}), journal }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Settings in a file obey the rules of those in a link. */
function readSettings(values: Readonly<Record<string, string | number | readonly string[]>>): Settings {
  const query = new URLSearchParams(
    Object.entries(values).map(([name, value]) => [`mock.${name}`, String(value)]),
  )
  const { settings, refused } = readLink(query)
  if (refused.length > 0) {
    throw new SnapshotError(`This file holds settings that cannot be used. ${refused.join(' ')}`)
  }
  const { world: _world, now: _now, state: _state, ...rest } = settings
  return rest
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
