import type { TokenHolder } from './token.ts'

/** What the app sends to the page around it, once, when it starts. */
const WANTED = 'rollbook:token-wanted'
/** What that page answers, then and whenever it has a newer one: `{ type, token }`. */
const TOKEN = 'rollbook:token'

/** The two windows, as far as they are needed. */
interface Frame extends Pick<Window, 'addEventListener'> {
  readonly parent: Pick<Window, 'postMessage'>
}

/** `https://portal.example.edu`, and nothing that could mean more than one. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.origin === text && /^https?:$/.test(url.protocol)
}

/** Tells whether the app stands inside another page. */
export function isEmbedded(frame: Pick<Window, 'parent' | 'self'> = window): boolean {
  return frame.parent !== frame.self
}

/**
 * Takes tokens from the page that embeds the app: of the one allowed origin, from its own window, and of nobody else. Asks for
 * one, and gives when it has come. Never settles where no page answers.
 * @param origin who may; empty: nobody, and nothing is asked
 */
export function handedToken(token: TokenHolder, origin: string, frame: Frame = window): Promise<void> {
  return new Promise((resolve) => {
    if (origin === '') return
    frame.addEventListener('message', ({ origin: from, source, data }: MessageEvent<unknown>) => {
      if (from !== origin || source !== frame.parent) return
      const { type, token: handed } = Object(data) as { type?: unknown; token?: unknown }
      if (type !== TOKEN || typeof handed !== 'string') return
      token.take(handed)
      resolve()
    })
    // Nobody else hears it: the browser delivers to this origin only.
    frame.parent.postMessage({ type: WANTED }, origin)
  })
}
