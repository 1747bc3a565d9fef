import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { setScore } from '#mocks/lms/scores.ts'
import { type MockLms, mockLms } from '#mocks/node.ts'

const ORIGIN = 'http://lms.example'
const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const HERE = `course_id=${encodeURIComponent(COURSE)}`
const PROGRAM = '3f6b2c1e-8a4d-4e57-9b0c-5d2f71a9e8c4'
const LEARNERS = 8

let lms: MockLms
afterAll(() => lms.close())

async function send<Body>(path: string, status = 200, body?: unknown): Promise<Body> {
  const response = await fetch(ORIGIN + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: 'Bearer mock-global-staff', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(status)
  return (await response.json()) as Body
}

interface V1 {
  username: string
  percent: number
  passed: boolean
  letter_grade: string | null
}
interface Row {
  user_id: number
  username: string
  percent: number
  external_user_key?: string
}

/** Percent, letter and whether passed, of each learner by username, as far as a family tells them. */
type Told = Map<string, readonly [percent: string, letter: string | null, passed: boolean]>

const totals = (rows: readonly V1[]): Told =>
  new Map(rows.map((row) => [row.username, [row.percent.toFixed(2), row.letter_grade, row.passed]]))

async function v1List(): Promise<Told> {
  const { results } = await send<{ results: V1[] }>(`/api/grades/v1/courses/${COURSE}/?page_size=1000`)
  return totals(results)
}

async function one(of: (username: string) => string, names: readonly string[]): Promise<Told> {
  return totals((await Promise.all(names.map((name) => send<V1[]>(of(name))))).flat())
}

async function so2(): Promise<Told> {
  interface Grade {
    username: string
    percent_grade: string
    letter_grade: string
    passed_timestamp: string | null
  }
  const grades = await send<Grade[]>(`/api/so2/v1/grades?${HERE}`)
  return new Map(
    grades.map((grade) => [
      grade.username,
      [grade.percent_grade, grade.letter_grade || null, grade.passed_timestamp !== null],
    ]),
  )
}

async function program(names: ReadonlyMap<string | undefined, string>): Promise<Told> {
  const { results } = await send<{ results: Array<V1 & { student_key: string }> }>(
    `/api/program_enrollments/v1/programs/${PROGRAM}/courses/${COURSE}/grades/`,
  )
  return totals(results.map((item) => ({ ...item, username: names.get(item.student_key) ?? '' })))
}

/** Whom every family knows: active, with a student key. */
async function rows(): Promise<Row[]> {
  const { results } = await send<{ results: Row[] }>(`/api/grades/v1/gradebook/${COURSE}/?page_size=1000`)
  return results
}

async function expectAgreement(everybody: readonly Row[], list: Told): Promise<void> {
  const names = everybody.map(({ username }) => username)
  expect(await one((name) => `/api/grades/v1/courses/${COURSE}/?username=${name}`, names)).toEqual(list)
  expect(await one((name) => `/api/grades/v0/course_grade/${COURSE}/users/?username=${name}`, names)).toEqual(
    list,
  )
  expect(await so2()).toEqual(list)
  const keyed = everybody.filter((row) => row.external_user_key !== undefined)
  const byKey = new Map(keyed.map((row) => [row.external_user_key, row.username]))
  expect(await program(byKey)).toEqual(
    new Map([...list].filter(([name]) => [...byKey.values()].includes(name))),
  )
  const { results } = await send<{
    results: Array<{ username: string; current_grade: number; passed: boolean }>
  }>(`/api/grades/v1/section_grades_breakdown/?${HERE}&page_size=1000`)
  expect(results.map((row) => [row.username, row.current_grade, row.passed])).toEqual(
    everybody.map(({ username, percent }) => [username, Math.trunc(percent * 100), list.get(username)?.[2]]),
  )
}

// Hundredths: a number that is next to nothing would make a fraction that JSON cannot write.
const points = fc.option(fc.integer({ min: -500, max: 12_000 }).map((hundredths) => hundredths / 100))
const change = fc.oneof(
  fc.record({
    kind: fc.constant('override' as const),
    who: fc.nat(),
    where: fc.nat(),
    grade: fc.record(
      { earned_graded_override: points, possible_graded_override: points, earned_all_override: points },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('score' as const),
    who: fc.nat(),
    where: fc.nat(),
    earned: fc.option(fc.integer({ min: 0, max: 20 })),
  }),
)

test('all families tell the same percent, letter and passing after any overrides and scores', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      // Everybody on the master's track: the program has them all.
      lms = mockLms({ scenario: 'masters', user: 'nobody', learners: LEARNERS })
      const { school } = lms.world
      const [course] = school.world.courses
      if (!course) throw new Error('No course')
      const everybody = await rows()
      const places = gradedSubsections(course)
      for (const one of changes) {
        const user = everybody[one.who % everybody.length]?.user_id ?? 0
        const { key = '', problems = [] } = places[one.where % places.length]?.subsection ?? {}
        if (one.kind === 'override') {
          const item = { user_id: user, usage_id: key, grade: one.grade }
          await send(`/api/grades/v1/gradebook/${COURSE}/bulk-update`, 202, [item])
        } else {
          setScore(school, course, user, problems[0]?.key ?? '', one.earned)
        }
      }
      const after = await rows()
      const list = await v1List()
      expect([...list].map(([name, [percent]]) => [name, percent])).toEqual(
        after.map(({ username, percent }) => [username, percent.toFixed(2)]),
      )
      await expectAgreement(after, list)
    }),
    { numRuns: 12 },
  )
}, 60_000)
