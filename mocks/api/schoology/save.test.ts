import { beforeEach, describe, expect, test } from 'vitest'
import { openSchool } from '#mocks/scenarios/scenarios.ts'
import { type GradeRow, type Row, type SchoologyClient, schoologyClient } from './test-client.ts'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'

interface Outcome extends Row {
  readonly response_code: number
}

let client: SchoologyClient
/** Enrolment ids of three learners whom no scenario touches in Homework 4. */
let [ann, ben, cat] = [0, 0, 0]
beforeEach(() => {
  client = schoologyClient()
  ;[ann, ben, cat] = [client.learner(9), client.learner(10), client.learner(11)]
})

const path = () => `/sections/${client.section}/grades`

async function put(...grade: Row[]): Promise<Outcome[]> {
  const body = { grades: { grade } }
  const answer = await client.json<{ grades: { grade: Outcome[] } }>(path(), 200, { body })
  return answer.grades.grade
}

async function row(enrolment: number, title: string): Promise<GradeRow> {
  const assignment = await client.assignment(title)
  const { grades } = await client.grades(`?enrollment_id=${enrolment}&assignment_id=${assignment}`)
  const [found] = grades.grade
  if (!found) throw new Error('No such grade')
  return found
}

async function final(enrolment: number): Promise<number | null> {
  const { final_grade: finals } = await client.grades(`?enrollment_id=${enrolment}&limit=1`)
  return finals[0]?.period.at(-1)?.['grade'] as number | null
}

async function item(enrolment: number, title: string, more: Row): Promise<Row> {
  const assignment = await client.assignment(title)
  return { type: 'assignment', assignment_id: assignment, enrollment_id: String(enrolment), ...more }
}

const codes = (outcomes: readonly Outcome[]) => outcomes.map(({ response_code: code }) => code)

/** The same learner in the gradebook of Open edX. */
async function openedx(enrolment: number) {
  const uid = 1001 + enrolment - client.learner(0)
  const url = `http://lms.test/api/grades/v1/gradebook/${COURSE}/?page_size=100`
  const page = (await (await fetch(url)).json()) as {
    results: Array<{
      user_id: number
      percent: number
      section_breakdown: Array<{
        subsection_name: string
        module_id: string
        score_earned: number
        percent: number
      }>
    }>
  }
  const found = page.results.find(({ user_id: id }) => id === uid)
  if (!found) throw new Error('Not in the gradebook')
  return {
    ...found,
    cell: (name: string) => found.section_breakdown.find((one) => one.subsection_name === name),
  }
}

describe('a grade', () => {
  test('is saved, and shows here, in the gradebook of Open edX and in its history', async () => {
    const before = await row(ann, 'Homework 1')
    const [outcome] = await put(
      await item(ann, 'Homework 1', { grade: 3.5, comment: 'Read chapter 2 again.' }),
    )
    expect(outcome).toEqual({
      response_code: 200,
      enrollment_id: String(ann),
      assignment_id: before.assignment_id,
      location: before['location'],
    })
    expect(await row(ann, 'Homework 1')).toMatchObject({
      grade: 3.5,
      exception: 0,
      comment: 'Read chapter 2 again.',
      comment_status: 0,
    })
    expect((await row(ann, 'Homework 1')).timestamp).toBeGreaterThan(before.timestamp)
    const learner = await openedx(ann)
    const cell = learner.cell('Homework 1')
    expect(cell).toMatchObject({ score_earned: 3.5, percent: 0.35 })
    const detail = await fetch(
      `http://lms.test/api/grades/v1/subsection/${encodeURIComponent(cell?.module_id ?? '')}/?user_id=${learner.user_id}`,
    )
    const { history } = (await detail.json()) as { history: Row[] }
    expect(history.at(-1)).toMatchObject({
      system: null,
      history_user: 'nuria.haddad',
      earned_graded_override: 3.5,
    })
  })

  test('that was overridden in Open edX shows here, out of the assignment’s own maximum', async () => {
    const learner = await openedx(ben)
    const usage = learner.cell('Homework 1')?.module_id
    const { world } = client.lms
    const saveThere = (grade: Row) =>
      fetch(`http://lms.test/api/grades/v1/gradebook/${COURSE}/bulk-update`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-CSRFToken': world.csrfToken },
        body: JSON.stringify([{ user_id: learner.user_id, usage_id: usage, grade }]),
      })
    await saveThere({ earned_graded_override: 7 })
    expect(await row(ben, 'Homework 1')).toMatchObject({ grade: 7, max_points: 10 })
    await saveThere({ earned_graded_override: 30, possible_graded_override: 40 })
    expect(await row(ben, 'Homework 1')).toMatchObject({ grade: 7.5, max_points: 10 })
  })

  test('moves period and final grade', async () => {
    await put(await item(cat, 'Quiz 1', { grade: 0 }))
    const low = (await final(cat)) ?? Number.NaN
    await put(await item(cat, 'Quiz 1', { grade: 20 }))
    expect((await final(cat)) ?? Number.NaN).toBeGreaterThan(low + 1)
  })

  test('may be text, may exceed the maximum, and becomes a number by the scale', async () => {
    const half = await put(await item(ann, 'Homework 1', { grade: '12.5' }))
    expect(codes(half)).toEqual([200])
    expect((await row(ann, 'Homework 1')).grade).toBe(12.5)
    await put(
      await item(ann, 'Homework 2', { grade: 'B' }),
      await item(ann, 'Homework 3', { grade: 'meets the standard' }),
      await item(ann, 'Homework 4', { grade: 'Pass' }),
    )
    // An average, a point, and a cutoff where no average is given.
    expect((await row(ann, 'Homework 2')).grade).toBe(8.5)
    expect((await row(ann, 'Homework 3')).grade).toBe(3)
    expect((await row(ann, 'Homework 4')).grade).toBe(6)
  })

  test('that is there already is not overridden by a comment sent with it', async () => {
    const before = await row(ann, 'Homework 1')
    const { grade } = before
    expect(grade).not.toBeNull()
    const overrides = client.lms.world.school.counters.history
    await put(await item(ann, 'Homework 1', { grade, comment: 'Good', comment_status: 1 }))
    expect(client.lms.world.school.counters.history).toBe(overrides)
    expect(await row(ann, 'Homework 1')).toMatchObject({ grade, comment: 'Good', comment_status: 1 })
  })

  test('is taken away by null, and by the override of another API given back', async () => {
    await put(await item(ann, 'Homework 1', { grade: 2 }), await item(ann, 'Homework 1', { grade: null }))
    expect((await row(ann, 'Homework 1')).grade).toBeNull()
    // In Open edX the override is taken back: the learner's own answers count.
    const original = (await openedx(ann)).cell('Homework 1')?.score_earned
    expect(original).not.toBe(2)
    await put(await item(ann, 'Homework 1', { grade: 4 }))
    expect((await row(ann, 'Homework 1')).grade).toBe(4)
  })
})

describe('an exception', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 0],
    ['1', 1],
  ])('%j leaves no grade, and is read as %j', async (sent, read) => {
    await put(await item(ann, 'Homework 1', { grade: 9, exception: sent }))
    expect(await row(ann, 'Homework 1')).toMatchObject({ grade: null, exception: read })
  })

  test('ends with a grade; ended by 0 alone it leaves none', async () => {
    await put(
      await item(ann, 'Homework 1', { exception: 1 }),
      await item(ann, 'Homework 1', { exception: 0 }),
    )
    expect(await row(ann, 'Homework 1')).toMatchObject({ grade: null, exception: 0 })
    await put(await item(ann, 'Homework 1', { exception: 2 }), await item(ann, 'Homework 1', { grade: 5 }))
    expect(await row(ann, 'Homework 1')).toMatchObject({ grade: 5, exception: 0 })
  })

  test('excused leaves the work out, missing counts it 0', async () => {
    await put(await item(ann, 'Quiz 1', { grade: 0 }))
    const zero = await final(ann)
    await put(await item(ann, 'Quiz 1', { exception: 3 }))
    expect(await final(ann)).toBe(zero)
    await put(await item(ann, 'Quiz 1', { exception: 1 }))
    expect((await final(ann)) ?? 0).toBeGreaterThan(zero ?? 0)
  })

  test('is nothing that Open edX knows: the score there stays', async () => {
    const before = await openedx(ann)
    await put(await item(ann, 'Homework 1', { exception: 1 }))
    expect((await openedx(ann)).cell('Homework 1')).toEqual(before.cell('Homework 1'))
  })
})

describe('comments on final grades', () => {
  const period = (id: string, finals: readonly Row[]) => finals.find((one) => one['period_id'] === id)

  async function save(...comments: Row[]): Promise<Outcome[]> {
    const body = { final_comments: { final_comment: comments } }
    type Answer = { final_comments: { final_comment: Outcome[] } }
    return (await client.json<Answer>(path(), 200, { body })).final_comments.final_comment
  }

  test('are saved for a period, an exam and the course; hidden unless said otherwise', async () => {
    const { period: periods } = await client.grades('?limit=1')
    const quarter = String(periods[0]?.['period_id'])
    const exam = `a${await client.assignment('Midterm')}`
    const outcomes = await save(
      {
        enrollment_id: String(ann),
        period_id: quarter.slice(1),
        comment: 'Great improvement!',
        comment_status: '1',
      },
      { enrollment_id: ann, period_id: 'final', comment: 'Tremendous' },
      { enrollment_id: ann, period_id: exam, comment: 'Resit', comment_status: '1t' },
      { enrollment_id: ann, period_id: quarter, comment: 'Very great improvement!' },
    )
    expect(outcomes[0]).toEqual({
      response_code: 200,
      enrollment_id: String(ann),
      period_id: quarter.slice(1),
    })
    expect(codes(outcomes)).toEqual([200, 200, 200, 200])
    const [finals] = (await client.grades(`?enrollment_id=${ann}&limit=1`)).final_grade
    expect(period(quarter, finals?.period ?? [])).toMatchObject({
      comment: 'Very great improvement!',
      comment_status: 0,
    })
    expect(period('final', finals?.period ?? [])).toMatchObject({ comment: 'Tremendous', comment_status: 0 })
    expect(period(exam, finals?.period ?? [])).toMatchObject({ comment: 'Resit', comment_status: 1 })
  })

  test('are refused one by one', async () => {
    expect(
      codes(
        await save(
          { enrollment_id: ann, period_id: 'final' },
          { enrollment_id: ann, period_id: 'final', comment: { text: 'no' } },
          { enrollment_id: ann, period_id: '1', comment: 'No such period' },
          { enrollment_id: ann, comment: 'No period' },
          { enrollment_id: 1, period_id: 'final', comment: 'Nobody' },
          { enrollment_id: client.learner(20), period_id: 'final', comment: 'Left' },
          { enrollment_id: ann, period_id: 'final', comment: '' },
        ),
      ),
    ).toEqual([400, 400, 404, 404, 404, 403, 200])
  })
})

describe('what is refused', () => {
  test('has a code of its own, and does not keep the rest from being saved', async () => {
    const outcomes = await put(
      await item(1, 'Homework 1', { grade: 1 }),
      { enrollment_id: ann, assignment_id: 1, grade: 1 },
      await item(ann, 'Homework 1', { grade: 1, type: 'discussion' }),
      await item(ann, 'Homework 1', { grade: 'B' }),
      await item(ann, 'Homework 2', { grade: 'Z' }),
      await item(ann, 'Homework 1', { grade: -1 }),
      await item(ann, 'Homework 1', { grade: { points: 1 } }),
      await item(ann, 'Homework 1', { exception: 4 }),
      await item(ann, 'Homework 1', { comment: ['no'] }),
      await item(900_000_011, 'Homework 1', { grade: 1 }),
      await item(client.learner(20), 'Homework 1', { grade: 1 }),
      await item(client.learner(21), 'Homework 1', { grade: 1 }),
      await item(ben, 'Homework 1', { grade: 1 }),
    )
    expect(codes(outcomes)).toEqual([404, 404, 404, 400, 400, 400, 400, 400, 400, 403, 403, 403, 200])
    expect(outcomes[0]).toMatchObject({ enrollment_id: '1', message: 'Enrollment not found.' })
    expect(outcomes[0]).not.toHaveProperty('location')
    expect((await row(ben, 'Homework 1')).grade).toBe(1)
  })

  test('is work that is not open to the learner', async () => {
    expect(codes(await put(await item(ann, 'Quiz 6', { grade: 1 })))).toEqual([403])
  })

  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['grades that are none', { grades: 'all' }],
    ['an item that is none', { grades: { grade: [5] } }],
  ])('is the whole, for %s', async (_words, body) => {
    expect(await client.json(path(), 400, { body })).toEqual({ message: expect.any(String) as string })
  })

  test('is the whole, for a body that is broken, absent, or of another kind', async () => {
    const as = (type: string) => ({ headers: { 'Content-Type': type } })
    expect((await client.ask(path(), { method: 'PUT', ...as('application/json') })).status).toBe(400)
    expect((await client.ask(path(), { body: '{', ...as('application/json') })).status).toBe(400)
    expect((await client.ask(path(), { body: '<body><grades></body>' })).status).toBe(400)
    expect((await client.ask(path(), { body: 'grade,1', ...as('text/csv') })).status).toBe(415)
  })

  test('is every first and second of two, where the fault says so', async () => {
    client.lms.change({ faults: ['save-422'] })
    const one = await item(ann, 'Homework 1', { grade: 1 })
    expect(codes(await put(one, one, one))).toEqual([403, 200, 403])
  })

  test('takes a single item without a list around it', async () => {
    const grade = await item(ann, 'Homework 1', { grade: 6 })
    const body = { grades: { grade } }
    await client.json(path(), 200, { body })
    expect((await row(ann, 'Homework 1')).grade).toBe(6)
  })
})

test('what was saved survives a reload: grades, exceptions, comments', async () => {
  await put(
    await item(ann, 'Homework 1', { grade: 3, comment: 'Again', comment_status: 1 }),
    await item(ben, 'Homework 1', { exception: 1, comment: 'Ill' }),
    await item(cat, 'Homework 1', { exception: 3 }),
    await item(cat, 'Homework 2', { grade: null }),
  )
  const body = {
    final_comments: { final_comment: [{ enrollment_id: ann, period_id: 'final', comment: 'So far' }] },
  }
  await client.json(path(), 200, { body })
  const query = '?limit=200&start=100'
  const before = await client.grades(query)
  const { world } = client.lms
  const journal = JSON.parse(JSON.stringify(world.school.journal)) as typeof world.school.journal
  const { school: left } = world
  world.school = openSchool('schoology', {}, journal)
  expect(await client.grades(query)).toEqual(before)
  expect(world.school.tables).toEqual(left.tables)
  expect(world.school.now).toBe(left.now)
})
