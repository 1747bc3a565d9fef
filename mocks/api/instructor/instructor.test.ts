import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'
import { readCsv } from '#mocks/lms/csv.ts'
import { finishTasks, startProblemResponses, tasksOf } from '#mocks/lms/instructor/tasks.ts'
import { replay } from '#mocks/lms/journal.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'
import { addReport, reportsOf } from '#mocks/lms/instructor/reports.ts'

interface Reports {
  downloads: Array<{ name: string; url: string; link: string }>
}
interface Tasks {
  tasks: Array<Record<string, unknown>>
}

const REPORTS = `/api/instructor/v1/reports/${COURSE}`
const GENERATE = `${REPORTS}/generate/problem_responses`
const TASKS = `/api/instructor/v1/tasks/${COURSE}`
const key = (type: string, block: string) => `block-v1:MITx+18.05+2026_Autumn+type@${type}+block@${block}`
const QUESTION = key('problem', 'hw_01_q1')
const BEGUN = {
  status:
    'The problem responses report is being created. To view the status of the report, see Pending Tasks below.',
  task_id: expect.stringMatching(/^[\da-f]{8}-/) as unknown,
}

const server = serverForEach('instructor')

const reports = async (query = '') => ((await server.json(`${REPORTS}${query}`)) as Reports).downloads
const tasks = async (query = '') => ((await server.json(`${TASKS}${query}`)) as Tasks).tasks
const generate = (status: number, body: unknown) => server.json(GENERATE, status, { body })

/** The rows of the newest report, once it is there. */
async function report(locations: readonly string[], types?: readonly string[]): Promise<string[][]> {
  await generate(200, { problem_locations: locations, problem_types_filter: types })
  await reports()
  const [newest] = await reports()
  const response = await server.ask(new URL(newest?.url ?? '').pathname)
  expect(response.headers.get('Content-Type')).toBe('text/csv')
  return readCsv(await response.text())
}

describe('a report', () => {
  test('is a task first, and a file once somebody has looked', async () => {
    expect(await reports()).toEqual([])
    expect(await tasks()).toEqual([])
    const begun = (await generate(200, { problem_locations: [QUESTION] })) as { task_id: string }
    expect(begun).toEqual(BEGUN)
    // The same again while it runs is the same task.
    expect(await generate(200, { problem_locations: [QUESTION] })).toEqual(begun)
    const running = {
      task_type: 'problem_responses_csv',
      task_input: JSON.stringify({ problem_locations: QUESTION, problem_types_filter: null }),
      task_id: begun.task_id,
      requester: 'nuria.haddad',
      task_state: 'PROGRESS',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\+00:00$/) as unknown,
      duration_sec: 'unknown',
      status: 'Incomplete',
      task_message: 'No status information available',
    }
    expect(await tasks()).toEqual([running])
    expect(await tasks()).toEqual([])
    const history = `?problem_location_str=${encodeURIComponent(QUESTION)}`
    expect(await tasks(history)).toEqual([
      {
        ...running,
        task_state: 'SUCCESS',
        status: 'Complete',
        duration_sec: expect.any(Number) as unknown,
      },
    ])
    const { email } = (await server.json('/api/user/v1/accounts/amara.okafor', 200, { as: 'learner' })) as {
      email: string
    }
    for (const identifier of ['amara.okafor', email]) {
      expect(await tasks(`${history}&unique_student_identifier=${identifier}`)).toEqual([])
    }
    const [file] = await reports()
    expect(file?.name).toMatch(
      /^MITx_18\.05_2026_Autumn_student_state_from_block-v1_MITx\+18\.05\+2026_Autumn\+type@problem\+block@hw_01_q1_\d{4}-\d\d-\d\d-\d{4}\.csv$/,
    )
    expect(file?.link).toBe(`<a href="${file?.url}">${file?.name}</a>`)
    expect(file?.url).toContain(`${server.origin}/`)
  })

  test('holds what learners answered in problems, wherever they stand', async () => {
    const [header, ...one] = await report([QUESTION])
    expect(header?.slice(0, 3)).toEqual(['username', 'title', 'location'])
    expect(header?.slice(-2)).toEqual(['block_key', 'state'])
    expect(one.length).toBeGreaterThan(100)
    expect(new Set(one.map((row) => row.at(-2)))).toEqual(new Set([QUESTION]))
    expect(JSON.parse(one[0]?.at(-1) ?? '')).toMatchObject({ score: { raw_possible: 3 } })
    const keysIn = async (...locations: string[]) =>
      new Set((await report(locations)).slice(1).map((row) => row.at(-2)))
    const homework = ['q1', 'q2', 'q3', 'q4', 'p1'].map((name) => key('problem', `hw_01_${name}`))
    expect(await keysIn(key('sequential', 'hw_01'))).toEqual(new Set(homework))
    expect(await keysIn(QUESTION, key('problem', 'lab_01_q3'))).toEqual(
      new Set([QUESTION, key('problem', 'lab_01_q3')]),
    )
    expect((await keysIn(key('course', 'course'))).size).toBeGreaterThan(5)
    expect((await keysIn(key('problem', 'nowhere'))).size).toBe(0)
  })

  test('has a name that a header can hold, whatever the key', async () => {
    expect(await report([key('problem', '../"ü;\ud800"')])).toHaveLength(1)
    expect((await reports())[0]?.name).toMatch(/^[\w.+@-]+\.csv$/)
  })

  test('is of block types, and of limited length', async () => {
    expect(await report([key('sequential', 'hw_01')], ['poll', 'survey'])).toHaveLength(1)
    expect(await report([key('course', 'course')], ['problem'])).toHaveLength(2001)
    expect((await report([QUESTION], [])).length).toBeGreaterThan(1)
  })

  test.each<[string, unknown, unknown]>([
    ['a bad location', { problem_locations: [QUESTION, 'x'] }, 'Could not find problem with this location.'],
    ['a number', { problem_locations: [7] }, 'Could not find problem with this location.'],
    ['no location', {}, { problem_locations: ['This field is required.'] }],
    ['an empty list', { problem_locations: [] }, { problem_locations: ['This list may not be empty.'] }],
    [
      'text for a list',
      { problem_locations: QUESTION },
      { problem_locations: ['Expected a list of items but got type "str".'] },
    ],
    [
      'text for types',
      { problem_locations: [QUESTION], problem_types_filter: 'problem' },
      { problem_types_filter: ['Expected a list of items but got type "str".'] },
    ],
  ])('is refused for %s', async (_words, body, words) => {
    expect(await generate(400, body)).toEqual(words)
    expect(await tasks()).toEqual([])
  })
})

describe('the list of reports', () => {
  test('is newest first, and found by name', async () => {
    await report([QUESTION])
    await report([key('problem', 'hw_01_q2')])
    const all = await reports()
    expect(all.map(({ name }) => /hw_01_q\d/.exec(name)?.[0])).toEqual(['hw_01_q2', 'hw_01_q1'])
    const name = encodeURIComponent(all[1]?.name ?? '')
    expect(await reports(`?report_name=${name}`)).toEqual(all.slice(1))
    expect(await reports('?report_name=none')).toEqual([])
  })

  test('has no file that is not there', async () => {
    const response = await server.ask(`${REPORTS}/files/none.csv`)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })
})

describe('tasks', () => {
  test.each([
    [
      '?unique_student_identifier=amara.okafor',
      'unique_student_identifier must accompany problem_location_str',
    ],
    [
      `?problem_location_str=${encodeURIComponent(QUESTION)}&unique_student_identifier=x`,
      'User does not exist.',
    ],
  ])('refuse %s', async (query, words) => {
    expect(await server.json(`${TASKS}${query}`, 400)).toBe(words)
  })

  test('refuse a bad location without a word', async () => {
    const response = await server.ask(`${TASKS}?problem_location_str=x`)
    expect([response.status, await response.text()]).toEqual([400, ''])
  })
})

describe.each([REPORTS, TASKS, `${REPORTS}/files/x.csv`])('%s', (path) => {
  test('answers 401 with words, 403 without, and 404', async () => {
    expect(await server.json(path, 401, { as: 'nobody' })).toEqual({
      detail: 'Authentication credentials were not provided.',
    })
    for (const as of ['learner', 'stranger'] as const) {
      const refused = await server.ask(path, { as })
      expect([refused.status, await refused.text()]).toEqual([403, ''])
    }
    expect(await server.json(path.replace(COURSE, 'course-v1:No+such+course'), 404)).toEqual({
      detail: 'Not found.',
    })
    expect((await server.ask(path.replace(COURSE, 'a+b+c'))).status).toBe(500)
    expect((await server.ask(path, { method: 'DELETE' })).status).toBe(405)
  })
})

test('a report cannot be begun without the right', async () => {
  const body = { problem_locations: [QUESTION] }
  expect((await server.ask(GENERATE, { as: 'learner', body })).status).toBe(403)
  expect((await server.ask(GENERATE, { as: 'limited-staff', body })).status).toBe(200)
})

test('tasks and reports come back with the journal', () => {
  const school = openSchool('one-learner')
  const course = school.world.courses[0] as Course
  const account = school.world.directory.byId(11)
  if (!account) throw new Error('The teacher is gone')
  addReport(school, course, { name: 'a.csv', content: 'a\r\n' })
  startProblemResponses(school, course, account, { locations: [QUESTION], types: null })
  finishTasks(school, course)
  startProblemResponses(school, course, account, { locations: [QUESTION], types: ['problem'] })
  const again = replay(openSchool('one-learner'), JSON.parse(JSON.stringify(school.journal)) as Write[])
  expect(again.tables).toEqual(school.tables)
  expect(reportsOf(again, course).map(({ name }) => name.slice(0, 5))).toEqual(['MITx_', 'a.csv'])
  expect(tasksOf(again, course).map(({ finished }) => finished === null)).toEqual([true, false])
})
