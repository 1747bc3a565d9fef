import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readCsv, writeCsv } from '#mocks/lms/csv.ts'
import { externalIdOf } from '#mocks/lms/lti/external-ids.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { type MockLms, mockLms } from '#mocks/node.ts'

const ORIGIN = 'http://lms.example'
const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const GRADEBOOK = `/api/grades/v1/gradebook/${COURSE}/`
const TABLE = `/api/bulk_grades/course/${COURSE}/`
const SCORES = '/api/lti_consumer/v1/lti/1/lti-ags/1/scores'
const SIZE = { learners: 3, subsections: 6, scenario: 'default', user: 'nobody' } as const

interface Cell {
  module_id: string
  attempted: boolean
  score_earned: number
  score_possible: number
  percent: number
}
interface Row {
  user_id: number
  username: string
  percent: number
  section_breakdown: Cell[]
}
interface Detail {
  success: boolean
  original_grade: { earned_graded: number; possible_graded: number }
  override: { earned_graded_override: number | null; possible_graded_override: number | null } | null
  history: unknown[]
}
interface Progress {
  course_grade: { percent: number }
  section_scores: Array<{
    subsections: Array<{ block_key: string; percent_graded: number; num_points_earned: number }>
  }>
}

let lms: MockLms
afterAll(() => lms.close())

async function ask(path: string, init: RequestInit = {}, token = 'mock-global-staff'): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('Authorization', `Bearer ${token}`)
  return fetch(ORIGIN + path, { ...init, headers })
}
async function read<Body>(path: string): Promise<Body> {
  const response = await ask(path)
  expect(response.status).toBe(200)
  return (await response.json()) as Body
}
const rows = async () => (await read<{ results: Row[] }>(`${GRADEBOOK}?page_size=1000`)).results

const points = fc.integer({ min: 0, max: 48 }).map((quarters) => quarters / 4)
const place = { who: fc.nat(), where: fc.nat() }
const change = fc.oneof(
  fc.record({ kind: fc.constant('override' as const), ...place, earned: fc.option(points) }),
  fc.record({
    kind: fc.constant('tool' as const),
    who: fc.nat(),
    minute: fc.integer({ min: 0, max: 59 }),
    score: fc.option(points),
    final: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    cells: fc.array(
      fc.record({ ...place, text: fc.oneof(points.map(String), fc.constantFrom('', '-1', 'x')) }),
      {
        maxLength: 4,
      },
    ),
  }),
)
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

/** Does one change as a client would. Some are refused, wholly or in part: that must leave no trace either. */
async function make(one: Change, everybody: readonly Row[]): Promise<void> {
  const learner = (who: number) => everybody[who % everybody.length]?.user_id ?? 0
  const cells = everybody[0]?.section_breakdown ?? []
  const key = (where: number) => cells[where % cells.length]?.module_id ?? ''
  if (one.kind === 'override') {
    const grade = { earned_graded_override: one.earned }
    const body = JSON.stringify([{ user_id: learner(one.who), usage_id: key(one.where), grade }])
    const headers = { 'Content-Type': 'application/json' }
    const response = await ask(`${GRADEBOOK}bulk-update`, { method: 'POST', headers, body })
    expect(response.status).toBe(202)
  } else if (one.kind === 'tool') {
    const body = JSON.stringify({
      timestamp: `2026-11-20T10:${String(one.minute).padStart(2, '0')}:00Z`,
      scoreGiven: one.score,
      scoreMaximum: 10,
      activityProgress: 'Completed',
      gradingProgress: one.final ? 'FullyGraded' : 'Pending',
      userId: externalIdOf(lms.world.school, learner(one.who)),
    })
    const headers = { 'Content-Type': 'application/vnd.ims.lis.v1.score+json' }
    // 400 where the tool was later than that already.
    const response = await ask(SCORES, { method: 'POST', headers, body }, 'mock-tool')
    expect([201, 400]).toContain(response.status)
  } else {
    const form = new FormData()
    const names = cells.map(({ module_id: id }) => `new_override-${(id.split('@').at(-1) ?? '').slice(0, 8)}`)
    const lines = one.cells.map(({ who, where, text }) => [
      learner(who),
      COURSE,
      ...names.map((_, index) => (index === where % names.length ? text : '')),
    ])
    form.set('csv', new File([writeCsv([['user_id', 'course_id', ...names], ...lines])], 'grades.csv'))
    expect((await ask(TABLE, { method: 'POST', body: form })).status).toBe(200)
  }
}

/** What the subsection endpoint says of a cell, as the gradebook would write it. */
async function cellOf(userId: number, { module_id: id, attempted }: Cell): Promise<Partial<Cell>> {
  const { original_grade: original, override } = await read<Detail>(
    `/api/grades/v1/subsection/${id}/?user_id=${userId}`,
  )
  if (!attempted) return { score_earned: 0, score_possible: 0 }
  return {
    score_earned: override?.earned_graded_override ?? original.earned_graded,
    score_possible: override?.possible_graded_override ?? original.possible_graded,
  }
}

async function expectAgreement(everybody: readonly Row[]): Promise<void> {
  const [header = [], ...table] = readCsv(await (await ask(TABLE)).text())
  const totals = await read<{ results: Array<{ username: string; percent: number }> }>(
    `/api/grades/v1/courses/${COURSE}/?page_size=1000`,
  )
  expect(totals.results.map(({ username, percent }) => [username, percent])).toEqual(
    everybody.map(({ username, percent }) => [username, percent]),
  )
  for (const [index, row] of everybody.entries()) {
    const progress = await read<Progress>(`/api/course_home/progress/${COURSE}/${row.user_id}/`)
    expect(progress.course_grade.percent).toBe(row.percent)
    const shown = new Map(
      progress.section_scores.flatMap(({ subsections }) => subsections).map((one) => [one.block_key, one]),
    )
    for (const cell of row.section_breakdown) {
      const { attempted, score_earned, score_possible } = cell
      expect(await cellOf(row.user_id, cell)).toEqual({ score_earned, score_possible })
      const block = cell.module_id.split('@').at(-1) ?? ''
      const inTable = table[index]?.[header.indexOf(`grade-${block.slice(0, 8)}`)]
      const onPage = shown.get(cell.module_id)
      if (attempted) {
        expect(Number(inTable)).toBe(score_earned)
        // What a learner cannot see is not on the page, whatever stands in the gradebook.
        expect(onPage?.percent_graded ?? cell.percent).toBe(cell.percent)
        expect(onPage?.num_points_earned ?? score_earned).toBe(score_earned)
      }
    }
  }
}

test('overrides, scores of a tool and tables of grades agree everywhere, and survive a reload', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      lms = mockLms(SIZE)
      const before = await rows()
      for (const one of changes) await make(one, before)
      const after = await rows()
      await expectAgreement(after)

      const { school } = lms.world
      const journal = JSON.parse(JSON.stringify(school.journal)) as Write[]
      lms = mockLms(SIZE, {
        journal,
        report: (problem) => {
          throw problem
        },
      })
      expect(await rows()).toEqual(after)
      const again = lms.world.school
      expect([again.overrides, again.scores, again.tables, again.now]).toEqual([
        school.overrides,
        school.scores,
        school.tables,
        school.now,
      ])
    }),
    { numRuns: 15 },
  )
}, 60_000)
