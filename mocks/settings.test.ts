import { describe, expect, test } from 'vitest'
import { hasSettings, readLink, withoutSettings, writeLink } from './settings.ts'

const read = (query: string) => readLink(new URLSearchParams(query))

describe('a link', () => {
  test('sets everything that can be set', () => {
    const query =
      'mock.user=learner&mock.scenario=frozen&mock.learners=30&mock.subsections=4&mock.latency=250' +
      '&mock.faults=offline,save-500&mock.locale=ar-XB&mock.world=two-graders&cohort=3'
    expect(read(query)).toEqual({
      settings: {
        user: 'learner',
        scenario: 'frozen',
        learners: 30,
        subsections: 4,
        latency: 250,
        faults: ['offline', 'save-500'],
        locale: 'ar-XB',
        world: 'two-graders',
      },
      refused: [],
    })
  })

  test('switches all faults off by an empty list, and leaves them alone without one', () => {
    expect(read('mock.faults=').settings).toEqual({ faults: [] })
    expect(read('mock.user=nobody').settings).toEqual({ user: 'nobody' })
  })

  test.each([
    ['mock.user=king', /^There is no user “king”\. There are: instructor, .*nobody\.$/],
    ['mock.scenario=toString', /^There is no scenario “toString”\. There are: default, /],
    ['mock.faults=offline,flood', /^There is no fault “flood”\. There are: .*contract-drift/],
    ['mock.learners=-1', /^“-1” is no number of learners\. Write a whole number from 0 to /],
    ['mock.learners=1e3', /^“1e3” is no number of learners\./],
    ['mock.latency=soon', /^“soon” is no number of milliseconds\./],
    ['mock.locale=e', /^“e” is no locale\./],
    ['mock.now=soon', /^“soon” is no date\. Write 2026-11-20, or /],
    ['mock.now=2026-02-30', /^“2026-02-30” is no date\./],
    ['mock.now=2026-02-03T25:00', /^“2026-02-03T25:00” is no date\./],
    ['mock.state=%7B', /^The changes that this link carries \(mock\.state\) came incomplete\./],
    ['mock.world=a/b', /^“a\/b” is no name for a world\./],
    ['mock.weather=rain', /^There is no parameter “mock\.weather”\. There are: mock\.user, /],
  ])('is refused in words: %s', (query, words) => {
    const { settings, refused } = read(query)
    expect(settings).toEqual({})
    expect(refused).toEqual([expect.stringMatching(words)])
  })

  test.each([
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T09:30', '2026-11-20T09:30:00.000Z'],
    ['2026-11-20T09:30:15Z', '2026-11-20T09:30:15.000Z'],
    ['2026-11-20T09:30:15.250-05:00', '2026-11-20T14:30:15.250Z'],
  ])('takes the date %s', (text, now) => {
    expect(read(`mock.now=${text}`)).toEqual({ settings: { now }, refused: [] })
  })

  test('keeps what it understood beside what it did not', () => {
    const { settings, refused } = read('mock.user=learner&mock.learners=many')
    expect(settings).toEqual({ user: 'learner' })
    expect(refused).toHaveLength(1)
  })

  test('reads back what was written', () => {
    const settings = {
      user: 'stranger',
      scenario: 'large',
      faults: ['latency', 'offline'],
      learners: 0,
    } as const
    expect(read(writeLink(settings)).settings).toEqual(settings)
  })
})

describe('an address', () => {
  test('loses its mock parameters and nothing else', () => {
    const url = new URL(
      'http://h/course-v1:a+b+c?mock.user=learner&search=a+b%2Bc&mock%2Efaults=offline&x#top',
    )
    expect(hasSettings(url.searchParams)).toBe(true)
    expect(withoutSettings(url)).toBe('/course-v1:a+b+c?search=a+b%2Bc&x#top')
    expect(hasSettings(new URL(withoutSettings(url), url).searchParams)).toBe(false)
  })

  test('stands without a question mark when nothing is left', () => {
    expect(withoutSettings(new URL('http://h/x?mock.user=learner'))).toBe('/x')
  })
})
