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
  FIRST_ROUTE.forEach(visit)
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
