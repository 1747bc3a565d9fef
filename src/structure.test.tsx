import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { matchRoutes } from 'react-router'
import { describe, expect, test } from 'vitest'
import { path as paths } from '#src/paths.ts'
import { FIRST_MODULES, lazilyFrom, modulesFrom, saidBy } from './i18n/message-parts.ts'
import { routes } from './app/routes.tsx'
import en from './i18n/en.json'
import compiled from './i18n/en.json?compiled'
import type { MessageId } from './i18n/messages.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** All files below the folders, relative to the project. */
function files(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.(?:tsx?|css)$/.test(file)),
  )
}
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const isTest = (file: string) => /\.(?:test|e2e)\.tsx?$|\/(?:testing|under-test)/.test(file)

const PHYSICAL_SIDE =
  /(?:^|[;{])\s*(?:(?:(?:margin|padding|border)-)?(?:left|right|top|bottom)(?:-[a-z-]+)?|(?:(?:min|max)-)?(?:width|height)|float)\s*:/m
const PHYSICAL_ALIGNMENT = /(?:^|[;{])\s*text-align\s*:\s*(?:left|right)/m

/** Tells whether styles name a side or size that a page from right to left would not mirror. */
function isPhysical(css: string): boolean {
  const rules = css.replace(/\/\*.*?\*\//gs, '')
  return PHYSICAL_SIDE.test(rules) || PHYSICAL_ALIGNMENT.test(rules)
}

describe('the tree', () => {
  test('no backend is named outside src/lms and src/config.ts', () => {
    const named = files('src/pages', 'src/ui', 'src/domain', 'src/app', 'src/i18n')
      .filter((file) => !isTest(file))
      .filter((file) => /openedx-v|schoology|so2/i.test(read(file)))
    expect(named).toEqual([])
  })

  test('only main.tsx reaches for the mocks, behind the flag of mock mode', () => {
    const reaching = files('src')
      .filter((file) => !isTest(file))
      .filter((file) => read(file).includes('#mocks/'))
    expect(reaching).toEqual(['src/main.tsx'])
    expect(read('src/main.tsx')).toMatch(/__MOCKS__ \? await \(await import\('#mocks\/browser\.ts'\)\)/)
  })

  test('every path that the app links to has a route of its own', () => {
    const ids = {
      courseId: 'course-v1:a+b+c',
      learnerId: '7',
      subsectionId: 'block-v1:a+b+c+type@sequential+block@d',
    }
    for (const make of Object.values(paths)) {
      const matched = matchRoutes(routes(null), make(ids))
      expect(matched?.at(-1)?.route.path ?? 'index').not.toBe('*')
    }
    expect(matchRoutes(routes(null), '/a/b/c/d')?.at(-1)?.route.path).toBe('*')
  })

  test('ids come back from a URL as they went in, those with slashes too', () => {
    for (const courseId of [
      'course-v1:MITx+18.05+2026_Autumn',
      'edX/DemoX/Demo Course',
      '4318461',
      'ü%+?#',
    ]) {
      for (const url of [paths.gradebook({ courseId }), `${paths.gradebook({ courseId })}/`]) {
        expect(matchRoutes(routes(null), url)?.at(-1)?.params['courseId']).toBe(courseId)
      }
    }
  })

  test('styles use logical properties only', () => {
    const offending = files('src', 'mocks').filter((file) => file.endsWith('.css') && isPhysical(read(file)))
    expect(offending).toEqual([])
  })

  test.each([
    ['.a { left: 0 }', true],
    ['.a {\n  left: 0;\n}', true],
    ['.a { color: red; margin-left: 4px; }', true],
    ['.a { color: red; text-align: right }', true],
    ['.a { /* why */ border-top-left-radius: 0 }', true],
    ['.a { inset-inline-start: 0; margin-block: 4px; text-align: start }', false],
    ['.a { transition: width 1s; transform-origin: left }', false],
    ['@media (max-width: 48rem) { .left { inline-size: 1px } }', false],
  ])('%j names a physical side or size: %s', (css, expected) => {
    expect(isPhysical(css)).toBe(expected)
  })

  test('the clock is asked where the world is put together, and nowhere else', () => {
    const asking = files('src')
      .filter((file) => !isTest(file) && !file.endsWith('.css'))
      .filter((file) => /\bDate\.now\(\)|new Date\(\)/.test(read(file)))
    expect(asking).toEqual(['src/main.tsx', 'src/lms/session.ts'])
  })
})

describe('messages', () => {
  const sources = files('src', 'mocks')
    .filter((file) => !isTest(file) && !file.endsWith('.css'))
    .map(read)
    .join('\n')

  test('all are compiled, and none is empty', () => {
    expect(Object.keys(compiled)).toEqual(Object.keys(en))
    expect(Object.entries(compiled).filter(([, elements]) => elements.length === 0)).toEqual([])
  })

  test('all are used', () => {
    // An id may be put together in a template: `theme.${name}`.
    const templates = [...sources.matchAll(/`([a-z][\w.]*\.)\$\{[^}]+\}([\w.]*)`/gi)].map(
      ([, head, tail]) => [head, tail],
    )
    const unused = Object.keys(en).filter(
      (id) =>
        !sources.includes(`'${id}'`) &&
        !sources.includes(`"${id}"`) &&
        !templates.some(([head = '', tail = '']) => id.startsWith(head) && id.endsWith(tail)),
    )
    expect(unused).toEqual([])
  })

  test('whatever is loaded later brings the messages that only it says', () => {
    const first = modulesFrom(FIRST_MODULES)
    const isFirst = saidBy(first)
    const later = (Object.keys(en) as MessageId[]).filter((id) => !isFirst(id))
    expect(later.length).toBeGreaterThan(100)
    const seen = new Set<string>()
    const silent: string[] = []
    const look = (part: string): void => {
      if (seen.has(part) || first.has(part)) return
      seen.add(part)
      const modules = modulesFrom([part])
      const says = saidBy(modules)
      if (later.some(says) && !modules.has('src/i18n/later-messages.ts')) silent.push(part)
      for (const module of modules) lazilyFrom(module).forEach(look)
    }
    for (const module of first) lazilyFrom(module).forEach(look)
    expect(seen.size).toBeGreaterThan(8)
    expect(silent).toEqual([])
  })
})
