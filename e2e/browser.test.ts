import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from './browser.ts'

let folder: string
const at = (...parts: string[]) => join(folder, ...parts)

async function program(path: string, mode: number): Promise<string> {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, '')
  await chmod(path, mode)
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-browser-'))
  await program(at('own/chrome'), 0o755)
  await program(at('broken/chromium'), 0o644)
  await program(at('second/google-chrome'), 0o755)
})
afterAll(() => rm(folder, { recursive: true }))

test('finds Playwright’s own browser first', () => {
  expect(findBrowser({ PATH: at('second') }, at('own/chrome'))).toBe(at('own/chrome'))
})

test('finds the first on the PATH that can be run', () => {
  const PATH = [at('nowhere'), at('broken'), at('second')].join(delimiter)
  expect(findBrowser({ PATH }, '')).toBe(at('second/google-chrome'))
  expect(findBrowser({ PATH }, at('own/gone'))).toBe(at('second/google-chrome'))
})
