import { beforeEach, describe, expect, test } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { parseConfig } from '#src/config.ts'
import { connect } from '#src/lms/connect.ts'
import { fakeServer, json } from '#src/lms/fake-server.ts'
import type { Lms, SheetChunk } from '#src/lms/lms.ts'
import { TokenHolder } from '#src/lms/token.ts'
import { so2 } from './adapter.ts'
import samples from './samples/grades.json' with { type: 'json' }

const courseId = COURSE_KEYS.statistics
let lms: Lms
let mock: MockLms

beforeEach(async () => {
  mock = mockLms({ user: 'nobody' })
  const config = parseConfig({ backend: 'so2', baseUrl: 'https://lms.example.com' })
  lms = await connect(config, { sleep: async () => {} })
})

async function rowsOf(course: string) {
  const chunks: SheetChunk[] = []
  for await (const chunk of lms.gradebook!({ courseId: course })) chunks.push(chunk)
  return chunks.flatMap(({ rows = [] }) => rows)
}

describe('the token', () => {
  test('is asked for before anything is sent', async () => {
    await expect(lms.courses({})).rejects.toMatchObject({ kind: 'unauthenticated' })
    expect(mock.requests).toEqual([])
  })

  test('is taken as it was pasted, blanks aside; one that no header can carry is none', async () => {
    lms.token?.take('  mock-global-staff\n')
    expect(await lms.courses({})).not.toHaveLength(0)
    lms.token?.take('schlüssel')
    await expect(lms.courses({})).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  test('is forgotten once it is refused, and tells so', async () => {
    let told = 0
    lms.token?.take('mock-something-else')
    lms.token?.changes.subscribe(() => (told += 1))
    await expect(lms.courses({})).rejects.toMatchObject({ kind: 'unauthenticated' })
    expect(lms.token?.give()).toBeNull()
    expect(told).toBe(1)
    expect(mock.requests).toHaveLength(1)
  })

  test('that came while an older one was being refused is kept, and asked with', async () => {
    lms.token?.take('mock-something-else')
    const courses = lms.courses({})
    lms.token?.take('mock-global-staff')
    expect(await courses).not.toHaveLength(0)
    expect(lms.token?.give()).toBe('mock-global-staff')
  })

  test('never stands in an address', async () => {
    lms.token?.take('mock-global-staff')
    await lms.courses({})
    expect(mock.requests.join()).not.toContain('mock-global-staff')
  })
})

describe('with a token of staff', () => {
  beforeEach(() => lms.token?.take('mock-global-staff'))

  test('a course is a list of totals, with what the server tells of each', async () => {
    const rows = await rowsOf(courseId)
    expect(rows.length).toBeGreaterThan(50)
    const amara = rows.find(({ learner }) => learner.username === 'amara.okafor')
    expect(amara).toMatchObject({
      learner: { id: 'amara.okafor', name: null, email: expect.stringContaining('@') },
      total: expect.any(Number),
      standing: { letter: expect.anything(), lastActivity: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      grades: [],
    })
    // An empty letter is none.
    expect(rows.some(({ standing }) => standing?.letter === null)).toBe(true)
    expect(rows.every(({ standing }) => standing?.letter !== '')).toBe(true)
    const alone = await lms.learnerGrades({ courseId, username: 'amara.okafor' })
    expect(alone.rows).toEqual([amara])
  })

  test('courses are those that somebody has a grade in', async () => {
    expect(await lms.courses({})).toContainEqual(
      expect.objectContaining({ id: courseId, name: 'Introduction to Statistics', role: null }),
    )
    expect(await lms.course({ courseId })).toMatchObject({ name: 'Introduction to Statistics', tracks: [] })
    await expect(lms.course({ courseId: 'course-v1:a+b+c' })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('totals across courses: of everybody, of a course, of people in the order asked', async () => {
    const ask = async (course: string | null, ...usernames: string[]) =>
      (await lms.courseTotals!({ courseId: course, usernames, page: null })).items
    expect((await ask(null)).length).toBeGreaterThan((await ask(courseId)).length)
    const two = await ask(courseId, 'nobody.at.all', 'amara.okafor')
    expect(two.map(({ username }) => username)).toEqual(['amara.okafor'])
    expect(two[0]?.passed).toBe(two[0]?.passedAt !== null)
  })

  test('standing is the total; nobody is not found', async () => {
    const progress = await lms.progress!({ courseId, learnerId: 'amara.okafor' })
    expect(progress).toMatchObject({ username: 'amara.okafor', sections: null, types: [], cutoffs: [] })
    const nobody = { courseId, learnerId: 'nobody.at.all' }
    await expect(lms.progress!(nobody)).rejects.toMatchObject({ details: { reason: 'no-learner' } })
  })
})

test('a learner’s token opens their own grades only', async () => {
  lms.token?.take('mock-learner')
  await expect(rowsOf(courseId)).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await lms.courseTotal!({ courseId, username: 'amara.okafor' })).toMatchObject({ courseId })
})

test('a total that is no number is not taken for 0', async () => {
  const { session } = fakeServer({ plays: [json([{ ...samples[0], percent_grade: 'None' }])] })
  const server = so2(session, new TokenHolder())
  const params = { courseId, username: 'johndoe' }
  expect(await server.courseTotal!(params)).toMatchObject({ percent: null, letter: 'Pass' })
  await expect(server.progress!({ courseId, learnerId: 'johndoe' })).rejects.toMatchObject({
    kind: 'contract',
    details: { field: '0.percent_grade' },
  })
})
