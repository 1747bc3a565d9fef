import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { GRADEBOOK } from '#mocks/http/test-client.ts'

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
  user_id: number
  original_grade: Record<string, number>
  override: Record<string, number | null> | null
  history: Array<Record<string, unknown>>
}

const BULK = `${GRADEBOOK}bulk-update`
const BLOCK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const AMARA = 1001
const CLEARED = {
  earned_all_override: null,
  possible_all_override: null,
  earned_graded_override: null,
  possible_graded_override: null,
}

const server = serverForEach('instructor')

const item = (grade: object, more: object = {}) => ({ user_id: AMARA, usage_id: BLOCK, grade, ...more })
const save = (status: number, ...body: unknown[]) => server.json(BULK, status, { body })
const row = async (username: string) => (await server.json(`${GRADEBOOK}?username=${username}`)) as Row
const detail = async (user: number | string, query = '', block = BLOCK) =>
  (await server.json(`/api/grades/v1/subsection/${block}/?user_id=${user}${query}`)) as Detail

describe('an item', () => {
  test.each([0, null, '0'])('for user %j is for the caller, or for whom the query names', async (user) => {
    const nobody = item({ earned_graded_override: 3 }, { user_id: user })
    expect(await save(202, nobody)).toMatchObject([{ user_id: 11, success: true, reason: null }])
    expect((await detail(11)).override).toMatchObject({ earned_graded_override: 3 })
    const named = await server.json(`${BULK}?username=ada.lovelace`, 202, { body: [nobody] })
    expect(named).toMatchObject([{ user_id: AMARA + 1, success: true }])
    const unknown = await server.json(`${BULK}?username=nobody.at.all`, 422, { body: [nobody] })
    expect(unknown).toEqual([
      { user_id: user, usage_id: BLOCK, success: false, reason: 'User matching query does not exist.' },
    ])
  })

  test('takes numbers written as text; the outcome has the number', async () => {
    const text = item({ earned_graded_override: '4.5' }, { user_id: String(AMARA) })
    expect(await save(202, text)).toEqual([{ user_id: AMARA, usage_id: BLOCK, success: true, reason: null }])
    expect((await detail(AMARA)).override).toMatchObject({ earned_graded_override: 4.5 })
  })

  test('may have no fields, and unknown ones: the original is stored as override then', async () => {
    await save(202, item({ colour: 'red' }))
    const { original_grade: original, override } = await detail(AMARA)
    expect(override).toEqual(
      Object.fromEntries(Object.entries(original).map(([name, value]) => [`${name}_override`, value])),
    )
  })

  test('comes twice in one batch: both count, the later one last', async () => {
    await save(202, item({ earned_graded_override: 1 }), item({ earned_graded_override: 2 }))
    const { override, history } = await detail(AMARA)
    expect(override).toMatchObject({ earned_graded_override: 2 })
    expect(history).toHaveLength(2)
  })

  test('of nulls lets the original count again, with its history', async () => {
    const before = await row('amara.okafor')
    await save(202, item({ earned_graded_override: 0, comment: 'By mistake' }))
    await save(202, item(CLEARED))
    expect(await row('amara.okafor')).toEqual(before)
    const { override, history } = await detail(AMARA)
    expect(override).toEqual(CLEARED)
    expect(history.map((entry) => entry['history_type'])).toEqual(['+', '~'])
  })

  test('of nulls makes 0 of what was not attempted', async () => {
    const { results } = (await server.json(`${GRADEBOOK}?page_size=1000`)) as { results: Row[] }
    const found = results
      .slice(10)
      .flatMap(({ user_id: user, username, section_breakdown: cells }) =>
        cells.map((cell) => ({ user, username, cell })),
      )
      .find(({ cell }) => !cell.attempted)
    const usage = found?.cell.module_id
    await save(202, item(CLEARED, { user_id: found?.user, usage_id: usage }))
    const after = await row(found?.username ?? '')
    const cell = after.section_breakdown.find(({ module_id: id }) => id === usage)
    expect(cell).toMatchObject({ attempted: true, percent: 0, score_earned: 0 })
  })
})

describe('the history of a subsection', () => {
  test.each(['&history_record_limit=', '&history_record_limit=x', '&history_record_limit=0'])(
    'is empty for %s',
    async (limit) => {
      await save(202, item({ earned_graded_override: 1 }))
      const { override, history } = await detail(AMARA, limit)
      expect(override).not.toBeNull()
      expect(history).toEqual([])
    },
  )

  test('is all there for a limit beyond its length', async () => {
    await save(202, item({ earned_graded_override: 1 }))
    expect((await detail(AMARA, '&history_record_limit=99')).history).toHaveLength(1)
  })
})

test('a subsection of somebody who is not enrolled is told, without a grade', async () => {
  // The stranger: neither flag nor enrolment is checked.
  expect(await detail(14)).toMatchObject({ user_id: 14, override: null, history: [] })
  expect(await server.json(`/api/grades/v1/subsection/${BLOCK}/?user_id=`, 404)).toEqual({
    developer_message: 'Invalid UserID',
    error_code: 'invalid_user_id',
  })
})

test('a block that is in no course is refused to the team, and crashes for site staff', async () => {
  const nowhere = BLOCK.replace('18.05', 'Nothing')
  expect(await server.json(`/api/grades/v1/subsection/${nowhere}/?user_id=1`, 403)).toMatchObject({
    error_code: 'user_permissions',
  })
  const response = await server.ask(`/api/grades/v1/subsection/${nowhere}/?user_id=1`, { as: 'global-staff' })
  expect(response.status).toBe(500)
})
