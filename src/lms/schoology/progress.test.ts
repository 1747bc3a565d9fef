import { beforeEach, describe, expect, test } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import type { WorldOptions } from '#mocks/world.ts'
import { parseConfig } from '#src/config.ts'
import type { Progress } from '#src/domain/progress.ts'
import { connect } from '#src/lms/connect.ts'
import { fakeServer, html, json } from '#src/lms/fake-server.ts'
import type { Lms } from '#src/lms/lms.ts'
import { schoology } from './adapter.ts'
import userSample from './samples/user.json' with { type: 'json' }
import gradesSample from './samples/userGrades.json' with { type: 'json' }
import liveSample from './samples/userGrades.live.json' with { type: 'json' }

let lms: Lms
let mock: MockLms
let courseId: string

async function open(options: Partial<WorldOptions> = {}) {
  mock = mockLms({ scenario: 'schoology', ...options })
  const config = parseConfig({ backend: 'schoology', baseUrl: 'https://school.example.com' })
  lms = await connect(config, { sleep: async () => {} })
  courseId = (await lms.courses({}))[0]?.id ?? ''
}
beforeEach(() => open())

const own = () => lms.progress!({ courseId, learnerId: null })
const works = ({ sections }: Progress) => (sections ?? []).flatMap(({ subsections }) => subsections)
const work = (progress: Progress, name: string) => works(progress).find((one) => one.name === name)

async function learners() {
  const all = []
  for await (const chunk of lms.gradebook!({ courseId })) all.push(...(chunk.rows ?? []))
  return all
}

describe('a learner’s own standing', () => {
  test('has all work by period, exams apart, under its names', async () => {
    await open({ user: 'learner' })
    const progress = await own()
    expect(progress).toMatchObject({ username: '1001', name: 'Amara Okafor', passes: null })
    expect(progress.sections?.map(({ name }) => name)).toEqual([
      'Quarter 1',
      'Quarter 2',
      'Other',
      'Midterm',
      'Final exam',
    ])
    expect(work(progress, 'Homework 1')).toMatchObject({
      type: 'Homework',
      graded: true,
      due: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      score: { possible: expect.any(Number) },
      comment: { text: 'Clear and well argued.', isShown: true },
    })
    expect(work(progress, 'Homework 2')).toMatchObject({ comment: null })
    expect(work(progress, 'Homework 5')?.due).toBeNull()
    const left = works(progress).filter(({ leftOut }) => leftOut)
    expect(left.map(({ name }) => name)).toEqual(['Homework 6', 'Homework 8'])
    expect(work(progress, 'Quiz 2')).toMatchObject({
      score: null,
      exception: 'excused',
      comment: { text: 'At the away match.' },
    })
  })

  test('has the grades of periods and exams with what they count, rounded; nothing of passing', async () => {
    await open({ user: 'learner' })
    const progress = await own()
    expect(progress.periods?.map(({ name, weight, isWhole }) => [name, weight, isWhole])).toEqual([
      ['Quarter 1', 0.4, false],
      ['Quarter 2', 0.4, false],
      ['Other', null, false],
      ['Midterm', 0.1, false],
      ['Final exam', 0.1, false],
      ['', null, true],
    ])
    // An exam’s is in points on the wire.
    const midterm = progress.periods?.find(({ name }) => name === 'Midterm')
    expect(midterm?.percent).toBe(work(progress, 'Midterm')?.score?.percent)
    expect(midterm?.percent).toBeGreaterThan(0.2)
    for (const { percent } of progress.periods ?? []) {
      if (percent !== null) expect(String(percent)).toMatch(/^[01](\.\d{1,4})?$/)
    }
    expect(progress.periods?.[0]?.comment).toEqual({ text: 'A good start into the year.', isShown: true })
    const whole = progress.periods?.at(-1)
    expect(whole).toMatchObject({ comment: null })
    expect(progress.grade).toEqual({ percent: whole?.percent, letter: null, passed: null })
    const { username } = await lms.viewer({})
    expect(await lms.courseTotal!({ courseId, username })).toEqual({
      courseId,
      courseName: null,
      username,
      percent: whole?.percent,
    })
  })

  test('is given where one section has to be named', async () => {
    await open({ user: 'learner', scenario: 'schoology-strict' })
    expect(works(await own()).length).toBeGreaterThan(10)
    const { username } = await lms.viewer({})
    expect((await lms.courseTotal!({ courseId, username })).percent).toEqual(expect.any(Number))
  })

  test('is nothing for who teaches', async () => {
    await expect(own()).rejects.toMatchObject({ kind: 'not-found', details: { reason: 'no-learner' } })
    const { username } = await lms.viewer({})
    await expect(lms.courseTotal!({ courseId, username })).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('a learner’s standing, for who teaches', () => {
  test('goes by the enrolment, with what the learner does not read', async () => {
    const [row] = await learners()
    const progress = await lms.progress!({ courseId, learnerId: row!.learner.id })
    expect(progress).toMatchObject({ username: row?.learner.username, name: row?.learner.name })
    expect(progress.grade.percent).toBe(row?.total)
    expect(work(progress, 'Homework 2')?.comment).toEqual({
      text: 'Compare with the essay of last year.',
      isShown: false,
    })
    expect(progress.periods?.at(-1)?.comment).toMatchObject({ isShown: false })
  })

  test('agrees with the sheet, cell by cell', async () => {
    const [, second] = await learners()
    const progress = await lms.progress!({ courseId, learnerId: second!.learner.id })
    const cells = new Map(second!.grades.map((cell) => [cell.subsectionId, cell]))
    for (const { id, score, exception } of works(progress)) {
      const cell = cells.get(id)
      expect([id, score?.earned ?? 0, exception]).toEqual([id, cell?.earned, cell?.exception])
    }
  })

  test('has no total where nothing weighs anything', async () => {
    courseId = (await lms.courses({}))[1]?.id ?? ''
    const [row] = await learners()
    const progress = await lms.progress!({ courseId, learnerId: row!.learner.id })
    expect(progress.grade.percent).toBeNaN()
  })

  test('is given of those who left, too; of nobody unknown, and not to another learner', async () => {
    const { username } = (await lms.learnerGrades({ courseId, username: '1021' })).rows![0]!.learner
    const { id } = (await lms.learnerGrades({ courseId, username: '1021' })).rows![0]!.learner
    expect(await lms.progress!({ courseId, learnerId: id })).toMatchObject({ username })
    await expect(lms.progress!({ courseId, learnerId: '1' })).rejects.toMatchObject({ kind: 'not-found' })
    mock.change({ user: 'learner' })
    await expect(lms.progress!({ courseId, learnerId: id })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('answers as they come', () => {
  const SECTION = '4318461'
  function served(grades: readonly Response[], assignments: Response = json({ assignment: [] })) {
    const routes = {
      '/schoology/v1/users/me': [json(userSample)],
      '/schoology/v1/users/me/grades': grades,
      [`/schoology/v1/sections/${SECTION}/assignments`]: [assignments],
    }
    const { session, log } = fakeServer({ routes })
    return { read: () => schoology(session).progress!({ courseId: SECTION, learnerId: null }), log }
  }

  test('work goes by its id where the list of assignments is refused', async () => {
    const { read, log } = served([json(gradesSample)], json({ message: 'No.' }, 403))
    const [one] = works(await read())
    expect(one).toMatchObject({ id: '5699937', name: '5699937', type: 'xtra points', due: null })
    expect(one?.score).toEqual({ earned: 80, possible: 100, percent: 0.8, problems: [] })
    expect(log.filter((line) => line.includes('/grades'))).toEqual([
      expect.stringContaining(`section_id=${SECTION}`),
    ])
  })

  test('a list of assignments that fails otherwise fails the page: its names are not known to be missing', async () => {
    await expect(served([json(gradesSample)], html(500)).read()).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })

  test('goes on to the next page; numbers in texts, unrounded ones, and an exam whose maximum nobody tells', async () => {
    const others = { section: [{ section_id: 1, period: [] }], links: liveSample.links }
    const { read, log } = served([json(others), json({ section: liveSample.section })])
    const { periods, grade } = await read()
    expect(log.filter((line) => line.includes('start=20'))).toHaveLength(1)
    expect(periods?.map(({ percent, weight, comment }) => [percent, weight, comment])).toEqual([
      [0.9133, 0.5, null],
      [null, 0.5, null],
      [0.8317, null, null],
    ])
    expect(grade.percent).toBe(0.8317)
  })
})
