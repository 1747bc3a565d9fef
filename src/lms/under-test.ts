import { type MockLms, mockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import type { WorldOptions } from '#mocks/world.ts'
import { type Config, parseConfig } from '#src/config.ts'
import { connect } from './connect.ts'
import type { GradebookQuery, Lms, SheetChunk, SheetRow } from './lms.ts'

/**
 * For tests: every backend, with its configuration. All behave alike; one that cannot do something lacks the method,
 * which the list of operations in the contract test shows.
 */
export const backends: ReadonlyArray<readonly [name: string, Config]> = [
  ['openedx-v1', parseConfig({ backend: 'openedx-v1', baseUrl: 'https://lms.example.com' })],
]

export const courseId = COURSE_KEYS.statistics

/** A fresh simulated LMS, and a fresh connection to it that waits for nothing before it asks again. */
export async function open(
  config: Config,
  options: Partial<WorldOptions> = {},
): Promise<{ lms: Lms; mock: MockLms }> {
  const mock = mockLms(options)
  return { mock, lms: await connect(config, { sleep: async () => {} }) }
}

export async function chunksOf(lms: Lms, query: Partial<GradebookQuery> = {}): Promise<SheetChunk[]> {
  const chunks: SheetChunk[] = []
  for await (const chunk of lms.gradebook!({ courseId, ...query })) chunks.push(chunk)
  return chunks
}

export async function rowsOf(lms: Lms, query: Partial<GradebookQuery> = {}): Promise<SheetRow[]> {
  return (await chunksOf(lms, query)).flatMap(({ rows = [] }) => rows)
}

/** Gives what an operation gives; fails where the backend lacks it. */
export async function given<T>(operation: Promise<T> | undefined): Promise<T> {
  if (!operation) throw new Error('the backend lacks this operation')
  return operation
}
