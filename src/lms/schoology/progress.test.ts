import { beforeEach, describe, expect, test } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import type { WorldOptions } from '#mocks/world.ts'
import { parseConfig } from '#src/config.ts'
import type { Progress } from '#src/domain/progress.ts'
import { connect } from '#src/lms/connect.ts'
import type { Lms } from '#src/lms/lms.ts'

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
    expect(work(progress, 'Homework 8')).toMatchObject({ leftOut: true })
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
