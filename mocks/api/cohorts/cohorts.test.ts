import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'

const BASE = `/api/cohorts/v1/courses/${COURSE}/cohorts/`
const UNKNOWN = '/api/cohorts/v1/courses/course-v1:MITx+Nothing+2026/cohorts/'
const NO_PERMISSION = { developer_message: 'You do not have permission to perform this action.' }
const NO_COHORT = { developer_message: 'CourseUserGroup matching query does not exist.' }

interface Cohort {
  id: number
  name: string
  user_count: number
  assignment_type: string
  user_partition_id: number | null
  group_id: number | null
}

const server = serverForEach('instructor')

const list = async () => (await server.json(`${BASE}?page_size=100`)) as Cohort[]
const { send } = server
/** A refusal with code and words. */
const refused = (status: number, code: string, words: string) => ({
  status,
  body: { developer_message: words, error_code: code },
})

describe('a new cohort', () => {
  test('is empty, and comes with status 200', async () => {
    const before = await list()
    const made = (await server.json(BASE, 200, {
      body: { name: 'Evening', assignment_type: 'manual' },
    })) as Cohort
    expect(made).toEqual({
      name: 'Evening',
      id: Math.max(...before.map(({ id }) => id)) + 1,
      user_count: 0,
      assignment_type: 'manual',
      user_partition_id: null,
      group_id: null,
    })
    expect(await list()).toHaveLength(before.length + 1)
    expect(await server.json(`${BASE}${made.id}`)).toEqual(made)
    expect(await server.json(`${GRADEBOOK}?cohort_id=${made.id}`)).toMatchObject({ filtered_users_count: 0 })
  })

  test('may be tied to a content group', async () => {
    const body = { name: 'Tied', assignment_type: 'random', group_id: 3, user_partition_id: 50 }
    expect(await server.json(BASE, 200, { body })).toMatchObject({ group_id: 3, user_partition_id: 50 })
  })

  test.each([
    [{}, 'missing-cohort-name', '"name" must be specified to create cohort.'],
    [{ name: '' }, 'missing-cohort-name', '"name" must be specified to create cohort.'],
    [{ name: 'A' }, 'missing-assignment-type', '"assignment_type" must be specified to create cohort.'],
    [
      { name: 'A', assignment_type: 'manual', group_id: 1 },
      'missing-user-partition-id',
      'If group_id is specified, user_partition_id must also be specified.',
    ],
  ])('of %j is refused', async (body, code, words) => {
    const before = await list()
    expect(await send('POST', BASE, body)).toEqual(refused(400, code, words))
    expect(await list()).toEqual(before)
  })

  test.each([
    [{ name: 'Monday morning', assignment_type: 'manual' }],
    [{ name: ['A'], assignment_type: 'manual' }],
    [['A']],
    [{ name: 'A', assignment_type: 'manual', group_id: 'x', user_partition_id: 1 }],
  ])('of %j crashes', async (body) => {
    const response = await server.ask(BASE, { body })
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toContain('text/html')
  })

  test('is not made inside another one', async () => {
    expect(await send('POST', `${BASE}1`, { name: 'A', assignment_type: 'manual' })).toEqual(
      refused(405, 'wrong-endpoint', 'Please use the parent endpoint.'),
    )
  })
})

describe('a cohort', () => {
  test('gets another name, type and content group, one by one', async () => {
    for (const body of [
      { name: 'Early birds' },
      { assignment_type: 'random' },
      { group_id: 1, user_partition_id: 50 },
    ]) {
      expect(await send('PATCH', `${BASE}1`, body)).toEqual({ status: 204, body: '' })
    }
    expect(await server.json(`${BASE}1`)).toMatchObject({
      name: 'Early birds',
      assignment_type: 'random',
      group_id: 1,
      user_partition_id: 50,
    })
    await send('PATCH', `${BASE}1`, { group_id: null })
    expect(await server.json(`${BASE}1`)).toMatchObject({ group_id: null, user_partition_id: null })
  })

  test('keeps its name when that is sent again', async () => {
    expect((await send('PATCH', `${BASE}1`, { name: 'Monday morning' })).status).toBe(204)
  })

  test('needs a change, and a name of its own', async () => {
    const words = 'Request must include name, assignment_type, and/or group_id.'
    expect(await send('PATCH', `${BASE}1`, {})).toEqual(refused(400, 'missing-fields', words))
    expect(await send('PATCH', `${BASE}1`, { name: 'Waiting list' })).toEqual(
      refused(400, 'cohort-name-exists', 'A cohort with the same name already exists.'),
    )
    expect(await send('PATCH', BASE, { name: 'A' })).toEqual(
      refused(405, 'missing-cohort-id', 'Request method requires cohort_id in path'),
    )
  })

  test('stays random when it is the last one', async () => {
    const random = (await list()).filter((one) => one.assignment_type === 'random')
    const last = random.pop()
    for (const { id } of random) await send('PATCH', `${BASE}${id}`, { assignment_type: 'manual' })
    const words = 'There must be one cohort to which students can automatically be assigned.'
    expect(await send('PATCH', `${BASE}${last?.id}`, { assignment_type: 'manual' })).toEqual(
      refused(400, 'last-random-cohort', words),
    )
    // The name was saved by then.
    await send('PATCH', `${BASE}${last?.id}`, { name: 'Renamed', assignment_type: 'manual' })
    expect(await server.json(`${BASE}${last?.id}`)).toMatchObject({
      name: 'Renamed',
      assignment_type: 'random',
    })
    expect((await send('PATCH', `${BASE}${last?.id}`, { assignment_type: 'random' })).status).toBe(204)
  })

  test('is found by a number that exists', async () => {
    expect(await send('GET', `${BASE}999`)).toEqual({ status: 404, body: NO_COHORT })
    expect(await send('PATCH', `${BASE}999`, { name: 'A' })).toEqual({ status: 404, body: NO_COHORT })
    const response = await server.ask(`${BASE}first`)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toContain('text/html')
    expect((await server.ask(`${BASE}1/`)).status).toBe(404)
  })
})

describe('the list', () => {
  test('takes an order in any case, and no other word', async () => {
    const names = (await list()).map(({ name }) => name)
    const down = (await server.json(`${BASE}?ordering=DESC&page_size=100`)) as Cohort[]
    expect(down.map(({ name }) => name)).toEqual(names.toReversed())
    const words = 'Invalid ordering value. Must be "asc" or "desc".'
    for (const wrong of ['name', '']) {
      expect(await send('GET', `${BASE}?ordering=${wrong}`)).toEqual(
        refused(400, 'invalid-ordering-value', words),
      )
    }
  })

  test('is redirected to where it has its slash', async () => {
    const response = await server.ask(BASE.slice(0, -1))
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe(BASE)
  })
})

describe('rights', () => {
  const calls: ReadonlyArray<readonly [string, string]> = [
    ['GET', BASE],
    ['POST', BASE],
    ['PATCH', BASE],
    ['GET', `${BASE}1`],
    ['POST', `${BASE}1`],
    ['PATCH', `${BASE}1`],
    ['GET', `${BASE}1/users/`],
    ['POST', `${BASE}1/users/`],
    ['DELETE', `${BASE}1/users/`],
    ['POST', `${BASE}1/users/bob`],
    ['DELETE', `${BASE}1/users/bob`],
    ['POST', `/api/cohorts/v1/courses/${COURSE}/users`],
    ['GET', `/api/cohorts/v1/settings/${COURSE}`],
    ['PUT', `/api/cohorts/v1/settings/${COURSE}`],
  ]

  test.each(calls)('%s %s is for the team alone', async (method, path) => {
    const words = { developer_message: 'Authentication credentials were not provided.' }
    expect(await server.json(path, 401, { method, as: 'nobody' })).toEqual(words)
    expect(await server.json(path, 403, { method, as: 'learner' })).toEqual(NO_PERMISSION)
    expect(await server.json(path, 403, { method, as: 'stranger' })).toEqual(NO_PERMISSION)
  })

  test('limited staff and staff of the site have them too', async () => {
    expect((await server.ask(BASE, { as: 'limited-staff' })).status).toBe(200)
    expect((await server.ask(BASE, { as: 'global-staff' })).status).toBe(200)
  })

  test('come before the course', async () => {
    expect(await server.json(UNKNOWN, 403)).toEqual(NO_PERMISSION)
    expect(await server.json(UNKNOWN, 404, { as: 'global-staff' })).toEqual({
      developer_message: 'Not found.',
    })
    expect((await server.ask('/api/cohorts/v1/courses/a:b+c+d/cohorts/')).status).toBe(500)
  })

  test('other methods are refused', async () => {
    const response = await server.ask(BASE, { method: 'PUT', body: {} })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, POST, PATCH, HEAD, OPTIONS'])
    expect(await response.json()).toEqual({ developer_message: 'Method "PUT" not allowed.' })
  })
})

describe('settings', () => {
  const path = `/api/cohorts/v1/settings/${COURSE}`

  test('tell whether the course uses cohorts', async () => {
    expect(await server.json(path)).toEqual({ id: 1, is_cohorted: true })
    const other = '/api/cohorts/v1/settings/course-v1:MITx+15.071+2026_Autumn'
    expect(await server.json(other)).toEqual({ id: 2, is_cohorted: false })
  })

  test('switched off, hide what is for some cohorts only', async () => {
    const percents = async () => {
      const { results } = (await server.json(`${GRADEBOOK}?page_size=200`)) as {
        results: Array<{ user_id: number; percent: number }>
      }
      return results.map(({ percent }) => percent)
    }
    const before = await percents()
    const off = await server.json(path, 200, { method: 'PUT', body: { is_cohorted: false } })
    expect(off).toEqual({ id: 1, is_cohorted: false })
    expect(await percents()).not.toEqual(before)
    await server.json(path, 200, { method: 'PUT', body: { is_cohorted: true } })
    expect(await percents()).toEqual(before)
  })

  test.each([
    [{}, 'Missing field "is_cohorted".'],
    [{ is_cohorted: 'yes' }, 'Incorrect field type for `is_cohorted`. Type must be `bool`'],
  ])('of %j are refused', async (body, words) => {
    expect(await send('PUT', path, body)).toEqual({ status: 400, body: { developer_message: words } })
  })
})
