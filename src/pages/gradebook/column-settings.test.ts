import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type TableSettings,
  keepSettings,
  keptSettings,
  parseKeptSettings,
  readKeptText,
  readUrlSettings,
  writeUrlSettings,
} from './column-settings.ts'

const url = (query: string) => readUrlSettings(new URLSearchParams(query))
const kept = (courseId: string) => parseKeptSettings(readKeptText(courseId))

const id = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__')
const settings: fc.Arbitrary<TableSettings> = fc.record(
  {
    score: fc.constantFrom('percent' as const, 'points' as const),
    density: fc.constantFrom('comfortable' as const, 'compact' as const),
    hidden: fc.array(id, { minLength: 1 }),
    pinned: fc.array(id, { minLength: 1 }),
    widths: fc.dictionary(id, fc.integer({ min: 48, max: 800 }), { minKeys: 1, noNullPrototype: true }),
  },
  { requiredKeys: [] },
)

describe('settings in the URL', () => {
  test('come back as they were written, and other parameters stay', () => {
    fc.assert(
      fc.property(settings, (wanted) => {
        const before = new URLSearchParams('track=audit&hide=old&width=60@old')
        const written = writeUrlSettings(before, wanted)
        expect(readUrlSettings(new URLSearchParams(written.toString()))).toEqual({
          settings: wanted,
          dropped: [],
        })
        expect(written.get('track')).toBe('audit')
      }),
    )
  })

  test('make no parameter where nothing is hidden, pinned or wider', () => {
    const none = { hidden: [], pinned: [], widths: {} }
    expect(writeUrlSettings(new URLSearchParams('hide=a&pin=b&rows=compact'), none).toString()).toBe('')
  })

  test.each([
    ['rows=huge', ['rows']],
    ['scores=stars', ['scores']],
    ['width=wide', ['width']],
    ['width=20@a', ['width']],
    ['width=900@a', ['width']],
  ])('%s is left out and named; what stands beside it stays', (query, dropped) => {
    expect(url(`${query}&hide=a`)).toEqual({ settings: { hidden: ['a'] }, dropped })
  })

  test('an empty list wins over a kept one', () => {
    expect({ ...parseKeptSettings('{"hidden":["a"]}'), ...url('hide=').settings }).toEqual({ hidden: [] })
  })
})

describe('settings that are kept', () => {
  let stored: Map<string, string>
  beforeEach(() => {
    stored = new Map()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
    })
  })
  afterEach(() => void vi.unstubAllGlobals())

  test('belong to one course, and whoever follows is told', () => {
    const told = vi.fn<() => void>()
    const end = keptSettings.subscribe(told)
    keepSettings('a', { score: 'points', hidden: ['x'] })
    end()
    expect(told).toHaveBeenCalledOnce()
    expect(kept('a')).toEqual({ score: 'points', hidden: ['x'] })
    expect(kept('b')).toEqual({})
  })

  test('the URL wins over them, setting by setting', () => {
    keepSettings('a', { score: 'points', density: 'compact' })
    expect({ ...kept('a'), ...url('scores=percent').settings }).toEqual({
      score: 'percent',
      density: 'compact',
    })
  })

  test.each(['not JSON', '{"score":"stars"}', '[]', 'null'])('%s in the storage is nothing', (text) => {
    expect(parseKeptSettings(text)).toEqual({})
  })

  test('a storage that is closed keeps nothing and breaks nothing', () => {
    const closed = () => {
      throw new DOMException('closed', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: closed, setItem: closed })
    keepSettings('a', { score: 'points' })
    expect(kept('a')).toEqual({})
  })
})
