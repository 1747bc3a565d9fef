/**
 * Finds a Chromium for tests and benchmarks. Run as a script, it makes sure that there is one:
 * `node e2e/browser.ts` prints its path, or says in one line what to do and exits with 1.
 */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Where browsers live that are not on the PATH. */
const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Longest that one attempt to install a browser may take, in milliseconds. */
const INSTALL_LIMIT = 180_000

/**
 * Gives the path of a Chromium: Playwright's own where it is installed, else one on the PATH, else one in the usual
 * places; null where there is none.
 * @param environment where to read PATH and HOME
 * @param own where Playwright would keep its own; empty where it has none for this system
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  own: string = playwrightsOwn(),
): string | null {
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const atHome = USUAL_PLACES.filter((place) => place.startsWith('/Applications/')).map((place) =>
    join(environment['HOME'] ?? '/', place),
  )
  return [own, ...onPath, ...USUAL_PLACES, ...atHome].find(isExecutable) ?? null
}

function playwrightsOwn(): string {
  try {
    return chromium.executablePath()
  } catch {
    // Playwright knows no build for this system.
    return ''
  }
}

function isExecutable(path: string): boolean {
  if (path === '') return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install(): void {
  attempt(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (findBrowser() || process.getuid?.() !== 0) return
  attempt('apt-get', ['update'])
  attempt('apt-get', ['install', '-y', 'chromium'])
}

/** One way failing is no failure yet: the next one is tried, and the search afterwards decides. */
function attempt(command: string, parameters: string[]): void {
  try {
    console.error(`No Chromium found; trying: ${[command, ...parameters].join(' ')}`)
    execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'ignore'], timeout: INSTALL_LIMIT })
  } catch {
    console.error('That did not work.')
  }
}

function main(): void {
  if (!findBrowser()) install()
  const found = findBrowser()
  if (found) {
    console.log(`Chromium: ${found}`)
    return
  }
  console.error(
    'No Chromium. Install one (`npx playwright install chromium`, or the package `chromium`), then try again.',
  )
  process.exitCode = 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()
