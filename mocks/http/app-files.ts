import { readFile, stat } from 'node:fs/promises'
import { extname, normalize, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { notFoundPage } from '#mocks/pages.ts'
import { takesGzip } from './messages.ts'

const compress = promisify(gzip)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** What the app must live with in production: no inline script or style, no `eval`, nothing from elsewhere. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

interface AppFile {
  /** Differs once a new build has written the file. */
  readonly version: string
  readonly body: Buffer<ArrayBuffer>
  readonly zipped: Buffer<ArrayBuffer>
  readonly type: string
}

interface AppOptions {
  /** Where the build is. */
  readonly folder: string
  /** Path under which it stands, with a slash at both ends. */
  readonly base: string
  /** File to be served as its configuration, in place of its own. */
  readonly config?: string | undefined
}

/**
 * Serves a built app: hashed assets to be kept for ever, index.html for every page, 404 for what is missing.
 * Each file is gzipped once, and read again when a new build has replaced it.
 */
export function serveApp({ folder, base, config }: AppOptions): (request: Request) => Promise<Response> {
  const root = resolve(folder)
  const files = new Map<string, AppFile>()

  function pathOf(name: string): string | null {
    if (name === 'config.json' && config !== undefined) return resolve(config)
    const path = resolve(root, normalize(name))
    return path.startsWith(root + sep) && !name.endsWith('/') ? path : null
  }

  async function file(name: string): Promise<AppFile | null> {
    const path = pathOf(name)
    if (path === null) return null
    const version = await versionOf(path)
    if (version === null) return null
    const known = files.get(path)
    if (known?.version === version) return known
    const read = await readApp(path, version)
    if (read) files.set(path, read)
    return read
  }

  return async (request) => {
    const { pathname, search } = new URL(request.url)
    if (`${pathname}/` === base) return Response.redirect(new URL(base + search, request.url), 302)
    const name = nameBelow(base, pathname)
    if (name === null || !['GET', 'HEAD'].includes(request.method)) return notFoundPage()
    const asset = name === '' ? null : await file(name)
    if (asset) return present(asset, request, name.startsWith('assets/'))
    const index = isPage(request, name) ? await file('index.html') : null
    return index ? present(index, request, false) : notFoundPage()
  }
}

/** Null where there is no such file; one that a build is just replacing is not there for a moment. */
async function versionOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? `${found.mtimeMs} ${found.size}` : null
}

async function readApp(path: string, version: string): Promise<AppFile | null> {
  try {
    const body = await readFile(path)
    return {
      version,
      body,
      zipped: await compress(body, { level: 9 }),
      type: TYPES[extname(path)] ?? 'application/octet-stream',
    }
  } catch {
    return null
  }
}

function nameBelow(base: string, pathname: string): string | null {
  if (!pathname.startsWith(base)) return null
  try {
    return decodeURIComponent(pathname.slice(base.length))
  } catch {
    return null
  }
}

/**
 * Tells whether an address is one of the app's pages. Course keys may have dots in them, so where the last part looks
 * like a file the browser's wish decides.
 */
function isPage(request: Request, name: string): boolean {
  if (name.startsWith('assets/')) return false
  return extname(name) === '' || (request.headers.get('Accept') ?? '').includes('text/html')
}

function present({ body, zipped, type }: AppFile, request: Request, hashed: boolean): Response {
  const smaller = takesGzip(request) && zipped.length < body.length
  return new Response(smaller ? zipped : body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      ...(smaller ? { 'Content-Encoding': 'gzip' } : {}),
    },
  })
}
