import { describe, expect, test } from 'vitest'
import { SnapshotError, readSnapshot, writeSnapshot } from './snapshot.ts'

const read = (text: string) => readSnapshot(new Blob([text]))
const file = (change: object) =>
  JSON.stringify({ format: 'rollbook-simulated-lms', version: 1, settings: {}, journal: [], ...change })

const DEEP = '['.repeat(50_000) + ']'.repeat(50_000)

describe('a file', () => {
  test('gives back what was written', async () => {
    const snapshot = {
      settings: { user: 'learner', scenario: 'frozen', learners: 30, faults: ['offline', 'latency'] },
      journal: [{ kind: 'clock', at: 5 }],
    } as const
    expect(await read(writeSnapshot(snapshot))).toEqual(snapshot)
  })

  test.each([
    ['an image', '\u0000\u0001', 'This file holds no state of the simulated LMS.'],
    ['another JSON', '{"format": "geojson", "version": 1}', 'This file holds no state of the simulated LMS.'],
    ['a list', '[]', 'This file holds no state of the simulated LMS.'],
    [
      'settings of another shape',
      file({ settings: [true] }),
      'This file holds no state of the simulated LMS.',
    ],
    [
      'a later version',
      file({ version: 2, settings: 'new' }),
      'This file has version 2 of the format; this build reads version 1.',
    ],
    [
      'unknown changes',
      file({ journal: [{ kind: 'x' }] }),
      'This file holds changes that this build does not know.',
    ],
    [
      'changes without end',
      file({ journal: [] }).replace('[]', `[{"kind":"put","table":"a","key":"b","value":${DEEP}}]`),
      'This file holds changes that this build does not know.',
    ],
    [
      'a scenario that is gone',
      file({ settings: { scenario: 'gone' } }),
      /^This file holds settings that cannot be used\. There is no scenario “gone”\./,
    ],
    [
      'a setting that is none',
      file({ settings: { weather: 'rain' } }),
      /There is no parameter “mock\.weather”\./,
    ],
  ])('is refused in words: %s', async (_what, text, words) => {
    await expect(read(text)).rejects.toThrow(SnapshotError)
    await expect(read(text)).rejects.toThrow(words)
  })

  test('is refused by its size, before it is read', async () => {
    const large = new Blob([new Uint8Array(20_000_001)])
    await expect(readSnapshot(large)).rejects.toThrow('This file is too large: 20.0 MB of at most 20.0 MB.')
  })
})
