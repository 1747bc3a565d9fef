import { type MockLms, mockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import type { WorldOptions } from '#mocks/world.ts'
import { type Config, parseConfig } from '#src/config.ts'
import { connect } from './connect.ts'
import type { GradebookQuery, Lms, SheetChunk, SheetRow } from './lms.ts'

/** For tests: the backend that can do everything, with its configuration. What others can do too is asked of all of them. */
export const backends: ReadonlyArray<readonly [name: string, Config]> = [
  ['openedx-v1', parseConfig({ backend: 'openedx-v1', baseUrl: 'https://lms.example.com' })],
]

/** A backend, with what the simulated LMS has behind it. */
interface Backend {
  readonly name: Config['backend']
  readonly scenario: string
  /** Who may see everything. */
  readonly user: WorldOptions['user']
  readonly courseName: string
  readonly noCourse: string
  /** As the backend names a learner of the course; null: as its list says. */
  readonly username: string | null
  /** As it would name somebody who is not there. */
  readonly nobody: string
  /** It lists the learners of a course. */
  readonly lists: boolean
  /** It tells how a course is graded. */
  readonly grades: boolean
  /** Grades can be changed. */
  readonly writes: boolean
}

const openedx = {
  scenario: 'default',
  user: 'instructor',
  courseName: 'Introduction to Statistics',
  noCourse: 'course-v1:MITx+no+such',
  username: 'amara.okafor',
  nobody: 'nobody.at.all',
} as const

/**
 * For tests: every backend. All behave alike as far as they can; one that cannot do something lacks the method, which the
 * lists of operations in the contract test show.
 */
export const allBackends: readonly Backend[] = [
  { ...openedx, name: 'openedx-v1', lists: true, grades: true, writes: true },
  { ...openedx, name: 'openedx-v0', lists: false, grades: true, writes: false },
  { ...openedx, name: 'so2', user: 'global-staff', lists: true, grades: false, writes: false },
  {
    name: 'schoology',
    scenario: 'schoology',
    user: 'instructor',
    courseName: 'World History',
    noCourse: '99999999',
    username: null,
    nobody: 'nobody.at.all',
    lists: true,
    grades: true,
    writes: true,
  },
]

/** A fresh simulated LMS behind a backend, a fresh connection, and the course; who asks by token has theirs. */
export async function openBackend(
  { name, scenario, user, courseName, username }: Backend,
  options: Partial<WorldOptions> = {},
): Promise<{ lms: Lms; mock: MockLms; courseId: string; username: string }> {
  const asking = options.user ?? user
  const mock = mockLms({ scenario, user })
  const lms = await connect(parseConfig({ backend: name, baseUrl: 'https://lms.example.com' }), {
    sleep: async () => {},
  })
  lms.token?.take(`mock-${user}`)
  const courseId = (await lms.courses({})).find((one) => one.name === courseName)?.id ?? ''
  const [first] = username === null ? await rowsOf(lms, { courseId }) : []
  mock.change({ ...options, user: asking })
  lms.token?.take(asking === 'nobody' ? '' : `mock-${asking}`)
  mock.requests.length = 0
  return { lms, mock, courseId, username: username ?? first?.learner.username ?? '' }
}

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
