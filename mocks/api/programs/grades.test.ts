import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK, testServer } from '#mocks/http/test-client.ts'

interface Item {
  student_key: string
  letter_grade?: string | null
  percent?: number
  passed?: boolean
  error?: string
}
interface Page {
  next: string | null
  previous: string | null
  results: Item[]
}

const PROGRAM = '/api/program_enrollments/v1/programs/3f6b2c1e-8a4d-4e57-9b0c-5d2f71a9e8c4'
const gradesOf = (key: string) => `${PROGRAM}/courses/${key}/grades/`
const PATH = gradesOf(COURSE)
const STAFF = { as: 'global-staff' } as const

const server = serverForEach('global-staff')

describe('the checks', () => {
  test('are: signed in, site staff', async () => {
    const path = '/api/program_enrollments/v1/programs/x/courses/a+b+c/grades/'
    expect(await server.json(path, 401, { as: 'nobody' })).toEqual({
      detail: 'Authentication credentials were not provided.',
    })
    for (const as of ['instructor', 'learner'] as const) {
      expect(await server.json(path, 403, { as })).toEqual({
        detail: 'You do not have permission to perform this action.',
      })
    }
  })

  test('then the program, the key, the course, and whether it is in the program', async () => {
    for (const uuid of ['x', '00000000-0000-4000-8000-000000000000']) {
      const path = `/api/program_enrollments/v1/programs/${uuid}/courses/a+b+c/grades/`
      expect(await server.json(path, 404)).toEqual({
        developer_message: 'no program exists with given key',
        error_code: 'program_does_not_exist',
      })
    }
    expect(await server.json(gradesOf('a+b+c'), 404)).toMatchObject({ error_code: 'invalid_course_key' })
    expect(await server.json(gradesOf('course-v1:MITx+Nothing+2026'), 404)).toMatchObject({
      error_code: 'course_does_not_exist',
    })
    expect(await server.json(gradesOf('course-v1:DelftX+TWD101+2026_Autumn'), 404)).toEqual({
      developer_message: "the program's curriculum does not contain the given course",
      error_code: 'course_not_in_program',
    })
  })
})

describe('the grades', () => {
  test('are of those who have a student key, in the order of enrolment, as the gradebook has them', async () => {
    const { next, previous, results } = (await server.json(PATH)) as Page
    expect([next, previous]).toEqual([null, null])
    const { results: rows } = (await server.json(`${GRADEBOOK}?page_size=1000`)) as {
      results: Array<{ external_user_key?: string; percent: number }>
    }
    const known = rows.filter((row) => row.external_user_key !== undefined)
    expect(known.length).toBeGreaterThan(10)
    expect(results.map(({ student_key: key, percent }) => [key, percent])).toEqual(
      known.map((row) => [row.external_user_key, row.percent]),
    )
    expect(results.every(({ passed, letter_grade: letter }) => passed === (letter !== null))).toBe(true)
    expect(new Set(results.map(({ passed }) => passed))).toEqual(new Set([true, false]))
  })

  test('come a hundred to a page, or as many as asked', async () => {
    const masters = await testServer({ scenario: 'masters' })
    const first = (await masters.json(PATH, 200, STAFF)) as Page
    expect(first.results).toHaveLength(100)
    const second = (await masters.json(PATH + new URL(first.next ?? '').search, 200, STAFF)) as Page
    expect(second.next).toBeNull()
    expect(new Set([...first.results, ...second.results].map(({ student_key: key }) => key)).size).toBe(
      100 + second.results.length,
    )
    const back = (await masters.json(PATH + new URL(second.previous ?? '').search, 200, STAFF)) as Page
    expect(back.results).toEqual(first.results)
    expect(((await masters.json(`${PATH}?page_size=7`, 200, STAFF)) as Page).results).toHaveLength(7)
    expect(masters.problems).toEqual([])
    await masters.close()
  })

  test('answer a broken cursor with 404, a size below one with a crash', async () => {
    expect(await server.json(`${PATH}?cursor=%21`, 404)).toEqual({ detail: 'Invalid cursor' })
    expect((await server.ask(`${PATH}?page_size=0`)).status).toBe(500)
  })
})

describe('the status', () => {
  const isError = (item: Item) => item.error !== undefined

  test('is 207 where some cannot be computed, which have an error instead', async () => {
    const site = await testServer({ scenario: 'so2-instance' })
    const { results } = (await site.json(gradesOf('course-v1:MITx+6.431x+2026_Summer'), 207, STAFF)) as Page
    expect(results.filter(isError).length).toBeGreaterThan(0)
    expect(results.filter((item) => !isError(item)).length).toBeGreaterThan(0)
    expect(results.find(isError)).toEqual({
      student_key: expect.stringMatching(/^S\d{8}$/),
      error: 'error loading grades',
    })
    expect(site.problems).toEqual([])
    await site.close()
  })

  test('is 422 where none can be computed', async () => {
    const broken = await testServer({ scenario: 'broken-policy' })
    const { results } = (await broken.json(PATH, 422, STAFF)) as Page
    expect(results.length).toBeGreaterThan(0)
    expect(results.every(isError)).toBe(true)
    await broken.close()
  })

  test('is 204 without a body where there is nobody: in an empty course, beyond the last page', async () => {
    const site = await testServer({ scenario: 'so2-instance' })
    const empty = await site.ask(gradesOf('course-v1:MITx+6.041x+2026_Summer'), STAFF)
    expect([empty.status, await empty.text()]).toEqual([204, ''])
    await site.close()
    const beyond = await server.ask(`${PATH}?cursor=${btoa('p=999999999')}`)
    expect([beyond.status, await beyond.text()]).toEqual([204, ''])
  })
})

test('only GET is known', async () => {
  const response = await server.ask(PATH, { method: 'PUT' })
  expect(response.status).toBe(405)
  expect(await response.json()).toEqual({ detail: 'Method "PUT" not allowed.' })
})
