import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { matchRoutes } from 'react-router'
import { describe, expect, test } from 'vitest'
import { path as paths } from '#src/paths.ts'
import { routes } from './app/routes.tsx'
import en from './i18n/en.json'
import compiled from './i18n/en.json?compiled'

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
    const physical =
      /^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|text-align:\s*(?:left|right)|float)\b[^{]*;/m
    const offending = files('src', 'mocks').filter(
      (file) => file.endsWith('.css') && physical.test(read(file)),
    )
    expect(offending).toEqual([])
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
})
