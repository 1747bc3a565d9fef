import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { externalIdOf } from '#mocks/lms/lti/external-ids.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'
import { EMPTY, type Row, detail, due, outcomeOf, told } from './rows.ts'

// What comes from outside: LTI assignment and grade services, bulk CSV, and the instructor's reports.

const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const PROBLEM = 'block-v1:MITx+18.05+2026_Autumn+type@problem+block@hw_01_q1'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('LTI', () => {
  const items = '/api/lti_consumer/v1/lti/1/lti-ags'
  const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json'
  const tool = (scopes = '') => ({ Authorization: `Bearer mock-tool${scopes}` })
  const item = { scoreMaximum: 10, label: 'Peer review', tag: '', resourceId: 'review', resourceLinkId: null }
  const sent = (body: unknown) => ({ body, headers: { ...tool(), 'Content-Type': LINE_ITEM } })
  const LISTED = expect.arrayContaining([
    expect.objectContaining({ id: expect.stringContaining(items), scoreMaximum: expect.any(Number) }),
  ])
  const NEITHER = { non_field_errors: ['Must provide at least one of resource_id or resource_link_id'] }
  test.each(
    told([
      ['instructor', `GET ${items}`, 403, expect.anything()],
      ['nobody', `GET ${items}`, 403, expect.anything(), { headers: tool(':result.readonly') }],
      ['nobody', `GET ${items}`, 200, LISTED, { headers: tool() }],
      ['nobody', `POST ${items}`, 201, expect.objectContaining({ label: 'Peer review' }), sent(item)],
      ['nobody', `POST ${items}`, 400, NEITHER, sent({ scoreMaximum: 10, label: 'Nothing' })],
      [
        'nobody',
        `POST ${items}`,
        415,
        detail('Unsupported media type "text/plain" in request.'),
        { body: '{}', headers: { ...tool(), 'Content-Type': 'text/plain' } },
      ],
      ['nobody', `GET ${items}/1/results`, 200, expect.any(Array), { headers: tool() }],
      ['nobody', `GET ${items}/987654`, 404, expect.anything(), { headers: tool() }],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('answers in media types of its own', async () => {
    const list = await server.ask(items, { headers: tool() })
    expect(list.headers.get('Content-Type')).toBe('application/vnd.ims.lis.v2.lineitemcontainer+json')
    const results = await server.ask(`${items}/1/results`, { headers: tool() })
    expect(results.headers.get('Content-Type')).toBe('application/vnd.ims.lis.v2.resultcontainer+json')
  })

  test('takes a score, the newest one only', async () => {
    // A launch tells the tool this id.
    const userId = externalIdOf(openSchool('default'), 1003)
    const score = {
      timestamp: '2026-11-20T10:00:00+00:00',
      scoreGiven: 1,
      scoreMaximum: 2,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      userId,
    }
    const headers = { ...tool(), 'Content-Type': 'application/vnd.ims.lis.v1.score+json' }
    const post = (body: object): Row => ['nobody', `POST ${items}/1/scores`, 0, null, { body, headers }]
    expect(await outcomeOf(server, post(score))).toEqual([
      201,
      expect.objectContaining({ ...score, timestamp: '2026-11-20T10:00:00Z' }),
    ])
    expect((await outcomeOf(server, post({ ...score, timestamp: '2026-11-19T10:00:00Z' })))[0]).toBe(400)
    const { scoreMaximum: _, ...without } = { ...score, timestamp: '2026-11-21T10:00:00Z' }
    expect(await outcomeOf(server, post(without))).toEqual([
      400,
      expect.objectContaining({ scoreMaximum: expect.anything() }),
    ])
    const own = (await server.json(`${items}/1/results/${userId}`, 200, {
      headers: tool(),
    })) as unknown[]
    expect(own).toEqual([expect.objectContaining({ resultScore: 1, resultMaximum: 2 })])
  })
})

describe('bulk CSV', () => {
  const bulk = `/api/bulk_grades/course/${COURSE}/`
  test.each(
    told([
      ['learner', `GET ${bulk}`, 403, expect.anything()],
      [
        'instructor',
        `GET ${bulk}`,
        200,
        expect.stringMatching(/^user_id,username,student_key,course_id,track,cohort,/),
      ],
      ['instructor', `GET ${bulk}history/`, 200, []],
      [
        'instructor',
        `GET ${bulk}intervention/`,
        200,
        expect.stringMatching(/^user_id,username,email,student_key,full_name,course_id,/),
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  interface Outcome {
    waiting: boolean
    result_id: string | null
    error_messages: string[]
    saved: number
    percentage: string
  }

  async function post(fields: Readonly<Record<string, string | File>>): Promise<readonly [number, Outcome]> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const headers = { Authorization: 'Bearer mock-instructor' }
    const response = await fetch(server.origin + bulk, { method: 'POST', headers, body })
    return [response.status, (await response.json()) as Outcome]
  }

  test('always answers 200; one waits for the result and polls', async () => {
    const text = `user_id,course_id,new_override-hw_01\n1003,${COURSE},7\n1004,${COURSE},many\n`
    const [status, first] = await post({ csv: new File([text], 'grades.csv', { type: 'text/csv' }) })
    expect([status, first.waiting, typeof first.result_id]).toEqual([200, true, 'string'])
    let outcome = first
    for (let poll = 0; outcome.waiting && poll < 5; poll += 1) {
      ;[, outcome] = await post({ result_id: first.result_id ?? '' })
    }
    expect(outcome).toMatchObject({
      waiting: false,
      saved: 1,
      percentage: expect.stringMatching(/^\d+\.\d%$/),
      error_messages: [expect.stringMatching(/^Grade must be a number \(on line \d+\)$/)],
    })
    const detailOf =
      '/api/grades/v1/subsection/block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01/?user_id=1003'
    const { history } = (await server.json(detailOf)) as { history: unknown[] }
    expect(history.at(-1)).toMatchObject({ system: 'grade-import', override_reason: 'Bulk Grade Import' })
    const { percent } = (await server.json(`${GRADEBOOK}?username=bjorn.thorsson`)) as { percent: number }
    expect(
      await server.json(`/api/grades/v1/courses/${COURSE}/?username=bjorn.thorsson`, 200, {
        as: 'global-staff',
      }),
    ).toMatchObject([{ percent }])
    expect(await server.json(`${bulk}history/`)).toMatchObject([{ data: { saved_rows: 1, total_rows: 2 } }])
  })
})

describe('the instructor dashboard', () => {
  const reports = `/api/instructor/v1/reports/${COURSE}`
  const generate = `${reports}/generate/problem_responses`
  const STARTED = {
    status:
      'The problem responses report is being created. To view the status of the report, see Pending Tasks below.',
    task_id: expect.any(String),
  }
  test.each(
    told([
      ['learner', `GET ${reports}`, 403, EMPTY],
      ['learner', `GET /api/instructor/v1/tasks/${COURSE}`, 403, EMPTY],
      ['global-staff', `GET /api/instructor/v1/reports/${UNKNOWN}`, 404, expect.anything()],
      ['instructor', `GET ${reports}`, 200, { downloads: [] }],
      ['instructor', `POST ${generate}`, 200, STARTED, { body: { problem_locations: [PROBLEM] } }],
      [
        'instructor',
        `POST ${generate}`,
        400,
        expect.anything(),
        { body: { problem_locations: ['nonsense'] } },
      ],
      [
        'instructor',
        `GET /api/instructor/v1/tasks/${COURSE}`,
        200,
        {
          tasks: [
            {
              task_type: expect.any(String),
              task_input: expect.stringMatching(/^\{/),
              task_id: expect.any(String),
              requester: 'nuria.haddad',
              task_state: expect.any(String),
              created: expect.stringMatching(/\+00:00$/),
              duration_sec: expect.anything(),
              status: expect.stringMatching(/^(?:Complete|Incomplete)$/),
              task_message: expect.any(String),
            },
          ],
        },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
