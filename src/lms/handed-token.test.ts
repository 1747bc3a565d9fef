import { describe, expect, test } from 'vitest'
import { handedToken, isEmbedded } from './handed-token.ts'
import { TokenHolder } from './token.ts'

const PORTAL = 'https://portal.example.edu'

/** A window inside another one. */
function framed() {
  const sent: unknown[] = []
  let listener: (event: MessageEvent) => void = () => {
    throw new Error('nobody listens')
  }
  const parent = { postMessage: (...message: unknown[]) => void sent.push(message) } as Pick<
    Window,
    'postMessage'
  >
  const frame = {
    parent,
    addEventListener: (_: string, listen: (event: MessageEvent) => void) => (listener = listen),
  } as Parameters<typeof handedToken>[2]
  const say = (data: unknown, origin = PORTAL, source: unknown = parent) =>
    listener({ data, origin, source } as MessageEvent)
  return { frame, sent, say }
}

describe('a token from the page around the app', () => {
  test('is asked for once, of the allowed origin only, and taken', async () => {
    const { frame, sent, say } = framed()
    const holder = new TokenHolder()
    const handed = handedToken(holder, PORTAL, frame)
    expect(sent).toEqual([[{ type: 'rollbook:token-wanted' }, PORTAL]])
    say({ type: 'rollbook:token', token: 'abc' })
    await handed
    expect(holder.give()).toBe('abc')
    say({ type: 'rollbook:token', token: 'newer' })
    expect(holder.give()).toBe('newer')
  })

  test.each([
    ['another origin', { type: 'rollbook:token', token: 'x' }, 'https://evil.example.com', undefined],
    ['another window of the same origin', { type: 'rollbook:token', token: 'x' }, PORTAL, {}],
    ['another message', { type: 'resize', token: 'x' }, PORTAL, undefined],
    ['no token', { type: 'rollbook:token', token: 7 }, PORTAL, undefined],
    ['nothing', null, PORTAL, undefined],
  ])('is not taken from %s', (_, data, origin, source) => {
    const { frame, say } = framed()
    const holder = new TokenHolder()
    void handedToken(holder, PORTAL, frame)
    if (source) say(data, origin, source)
    else say(data, origin)
    expect(holder.give()).toBeNull()
  })

  test('nobody is asked or heard where no origin is allowed', () => {
    const { frame, sent, say } = framed()
    void handedToken(new TokenHolder(), '', frame)
    expect(sent).toEqual([])
    expect(() => say({ type: 'rollbook:token', token: 'x' })).toThrow('nobody listens')
  })
})

test('a page is embedded where its parent is another one', () => {
  const top = {} as Window
  expect(isEmbedded({ parent: top, self: top as Window & typeof globalThis })).toBe(false)
  expect(isEmbedded({ parent: top, self: {} as Window & typeof globalThis })).toBe(true)
})

test.each([
  ['  abc\n', 'abc'],
  ['', null],
  ['two words', null],
  ['schlüssel', null],
])('%j is taken as %j', (text, token) => {
  const holder = new TokenHolder()
  holder.take(text)
  expect(holder.give()).toBe(token)
})
