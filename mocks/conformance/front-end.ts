import type { Persona } from '#mocks/lms/model.ts'

/** What a front end reads from its token. */
export interface Token {
  readonly user_id: number
  readonly preferred_username: string
  readonly name: string
  readonly email: string
  readonly administrator: boolean
  readonly roles: readonly string[]
  /** Seconds since 1970. */
  readonly exp: number
}

const TOKEN_COOKIE = 'edx-jwt-cookie-header-payload'

/** Where the front end is served: another port than the LMS's, so that every call crosses origins. */
export const FRONT_END = 'http://localhost:1994'

/**
 * An official front end of the LMS as its calls look from outside: a browser's cookies, the token read from one of
 * them, refreshed where it is missing, a CSRF token fetched before the first write.
 */
export class FrontEnd {
  readonly #lms: string
  readonly #cookies = new Map<string, string>()
  #csrfToken: string | undefined

  constructor(lms: string) {
    this.#lms = lms
  }

  /** Follows a link or a redirect: gives where it leads, with the cookies kept. */
  async navigate(address: string): Promise<{ status: number; location: string | null; html: string }> {
    const response = await this.#fetch(address, 'GET', {})
    return {
      status: response.status,
      location: response.headers.get('Location'),
      html: await response.text(),
    }
  }

  /** Signs in on the LMS's own page as the redirect of a front end would, and comes back. */
  async signIn(as: Persona): Promise<string | null> {
    const { html } = await this.navigate(`/login?next=${encodeURIComponent(`${FRONT_END}/`)}`)
    const links = Array.from(html.matchAll(/href="([^"]+)"/g), ([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const { location } = await this.navigate(links.find((href) => href.includes(`user=${as}&`)) ?? '/')
    return location
  }

  /** What the script can read of the token; undefined without one. */
  get token(): Token | undefined {
    const [, payload] = (this.#cookies.get(TOKEN_COOKIE) ?? '').split('.')
    return payload ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Token) : undefined
  }

  /** Gives the token, refreshed first where there is none; undefined for nobody. */
  async authenticate(): Promise<Token | undefined> {
    if (!this.token) await this.#fetch('/login_refresh', 'POST', {})
    return this.token
  }

  /** Reads JSON. */
  async get(path: string): Promise<unknown> {
    return this.#json(await this.#fetch(path, 'GET', {}), path)
  }

  /** Writes JSON. */
  async post(path: string, body: unknown): Promise<unknown> {
    this.#csrfToken ??= ((await this.get('/csrf/api/v1/token')) as { csrfToken: string }).csrfToken
    const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': this.#csrfToken }
    return this.#json(await this.#fetch(path, 'POST', headers, JSON.stringify(body)), path)
  }

  async #json(response: Response, path: string): Promise<unknown> {
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`)
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  }

  async #fetch(
    path: string,
    method: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Response> {
    const crossing = { Origin: FRONT_END, 'USE-JWT-COOKIE': 'true' }
    const response = await fetch(new URL(path, this.#lms), {
      method,
      body,
      redirect: 'manual',
      headers: { ...crossing, ...headers, Cookie: this.#cookieLine() },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    if (response.headers.get('Access-Control-Allow-Origin') !== FRONT_END) {
      throw new Error(`${path}: the browser keeps the answer from a page of ${FRONT_END}`)
    }
    return response
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    if (attributes.includes('Max-Age=0')) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }

  #cookieLine(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ')
  }
}
