import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

// Runs in Node only: in the build and in tests.
const ROOT = path.resolve(import.meta.dirname, '../..')

/** What the first picture of the gradebook is drawn by; all that these import statically comes with them. */
export const FIRST_MODULES = ['src/main.tsx', 'src/pages/gradebook/GradebookPage.tsx']

/**
 * Compiles `src/i18n/<locale>.json` to ICU syntax trees, so that no message parser ships to the browser: all of it
 * (`?compiled`), what the first picture may say (`?compiled=first`), or what is said later (`?compiled=later`), which
 * comes with the parts that say it. In tests the first is all.
 */
export function messages(): Plugin {
  return {
    name: 'rollbook-messages',
    enforce: 'pre',
    load: {
      filter: { id: /\.json\?compiled(?:=(?:first|later))?$/ },
      handler(id) {
        const [file = '', query = ''] = id.split('?')
        this.addWatchFile(file)
        const source = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
        const part = query.split('=')[1]
        const first =
          part && process.env['VITEST'] === undefined ? saidBy(modulesFrom(FIRST_MODULES)) : () => true
        const wanted = Object.entries(source).filter(
          ([key]) => part === undefined || first(key) === (part === 'first'),
        )
        const compiled = Object.fromEntries(
          wanted.map(([key, text]) => [key, parse(text, { captureLocation: false })]),
        )
        return {
          code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`,
          moduleType: 'js',
        }
      },
    },
  }
}

/** Gives the modules of the app that some of them bring along by static imports, themselves included. */
export function modulesFrom(entries: readonly string[]): Set<string> {
  const found = new Set<string>()
  const add = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const [, specifier = ''] of sourceOf(file).matchAll(STATIC_IMPORT)) {
      const next = fileOf(file, specifier)
      if (next) add(next)
    }
  }
  entries.forEach(add)
  return found
}

/** Gives the modules of the app that a module loads when it needs them. */
export function lazilyFrom(file: string): string[] {
  return [...sourceOf(file).matchAll(DYNAMIC_IMPORT)].flatMap(
    ([, specifier = '']) => fileOf(file, specifier) ?? [],
  )
}

/** Gives a test whether any of some modules may say a message: by its id, or by a template that its id fits. */
export function saidBy(modules: Iterable<string>): (id: string) => boolean {
  const text = Array.from(modules, sourceOf).join('\n')
  const literals = new Set([...text.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/gi)].map(([, id]) => id))
  const templates = [...text.matchAll(/`([a-z][\w.]*\.)\$\{[^}]+\}([\w.]*)`/gi)]
  return (id) =>
    literals.has(id) || templates.some(([, head = '', tail = '']) => id.startsWith(head) && id.endsWith(tail))
}

const STATIC_IMPORT = /^(?:import|export)\s(?!type\s)[^'"]*?['"]([.#][^'"]+\.tsx?)['"]/gm
const DYNAMIC_IMPORT = /\bimport\('([.#][^']+\.tsx?)'\)/g
const sources = new Map<string, string>()

function sourceOf(file: string): string {
  const known = sources.get(file) ?? readFileSync(path.join(ROOT, file), 'utf8')
  sources.set(file, known)
  return known
}

function fileOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('#src/')) return specifier.slice(1)
  return specifier.startsWith('./') ? path.posix.join(path.posix.dirname(from), specifier) : null
}
