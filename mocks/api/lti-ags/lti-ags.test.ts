import { beforeEach, describe, expect, test } from 'vitest'
import { externalIdOf } from '#mocks/lms/lti/external-ids.ts'
import { replay } from '#mocks/lms/journal.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { type MockLms, mockLms } from '#mocks/node.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'

const ORIGIN = 'http://lms.test'
const ITEMS = '/api/lti_consumer/v1/lti/1/lti-ags'
const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json'
const SCORE = 'application/vnd.ims.lis.v1.score+json'
const GRADEBOOK = '/api/grades/v1/gradebook/course-v1:MITx+18.05+2026_Autumn/'
const LAB = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@lab_01'
const QUESTION = 'block-v1:MITx+18.05+2026_Autumn+type@problem+block@lab_01_q3'

interface Item {
  id: string
  label: string
  resourceLinkId: string | null
}
interface Cell {
  module_id: string
  attempted: boolean
  score_earned: number
}
interface Row {
  user_id: number
  username: string
  percent: number
  section_breakdown: Cell[]
}

let lms: MockLms
let someone: Row
let userId: string

beforeEach(async () => {
  lms = mockLms()
  const page = (await (await ask(`${GRADEBOOK}?page_size=40`, { token: 'mock-instructor' })).json()) as {
    results: Row[]
  }
  someone = page.results.find((row) => lab(row)?.attempted && row.section_breakdown[0]?.attempted) as Row
  userId = externalIdOf(lms.world.school, someone.user_id)
})

interface Wish {
  readonly token?: string | null
  readonly method?: string
  readonly body?: unknown
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

function ask(path: string, { token = 'mock-tool', method, body, type = LINE_ITEM, headers }: Wish = {}) {
  return fetch(path.startsWith('http') ? path : ORIGIN + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function told(status: number, path: string, wish: Wish = {}): Promise<unknown> {
  const response = await ask(path, wish)
  const text = await response.text()
  expect([response.status, text]).toEqual([status, expect.any(String)])
  return text === '' ? undefined : JSON.parse(text)
}

const lab = (row: Row) => row.section_breakdown.find(({ module_id: id }) => id === LAB)
const rowNow = async () =>
  (await (await ask(`${GRADEBOOK}?username=${someone.username}`, { token: 'mock-instructor' })).json()) as Row

const score = (more: object = {}) => ({
  timestamp: '2026-11-20T10:00:00.500+00:00',
  // No whole number of the problem's own points: nobody's answer earns that.
  scoreGiven: 1,
  scoreMaximum: 10,
  comment: 'A tenth of it',
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  userId,
  ...more,
})
const post = (status: number, more: object = {}, item = `${ITEMS}/1`) =>
  told(status, `${item}/scores`, { body: score(more), type: SCORE })

describe('the tool', () => {
  test.each<[string, Wish, string]>([
    ['no token', { token: null }, 'Missing LTI 1.3 authentication token.'],
    [
      'another scheme',
      { token: null, headers: { Authorization: 'JWT mock-tool' } },
      'Missing LTI 1.3 authentication token.',
    ],
    ['an empty token', { token: '' }, 'Invalid token header. No credentials provided.'],
    ['two tokens', { token: 'a b' }, 'Invalid token header. Token string should not contain spaces.'],
    ['the token of a user', { token: 'mock-instructor' }, 'Invalid token signature.'],
    [
      'a token without the scope',
      { token: 'mock-tool:score' },
      'You do not have permission to perform this action.',
    ],
    [
      'a token without any scope',
      { token: 'mock-tool:' },
      'You do not have permission to perform this action.',
    ],
  ])('is refused with %s', async (_words, wish, detail) => {
    expect(await told(403, ITEMS, wish)).toEqual({ detail })
  })

  test('must have a configuration, told before the token', async () => {
    for (const config of ['4', '99', '0', 'x', '01']) {
      expect(await told(403, `/api/lti_consumer/v1/lti/${config}/lti-ags`, { token: 'mock-nobody' })).toEqual(
        {
          detail: 'LTI configuration not found.',
        },
      )
    }
  })

  test('needs the scope of each call', async () => {
    const reader = 'mock-tool:lineitem.readonly,result.readonly'
    const calls: ReadonlyArray<[path: string, wish: Wish]> = [
      [ITEMS, { token: reader }],
      [`${ITEMS}/1`, { token: reader }],
      [`${ITEMS}/1/results`, { token: reader }],
      [ITEMS, { token: 'mock-tool:lineitem' }],
      [ITEMS, { token: reader, body: {} }],
      [`${ITEMS}/1`, { token: reader, method: 'DELETE' }],
      [`${ITEMS}/1/scores`, { token: reader, body: score(), type: SCORE }],
      [`${ITEMS}/1/results`, { token: 'mock-tool:lineitem,score' }],
    ]
    const answers = await Promise.all(calls.map(([path, wish]) => ask(path, wish)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 403, 403, 403, 403])
  })

  test('needs no CSRF token, and no user', async () => {
    lms.change({ user: 'nobody' })
    expect(await post(201)).toMatchObject({ userId })
  })
})

describe('line items', () => {
  test('begin with that of the problem which the tool scores', async () => {
    expect(await told(200, ITEMS)).toEqual([
      {
        id: `${ORIGIN}${ITEMS}/1`,
        resourceId: QUESTION,
        scoreMaximum: 10,
        label: 'Question 3',
        tag: '',
        resourceLinkId: QUESTION,
        startDateTime: null,
        endDateTime: expect.stringMatching(/Z$/) as unknown,
      },
    ])
  })

  test('have media types of their own; a single one is called a container too unless the tool says better', async () => {
    const type = async (path: string, accept?: string) =>
      (await ask(path, { headers: accept ? { Accept: accept } : {} })).headers.get('Content-Type')
    expect(await type(ITEMS)).toBe('application/vnd.ims.lis.v2.lineitemcontainer+json')
    expect(await type(`${ITEMS}/1`)).toBe('application/vnd.ims.lis.v2.lineitemcontainer+json')
    expect(await type(`${ITEMS}/1`, `${LINE_ITEM}, */*;q=0.1`)).toBe(LINE_ITEM)
    expect(await told(406, ITEMS, { headers: { Accept: 'application/json' } })).toEqual({
      detail: 'Could not satisfy the request Accept header.',
    })
  })

  test('are added, filtered, changed and taken out', async () => {
    const first = (await told(201, ITEMS, {
      body: { label: 'Attempts', scoreMaximum: 100, resourceId: 'attempts', tag: 'extra' },
    })) as Item
    expect(first).toEqual({
      id: `${ORIGIN}${ITEMS}/101`,
      resourceId: 'attempts',
      scoreMaximum: 100,
      label: 'Attempts',
      tag: 'extra',
      resourceLinkId: null,
      startDateTime: null,
      endDateTime: null,
    })
    const labels = async (query: string) =>
      ((await told(200, `${ITEMS}${query}`)) as Item[]).map(({ label }) => label)
    expect(await labels('')).toEqual(['Question 3', 'Attempts'])
    expect(await labels('?tag=extra')).toEqual(['Attempts'])
    expect(await labels('?resource_id=attempts&tag=other')).toEqual([])
    expect(await labels(`?resource_link_id=${encodeURIComponent(QUESTION)}`)).toEqual(['Question 3'])
    expect(await told(200, first.id, { method: 'PATCH', body: { endDateTime: '2026-12-01T10:00' } })).toEqual(
      {
        ...first,
        endDateTime: '2026-12-01T10:00:00Z',
      },
    )
    const put = { label: 'Tries', scoreMaximum: '7', resourceId: 'tries' }
    expect(await told(200, first.id, { method: 'PUT', body: put })).toMatchObject({
      label: 'Tries',
      scoreMaximum: 7,
      tag: 'extra',
      endDateTime: '2026-12-01T10:00:00Z',
    })
    expect(await told(204, first.id, { method: 'DELETE' })).toBeUndefined()
    expect(await told(404, first.id)).toEqual({ detail: 'Not found.' })
    // No id comes twice.
    expect(await told(201, ITEMS, { body: { ...put, label: 'New' } })).toMatchObject({
      id: `${ORIGIN}${ITEMS}/102`,
    })
    await told(204, `${ITEMS}/1`, { method: 'DELETE' })
    expect(await labels('')).toEqual(['New'])
  })

  test.each<[string, unknown, object]>([
    ['nothing', {}, { label: ['This field is required.'], scoreMaximum: ['This field is required.'] }],
    [
      'neither of the ids',
      { label: 'x', scoreMaximum: 1 },
      { non_field_errors: ['Must provide at least one of resource_id or resource_link_id'] },
    ],
    [
      'values of the wrong type',
      {
        label: {},
        scoreMaximum: 'ten',
        resourceId: true,
        resourceLinkId: 'x',
        tag: null,
        startDateTime: 'soon',
      },
      {
        label: ['Not a valid string.'],
        scoreMaximum: ['A valid integer is required.'],
        resourceId: ['Not a valid string.'],
        resourceLinkId: ["Invalid usage key: 'x'"],
        tag: ['This field may not be null.'],
        startDateTime: [expect.stringMatching(/^Datetime has wrong format\./)],
      },
    ],
    [
      'values too long or blank',
      { label: ' ', scoreMaximum: 1.5, resourceId: 'x'.repeat(101) },
      {
        label: ['This field may not be blank.'],
        scoreMaximum: ['A valid integer is required.'],
        resourceId: ['Ensure this field has no more than 100 characters.'],
      },
    ],
    ['a list', [], { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] }],
  ])('refuse %s', async (_words, body, words) => {
    expect(await told(400, ITEMS, { body })).toEqual(words)
    expect(await told(200, ITEMS)).toHaveLength(1)
  })

  test('take no other media type, no broken JSON, no unknown id and no other method', async () => {
    expect(await told(415, ITEMS, { body: {}, type: 'application/json' })).toEqual({
      detail: 'Unsupported media type "application/json" in request.',
    })
    const broken = await fetch(ORIGIN + ITEMS, {
      method: 'POST',
      headers: { Authorization: 'Bearer mock-tool', 'Content-Type': LINE_ITEM },
      body: '{',
    })
    expect(broken.status).toBe(400)
    for (const id of ['2', 'x', '-1', '101']) await told(404, `${ITEMS}/${id}`)
    await told(404, '/api/lti_consumer/v1/lti/2/lti-ags/1')
    expect((await ask(ITEMS, { method: 'PUT', body: {} })).status).toBe(405)
    expect((await ask(`${ITEMS}/`)).status).toBe(404)
  })
})

describe('a score', () => {
  test('comes back, reaches the problem, and with it every total', async () => {
    expect(await post(201)).toEqual({ ...score(), timestamp: '2026-11-20T10:00:00.500000Z' })
    const tenth = await rowNow()
    await post(201, { timestamp: '2026-11-20T11:00:00Z', scoreGiven: 0 })
    expect(lab(await rowNow())?.score_earned).toBeCloseTo((lab(tenth)?.score_earned ?? 0) - 1, 9)
    await post(201, { timestamp: '2026-11-20T12:00:00Z', scoreGiven: 30, scoreMaximum: 10 })
    const full = await rowNow()
    expect(lab(full)?.score_earned).toBeCloseTo((lab(tenth)?.score_earned ?? 0) + 9, 9)
    expect(full.percent).toBeGreaterThan(tenth.percent)
  })

  test('leaves an override in force', async () => {
    await fetch(`${ORIGIN}${GRADEBOOK}bulk-update`, {
      method: 'POST',
      headers: { Authorization: 'Bearer mock-instructor', 'Content-Type': 'application/json' },
      body: JSON.stringify([
        { user_id: someone.user_id, usage_id: LAB, grade: { earned_graded_override: 3 } },
      ]),
    })
    await post(201)
    expect(lab(await rowNow())?.score_earned).toBe(3)
  })

  test.each([
    ['not graded to the end', { gradingProgress: 'Pending' }],
    ['for a line item of the tool’s own', null],
  ])('%s is kept and does not reach the problem', async (_words, more) => {
    let item = `${ITEMS}/1`
    if (!more) {
      const body = { label: 'x', scoreMaximum: 1, resourceLinkId: QUESTION.replace('q3', 'q2') }
      item = ((await told(201, ITEMS, { body })) as Item).id
    }
    await post(201, more ?? {}, item)
    expect(await told(200, `${item}/results/${userId}`)).toHaveLength(1)
    expect(await rowNow()).toEqual(someone)
  })

  test('that is null or absent erases the one before', async () => {
    await post(201)
    expect(await told(200, `${ITEMS}/1/results/${userId}`)).toHaveLength(1)
    const { scoreGiven: _given, ...without } = score({ timestamp: '2026-11-20T11:00:00Z' })
    expect(await told(201, `${ITEMS}/1/scores`, { body: without, type: SCORE })).toMatchObject({
      scoreGiven: null,
    })
    expect(await told(200, `${ITEMS}/1/results/${userId}`)).toEqual([])
    const others = lab(await rowNow())?.score_earned ?? 0
    await post(201, { timestamp: '2026-11-20T12:00:00Z', scoreGiven: 10 })
    expect(lab(await rowNow())?.score_earned).toBe(others + 10)
  })

  test.each<[string, object, object]>([
    ['of the same time', {}, { timestamp: ['Score already exists for the provided timestamp'] }],
    [
      'of an earlier time',
      { timestamp: '2026-11-20T10:59:59+01:00' },
      { timestamp: ['Score timestamp can only be updated to a later point in time'] },
    ],
    [
      'without a maximum',
      { timestamp: '2026-11-20T11:00:00Z', scoreMaximum: null },
      { scoreMaximum: ['scoreMaximum is a required field when providing a scoreGiven value.'] },
    ],
    [
      'of wrong types',
      { timestamp: 3, scoreGiven: 'many', activityProgress: 'Sleeping', gradingProgress: 7, userId: null },
      {
        timestamp: [expect.stringMatching(/^Datetime/)],
        scoreGiven: ['A valid number is required.'],
        activityProgress: ['"Sleeping" is not a valid choice.'],
        gradingProgress: ['"7" is not a valid choice.'],
        userId: ['This field may not be null.'],
      },
    ],
    [
      'of an earlier time and without a maximum',
      { timestamp: '2026-11-20T09:00:00Z', scoreMaximum: null },
      {
        timestamp: ['Score timestamp can only be updated to a later point in time'],
        scoreMaximum: ['scoreMaximum is a required field when providing a scoreGiven value.'],
      },
    ],
    [
      'out of zero',
      { timestamp: '2026-11-20T11:00:00Z', scoreMaximum: 0 },
      { scoreMaximum: ['scoreMaximum is a required field when providing a scoreGiven value.'] },
    ],
    ['below zero', { scoreGiven: -1 }, { scoreGiven: ['Ensure this value is greater than or equal to 0.'] }],
  ])('%s is refused', async (_words, more, words) => {
    await post(201)
    const before = await rowNow()
    expect(await post(400, more)).toEqual(words)
    expect(await rowNow()).toEqual(before)
  })

  test.each<[string, object]>([
    ['of somebody unknown', { userId: '00000000-0000-4000-8000-000000000000' }],
    ['of a number for a user', { userId: 'x' }],
  ])('%s crashes, and leaves nothing', async (_words, more) => {
    const response = await ask(`${ITEMS}/1/scores`, { body: score(more), type: SCORE })
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(await told(200, `${ITEMS}/1/results`)).toEqual([])
  })

  test('has a media type of its own, and a line item', async () => {
    await told(415, `${ITEMS}/1/scores`, { body: score() })
    await told(404, `${ITEMS}/7/scores`, { body: score(), type: SCORE })
    expect((await ask(`${ITEMS}/1/scores`, { body: score(), type: SCORE })).headers.get('Content-Type')).toBe(
      SCORE,
    )
  })
})

describe('results', () => {
  const other = () => externalIdOf(lms.world.school, someone.user_id + 1)

  test('are those with a score, the newest first, as many as asked', async () => {
    await post(201)
    await post(201, { userId: other(), timestamp: '2026-11-20T10:30:00Z', scoreMaximum: 20, comment: null })
    const item = `${ORIGIN}${ITEMS}/1`
    const all = [
      {
        id: `${item}/results/${other()}`,
        scoreOf: item,
        userId: other(),
        resultScore: 1,
        resultMaximum: 20,
        comment: null,
      },
      {
        id: `${item}/results/${userId}`,
        scoreOf: item,
        userId,
        resultScore: 1,
        resultMaximum: 10,
        comment: 'A tenth of it',
      },
    ]
    expect(await told(200, `${ITEMS}/1/results`)).toEqual(all)
    expect(await told(200, `${ITEMS}/1/results/?limit=1`)).toEqual(all.slice(0, 1))
    expect(await told(200, `${ITEMS}/1/results?limit=0`)).toEqual([])
    expect(await told(200, `${ITEMS}/1/results/${userId}`)).toEqual(all.slice(1))
    expect(await told(200, `${ITEMS}/1/results/nobody`)).toEqual([])
    expect((await ask(`${ITEMS}/1/results`)).headers.get('Content-Type')).toBe(
      'application/vnd.ims.lis.v2.resultcontainer+json',
    )
  })

  test.each(['-1', 'all'])('crash over the limit %s', async (limit) => {
    expect((await ask(`${ITEMS}/1/results?limit=${limit}`)).status).toBe(500)
  })

  test('go with their line item', async () => {
    await post(201)
    await told(204, `${ITEMS}/1`, { method: 'DELETE' })
    await told(404, `${ITEMS}/1/results`)
    expect(lab(await rowNow())).not.toEqual(lab(someone))
  })
})

test('line items and scores come back with the journal', async () => {
  await told(201, ITEMS, { body: { label: 'x', scoreMaximum: 1, resourceId: 'y' } })
  await post(201)
  await told(204, `${ITEMS}/101`, { method: 'DELETE' })
  const { school } = lms.world
  const again = replay(openSchool('default'), JSON.parse(JSON.stringify(school.journal)) as Write[])
  expect(again.tables).toEqual(school.tables)
  expect(again.scores).toEqual(school.scores)
  expect(again.now).toBe(school.now)
})
