import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Write } from '#mocks/lms/write-model.ts'
import { packJournal, unpackJournal } from './packed.ts'
import { SettingError } from './settings.ts'

const override = (userId: number): Write => ({
  kind: 'override',
  courseKey: 'course-v1:MITx+18.05+2026_Autumn',
  by: 1,
  item: {
    userId,
    usageKey: 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01',
    grade: { earnedGraded: userId % 10, comment: 'Späte Abgabe ✓' },
  },
})

const JOURNAL: readonly Write[] = [
  override(11),
  { kind: 'clock', at: 1_800_000_000_000 },
  { kind: 'put', table: 'cohorts', key: 'a', value: { members: [1, 2] } },
  { kind: 'put', table: 'cohorts', key: 'b' },
  { kind: 'score', courseKey: 'course-v1:a+b+c', userId: 7, problemKey: 'p', earned: null },
]

const packed = (text: string) => deflateSync(text).toString('base64url')

describe('a packed journal', () => {
  test('comes back as it was, and fits a URL', async () => {
    const text = await packJournal(JOURNAL)
    expect(text).toMatch(/^[\w-]+$/)
    expect(await unpackJournal(text ?? '')).toEqual(JOURNAL)
  })

  test('stays short for a day’s work, and is none where it would not fit', async () => {
    const some = await packJournal(Array.from({ length: 60 }, (_, index) => override(index)))
    expect(some?.length).toBeLessThan(2_000)
    // Values without a pattern cannot be packed well.
    const values = Array.from({ length: 3_000 }, (_, index) => override(Math.imul(index, 0x9e3779b1)))
    expect(await packJournal(values)).toBeNull()
  })

  test.each([
    ['nothing', ''],
    ['letters', 'abc'],
    ['half of it', packed(JSON.stringify(JOURNAL)).slice(0, 80)],
    ['text that is no JSON', packed('[{')],
    ['more than any link can mean', packed(`"${'x'.repeat(9_000_000)}"`)],
  ])('is refused in words where it is damaged: %s', async (_what, text) => {
    await expect(unpackJournal(text)).rejects.toThrow(SettingError)
    await expect(unpackJournal(text)).rejects.toThrow(/came incomplete/)
  })

  test.each([
    ['no list', '{}'],
    ['no write', '[1]'],
    ['a kind of a later version', '[{"kind":"weather"}]'],
    ['a clock without a time', '[{"kind":"clock","at":"noon"}]'],
    ['an item with a list for a grade', JSON.stringify([{ ...override(1), item: { grade: [] } }])],
  ])('is refused where it holds something else: %s', async (_what, text) => {
    await expect(unpackJournal(packed(text))).rejects.toThrow(/cannot be read by this version/)
  })
})
