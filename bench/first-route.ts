import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** What a cold visit to `/:courseId` downloads before anything is clicked: entry, adapter, messages, page. */
const FIRST_ROUTE = [
  'index.html',
  'src/lms/openedx-v1/adapter.ts',
  'src/i18n/en.json?compiled=first',
  'src/pages/gradebook/GradebookPage.tsx',
]

/** What every page has: entry, adapter, session, first messages. */
const SHELL = FIRST_ROUTE.filter((module) => !module.startsWith('src/pages/')).concat('src/lms/cookies.ts')

/** What a learner's cold visit to `/:courseId/progress` downloads beyond that before anything is clicked. */
const PROGRESS_ROUTE = [
  'src/pages/progress/ProgressPage.tsx',
  'src/lms/openedx-v1/progress.ts',
  'src/lms/openedx-v1/course-home.ts',
]

/** What each backend is made of, as `src/lms/connect.ts` imports it. */
const BACKENDS = {
  'openedx-v1': ['src/lms/openedx-v1/adapter.ts', 'src/lms/cookies.ts'],
  'openedx-v0': ['src/lms/openedx-v0/adapter.ts', 'src/lms/openedx-v1/around.ts', 'src/lms/cookies.ts'],
  so2: ['src/lms/so2/adapter.ts', 'src/lms/token-session.ts'],
  schoology: ['src/lms/schoology/adapter.ts', 'src/lms/schoology/session.ts'],
} as const

export interface Bytes {
  readonly file: string
  /** Size as sent, gzipped at the usual level. */
  readonly gzipped: number
}

/**
 * Gives the files of the first route in a production build, with their gzipped sizes.
 * @throws {Error} when the build has no manifest, or a part of the first route is not in it
 */
export function firstRoute(dist: string): { scripts: Bytes[]; styles: Bytes[] } {
  return reachedFrom(dist, FIRST_ROUTE)
}

/**
 * Gives the scripts that the progress page adds to the shell, all later messages among them.
 * @throws {Error} when the build has no manifest, or a part of the route is not in it
 */
export function progressRoute(dist: string): Bytes[] {
  const shell = new Set(reachedFrom(dist, SHELL).scripts.map(({ file }) => file))
  return reachedFrom(dist, PROGRESS_ROUTE).scripts.filter(({ file }) => !shell.has(file))
}

/**
 * Gives for each backend the files that choosing it adds to the app.
 * @throws {Error} when the build has no manifest, or a backend is not in it
 */
export function backendFiles(dist: string): Array<{ name: string; scripts: Bytes[] }> {
  const app = new Set(reachedFrom(dist, ['index.html']).scripts.map(({ file }) => file))
  return Object.entries(BACKENDS).map(([name, modules]) => ({
    name,
    scripts: reachedFrom(dist, modules).scripts.filter(({ file }) => !app.has(file)),
  }))
}

/** Gives what some modules bring along by static imports. */
function reachedFrom(dist: string, modules: readonly string[]): { scripts: Bytes[]; styles: Bytes[] } {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not in the build's manifest`)
    if (scripts.has(chunk.file)) return
    scripts.add(chunk.file)
    for (const style of chunk.css ?? []) styles.add(style)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  modules.forEach(visit)
  const weigh = (file: string): Bytes => ({
    file,
    gzipped: gzipSync(readFileSync(path.join(dist, file))).length,
  })
  return { scripts: [...scripts].map(weigh), styles: [...styles].map(weigh) }
}

/** Gives the sum of gzipped sizes, in bytes. */
export function sum(files: readonly Bytes[]): number {
  return files.reduce((bytes, { gzipped }) => bytes + gzipped, 0)
}
