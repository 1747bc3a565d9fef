import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SettingError, settingReaders } from '#mocks/settings.ts'
import type { WorldOptions } from '#mocks/world.ts'

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly world: WorldOptions
  /** Folder of a built app to serve beside the LMS. */
  readonly app?: string
  /** File that the app gets as its `config.json`, in place of its own. */
  readonly config?: string
  /** Path under which the app stands; begins and ends with a slash. */
  readonly base: string
}

/** A flag that cannot be used; the message is one line that says why. */
export class FlagError extends Error {}

const USAGE =
  'npm run lms -- [--port 8000] [--scenario default] [--learners N] [--subsections M] [--latency MS] ' +
  '[--user instructor] [--backend openedx-v1] [--now 2026-11-20T09:00:00Z] [--app dist] [--config FILE] [--base /gradebook/]'

const flags = {
  port: { type: 'string', default: '8000' },
  scenario: { type: 'string', default: 'default' },
  learners: { type: 'string' },
  subsections: { type: 'string' },
  latency: { type: 'string' },
  user: { type: 'string', default: 'instructor' },
  backend: { type: 'string' },
  now: { type: 'string' },
  app: { type: 'string' },
  config: { type: 'string' },
  base: { type: 'string', default: '/' },
} as const

/**
 * Reads the command line of the server.
 * @throws {FlagError} for an unknown flag or a value that cannot be used
 */
export function readFlags(args: readonly string[]): ServerOptions {
  const values = parse(args)
  return {
    port: readPort(values.port),
    world: {
      user: read('user', values.user),
      scenario: read('scenario', values.scenario),
      learners: values.learners === undefined ? undefined : read('learners', values.learners),
      subsections: values.subsections === undefined ? undefined : read('subsections', values.subsections),
      latency: values.latency === undefined ? undefined : read('latency', values.latency),
      backend: values.backend === undefined ? undefined : read('backend', values.backend),
      now: values.now === undefined ? undefined : read('now', values.now),
    },
    app: values.app === undefined ? undefined : readApp(values.app),
    config: values.config === undefined ? undefined : readConfig(values.config),
    base: readBase(values.base),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values
  } catch (error) {
    // Node's message explains at length; its first sentence is enough.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\.\s/)
    throw new FlagError(`${sentence}. Usage: ${USAGE}`)
  }
}

type ReadFlag = 'user' | 'scenario' | 'learners' | 'subsections' | 'latency' | 'now' | 'backend'

function read<Name extends ReadFlag>(name: Name, text: string): ReturnType<(typeof settingReaders)[Name]> {
  try {
    return settingReaders[name](text) as ReturnType<(typeof settingReaders)[Name]>
  } catch (error) {
    throw error instanceof SettingError ? new FlagError(`--${name}: ${error.message}`) : error
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new FlagError(`--port: “${text}” is no port. Write a whole number from 0 to 65535.`)
}

function readApp(folder: string): string {
  if (existsSync(join(folder, 'index.html'))) return folder
  throw new FlagError(`--app: there is no index.html in “${folder}”. Build the app first: npm run build.`)
}

function readConfig(file: string): string {
  if (existsSync(file)) return file
  throw new FlagError(`--config: there is no file “${file}”.`)
}

function readBase(path: string): string {
  if (/^\/(?:[\w.~-]+\/)*$/.test(path)) return path
  throw new FlagError(`--base: “${path}” is no base path. Write one that begins and ends with a slash.`)
}
