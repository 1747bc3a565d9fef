import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '#mocks/http/test-client.ts'
import { EMPTY, due, outcomeOf, told } from './rows.ts'

// Schoology: a success and each refusal, in JSON and XML.

const BASE = '/schoology/v1'

let server: TestServer
let section: string
let enrolment: string
let assignment: number
beforeAll(async () => {
  server = await testServer({ scenario: 'schoology' })
  const get = (path: string) => server.json(BASE + path)
  const { section: sections } = (await get('/users/11/sections')) as { section: Array<{ id: string }> }
  section = sections[0]?.id ?? ''
  const { enrollment } = (await get(`/sections/${section}/enrollments`)) as {
    enrollment: Array<{ id: string; admin: number; status: string }>
  }
  enrolment = enrollment.find(({ admin, status }) => admin === 0 && status === '1')?.id ?? ''
  const { assignment: assignments } = (await get(`/sections/${section}/assignments`)) as {
    assignment: Array<{ id: number }>
  }
  assignment = assignments[0]?.id ?? 0
})
afterAll(() => server.close())

const of = (path: string) => `${BASE}/sections/${section}${path}`

/** Writes `{section}` for the id, which is known only once the server runs. */
const fill = (ask: string) => ask.replace('{section}', section)

describe('a section', () => {
  const list = (name: string) => expect.objectContaining({ [name]: expect.any(Array) })
  test.each(
    told([
      ['nobody', `GET ${BASE}/sections/{section}`, 401, expect.anything()],
      ['stranger', `GET ${BASE}/sections/{section}/grades`, 403, expect.anything()],
      ['learner', `GET ${BASE}/sections/{section}/grades`, 403, expect.anything()],
      ['instructor', `GET ${BASE}/sections/987654321`, 404, expect.anything()],
      [
        'instructor',
        `GET ${BASE}/sections/{section}`,
        200,
        expect.objectContaining({ id: expect.any(String), admin: 1 }),
      ],
      ['instructor', `GET ${BASE}/sections/{section}/enrollments`, 200, list('enrollment')],
      ['instructor', `GET ${BASE}/sections/{section}/assignments`, 200, list('assignment')],
      ['instructor', `GET ${BASE}/sections/{section}/grading_categories`, 200, list('grading_category')],
      ['instructor', `GET ${BASE}/sections/{section}/grading_periods`, 200, list('grading_period')],
      ['instructor', `GET ${BASE}/sections/{section}/grading_scales`, 200, list('grading_scale')],
      [
        'instructor',
        `GET ${BASE}/sections/{section}/grades?limit=5`,
        200,
        expect.objectContaining({ grades: { grade: expect.any(Array) }, period: expect.any(Array) }),
      ],
    ]),
  )('%s', async (_, [who, ask, ...rest]) => {
    const row = [who, fill(ask), ...rest] as const
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('grades', () => {
  const put = (body: unknown, headers = {}) =>
    outcomeOf(server, ['instructor', `PUT ${of('/grades')}`, 200, null, { body, headers }])
  const grade = (more: object) => ({
    grades: { grade: [{ type: 'assignment', assignment_id: assignment, enrollment_id: enrolment, ...more }] },
  })
  const read = async () => {
    const { grades } = (await server.json(
      of(`/grades?assignment_id=${assignment}&enrollment_id=${enrolment}`),
    )) as { grades: { grade: Array<Record<string, unknown>> } }
    return grades.grade
  }

  test('are written one by one, each with a code of its own', async () => {
    const [status, body] = await put({
      grades: {
        grade: [
          ...grade({ grade: 3, comment: 'Late' }).grades.grade,
          { ...grade({}).grades.grade[0], enrollment_id: 1 },
        ],
      },
    })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toMatch(/"response_code":200.*"response_code":404/)
    expect(await read()).toMatchObject([{ grade: 3, comment: 'Late', exception: 0 }])
  })

  test('give way to an exception', async () => {
    expect((await put(grade({ exception: 1 })))[0]).toBe(200)
    expect(await read()).toMatchObject([{ grade: null, exception: 1 }])
  })

  test('are written and read as XML', async () => {
    const xml = `<?xml version="1.0"?><body><grades><grade><type>assignment</type><assignment_id>${assignment}</assignment_id><enrollment_id>${enrolment}</enrollment_id><grade>4</grade><exception>0</exception></grade></grades></body>`
    const [status] = await put(xml, { 'Content-Type': 'text/xml' })
    expect(status).toBe(200)
    const answer = await server.ask(of(`/grades?assignment_id=${assignment}&enrollment_id=${enrolment}`), {
      headers: { Accept: 'text/xml' },
    })
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/xml/)
    expect(await answer.text()).toMatch(/<result>[\s\S]*<grade>4<\/grade>/)
  })

  test('are refused to learners', async () => {
    const row = [
      'learner',
      `PUT ${of('/grades')}`,
      403,
      expect.anything(),
      { body: grade({ grade: 1 }) },
    ] as const
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('are a learner’s own below the learner', async () => {
    const [status, body] = await outcomeOf(server, [
      'learner',
      `GET ${BASE}/users/1001/grades?section_id=${section}`,
      200,
      null,
    ])
    expect([status, body]).toEqual([200, expect.objectContaining({ section: expect.any(Array) })])
    const others = await outcomeOf(server, ['learner', `GET ${BASE}/users/1002/grades`, 403, EMPTY])
    expect(others[0]).toBe(403)
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
