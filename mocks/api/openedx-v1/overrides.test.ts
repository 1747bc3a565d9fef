import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'

interface Cell {
  attempted: boolean
  module_id: string
  percent: number
  score_earned: number
  score_possible: number
}
interface Row {
  user_id: number
  username: string
  percent: number
  section_breakdown: Cell[]
}
interface Detail {
  success: boolean
  original_grade: Record<string, number>
  override: Record<string, number | null> | null
  history: Array<Record<string, unknown> & { history_id: number; history_date: string; history_type: string }>
}

const BULK = `${GRADEBOOK}bulk-update`
const LIMITED = { as: 'limited-staff' } as const

let server: TestServer
let everybody: readonly Row[]
let someone: Row
let cell: Cell

beforeAll(async () => {
  server = await testServer()
  const page = (await server.json(`${GRADEBOOK}?page_size=1000`)) as { results: Row[] }
  everybody = page.results
})
afterAll(() => server.close())

/** A learner without overrides in a subsection that was attempted, and not touched by any test before. */
let position = 70
beforeEach(async () => {
  for (; ; position += 1) {
    const row = everybody[position]
    const found = row?.section_breakdown.find(({ attempted, percent }) => attempted && percent < 0.9)
    if (!row || !found) continue
    if ((await detailOf(row, found)).override) continue
    someone = row
    cell = found
    position += 1
    return
  }
})

async function detailOf(row: Row, { module_id: id }: Cell, more = ''): Promise<Detail> {
  return (await server.json(`/api/grades/v1/subsection/${id}/?user_id=${row.user_id}${more}`)) as Detail
}

async function rowOf({ username }: Row): Promise<Row> {
  return (await server.json(`${GRADEBOOK}?username=${username}`)) as Row
}

const item = (grade: object, more: object = {}) => ({
  user_id: someone.user_id,
  usage_id: cell.module_id,
  grade,
  ...more,
})
const save = (status: number, ...body: unknown[]) => server.json(BULK, status, { ...LIMITED, body })

describe('saving', () => {
  test('answers 202 in the order asked, and everything shows at once', async () => {
    const outcome = { user_id: someone.user_id, usage_id: cell.module_id, success: true, reason: null }
    const grade = { earned_graded_override: 0, comment: 'Missed the oral exam' }
    expect(await save(202, item(grade))).toEqual([outcome])
    const after = await rowOf(someone)
    const saved = after.section_breakdown.find(({ module_id: id }) => id === cell.module_id)
    expect(saved).toMatchObject({
      attempted: true,
      percent: 0,
      score_earned: 0,
      score_possible: cell.score_possible,
    })
    expect(after.percent).toBeLessThanOrEqual(someone.percent)
    const [total] = (await server.json(
      `/api/grades/v1/courses/course-v1:MITx+18.05+2026_Autumn/?username=${someone.username}`,
      200,
      { as: 'global-staff' },
    )) as [{ percent: number }]
    expect(total.percent).toBe(after.percent)
  })

  test('fills a field left out from the original grade, not from the override before; keeps null', async () => {
    const { original_grade: original } = await detailOf(someone, cell)
    await save(202, item({ earned_graded_override: 1, possible_graded_override: 99, earned_all_override: 7 }))
    await save(202, item({ earned_graded_override: null }))
    const { override } = await detailOf(someone, cell)
    expect(override).toEqual({
      earned_all_override: original['earned_all'],
      possible_all_override: original['possible_all'],
      earned_graded_override: null,
      possible_graded_override: original['possible_graded'],
    })
  })

  test('stores what makes no sense as it came', async () => {
    await save(202, item({ earned_graded_override: -3, possible_graded_override: 0 }))
    expect((await detailOf(someone, cell)).override).toMatchObject({
      earned_graded_override: -3,
      possible_graded_override: 0,
    })
  })

  test('stores the largest of numbers, and the gradebook can still be read', async () => {
    await save(202, item({ earned_graded_override: 1e308, possible_graded_override: 1 }))
    const { section_breakdown: cells } = await rowOf(someone)
    const saved = cells.find(({ module_id: id }) => id === cell.module_id)
    expect(saved).toMatchObject({ score_earned: 1e308, percent: 1e308 })
    expect(await server.json(`${GRADEBOOK}?page_size=1000`)).toHaveProperty('results')
  })

  test('leaves out of the gradebook whose percentage no number holds, until it is saved anew', async () => {
    const shown = async () => {
      const { results } = (await server.json(`${GRADEBOOK}?page_size=1000`)) as { results: Row[] }
      return results.some(({ user_id: id }) => id === someone.user_id)
    }
    await save(202, item({ earned_graded_override: -1e308, possible_graded_override: 1e-4 }))
    expect(await shown()).toBe(false)
    await save(202, item({ earned_graded_override: 1 }))
    expect(await shown()).toBe(true)
  })

  test('takes nothing for an empty list and an empty body', async () => {
    expect(await save(202)).toEqual([])
    expect(await server.json(BULK, 202, { ...LIMITED, method: 'POST' })).toEqual([])
  })

  test('keeps what was good of a batch that was refused in part, and echoes ids as they came', async () => {
    const strange = `block-v1:MITx+18.05+2026_Autumn+type@sequential+block@nowhere`
    const answer = await save(
      422,
      item({ earned_graded_override: 2 }),
      item({}, { user_id: '987654321' }),
      item({}, { user_id: 14 }),
      item({}, { usage_id: 'nonsense' }),
      item({}, { usage_id: strange }),
    )
    expect(answer).toEqual([
      { user_id: someone.user_id, usage_id: cell.module_id, success: true, reason: null },
      {
        user_id: '987654321',
        usage_id: cell.module_id,
        success: false,
        reason: 'User matching query does not exist.',
      },
      {
        user_id: 14,
        usage_id: cell.module_id,
        success: false,
        reason: 'CourseEnrollment matching query does not exist.',
      },
      {
        user_id: someone.user_id,
        usage_id: 'nonsense',
        success: false,
        reason: "<class 'opaque_keys.edx.locator.BlockUsageLocator'>: nonsense",
      },
      {
        user_id: someone.user_id,
        usage_id: strange,
        success: false,
        reason: `usage_key ${strange} does not exist in this course.`,
      },
    ])
    expect((await detailOf(someone, cell)).override).toMatchObject({ earned_graded_override: 2 })
  })

  test.each<[string, () => object]>([
    ['no user', () => item({}, { user_id: undefined })],
    ['no usage key', () => item({}, { usage_id: undefined })],
    ['no grade', () => item({}, { grade: undefined })],
    ['text for a user', () => item({}, { user_id: 'bob' })],
    ['text for a score', () => item({ earned_graded_override: 'many' })],
    ['a reason that is too long', () => item({ comment: 'x'.repeat(301) })],
  ])('crashes over %s, after what came before was stored', async (_words, bad) => {
    const response = await server.ask(BULK, {
      ...LIMITED,
      body: [item({ earned_graded_override: 1.5 }), bad()],
    })
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect((await detailOf(someone, cell)).override).toMatchObject({ earned_graded_override: 1.5 })
  })

  test('crashes over an object and over a form', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await server.ask(BULK, { ...LIMITED, body: {} })).status).toBe(500)
    expect((await server.ask(BULK, { ...LIMITED, body: 'a=1', headers: form })).status).toBe(500)
  })
})

describe('the history', () => {
  test('has every key, the oldest first, and the newest N of it', async () => {
    expect(await detailOf(someone, cell)).toMatchObject({ success: true, override: null, history: [] })
    await save(202, item({ earned_graded_override: 1, comment: 'First' }))
    await save(202, item({ earned_graded_override: 2 }))
    await save(202, item({ earned_graded_override: 3, comment: 'Third' }))
    const { history } = await detailOf(someone, cell)
    expect(history.map((entry) => [entry.history_type, entry['override_reason']])).toEqual([
      ['+', 'First'],
      ['~', null],
      ['~', 'Third'],
    ])
    expect(history.map(({ history_date: date }) => date)).toEqual(
      history.map(({ history_date: date }) => date).sort(),
    )
    expect(new Set(history.map((entry) => entry['created'])).size).toBe(1)
    expect(history[0]).toMatchObject({
      history_user: 'jonas.eriksen',
      history_user_id: 12,
      system: 'GRADEBOOK',
    })
    expect(Object.keys(history[0] ?? {})).toHaveLength(14)
    const newest = await detailOf(someone, cell, '&history_record_limit=2')
    expect(newest.history).toEqual(history.slice(1))
    expect((await detailOf(someone, cell, '&history_record_limit=0')).history).toEqual([])
    expect((await detailOf(someone, cell, '&history_record_limit=some')).history).toEqual([])
  })
})

describe('a subsection that a learner cannot see', () => {
  test('is no error: success is false, and says why', async () => {
    const info = (await server.json(`${GRADEBOOK}grading-info?graded_only=true`)) as {
      subsections: Array<{ module_id: string }>
    }
    const details = await Promise.all(
      info.subsections.flatMap(({ module_id: id }) =>
        everybody.slice(5, 11).map((row) => detailOf(row, { ...cell, module_id: id })),
      ),
    )
    const hidden = details.filter(({ success }) => !success)
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden[0]).toMatchObject({
      error_message: 'Cannot override subsection grade: subsection is not available for target learner.',
      original_grade: { earned_all: 0, possible_all: 0, earned_graded: 0, possible_graded: 0 },
    })
    expect(details.filter(({ success }) => success).every((detail) => !('error_message' in detail))).toBe(
      true,
    )
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
