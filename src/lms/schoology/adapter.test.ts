import { beforeEach, describe, expect, test } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import { parseConfig } from '#src/config.ts'
import { connect } from '#src/lms/connect.ts'
import type { Lms, SheetChunk } from '#src/lms/lms.ts'

let lms: Lms
let mock: MockLms
let courseId: string

beforeEach(async () => {
  mock = mockLms({ scenario: 'schoology' })
  const config = parseConfig({ backend: 'schoology', baseUrl: 'https://school.example.com' })
  lms = await connect(config, { sleep: async () => {} })
  courseId = (await lms.courses({}))[0]?.id ?? ''
})

async function chunks(resume?: string): Promise<SheetChunk[]> {
  const all: SheetChunk[] = []
  for await (const chunk of lms.gradebook!({ courseId, ...(resume ? { resume } : {}) })) all.push(chunk)
  return all
}

const rows = async (resume?: string) => (await chunks(resume)).flatMap((chunk) => chunk.rows ?? [])

async function cellOf(learnerId: string, subsectionId: string) {
  const row = (await rows()).find(({ learner }) => learner.id === learnerId)
  return row?.grades.find((grade) => grade.subsectionId === subsectionId)
}

describe('a section as a course', () => {
  test('is named by the class', async () => {
    expect(await lms.course({ courseId })).toMatchObject({ name: 'World History', run: 'Section 9b' })
    expect((await lms.courses({}))[0]).toMatchObject({ role: 'instructor', enrolled: false })
    expect(await lms.viewer({})).toMatchObject({ username: '11', name: 'Nuria Haddad' })
  })

  test('is graded by categories, in periods, some of it by scales', async () => {
    const info = await lms.gradingInfo!({ courseId })
    expect(info.types.map(({ name, weight, dropped }) => [name, weight, dropped])).toEqual([
      ['Homework', 0.4, 1],
      ['Quizzes', 0.6, 0],
      ['Notebook', 0, 0],
    ])
    expect(info.periods?.map(({ name }) => name)).toEqual(['Quarter 1', 'Quarter 2', ''])
    const named = (name: string) => info.subsections.find((one) => one.name === name)
    expect(named('Homework 2')?.scale?.[0]).toEqual({ word: 'A', points: 9.5 })
    expect(named('Homework 4')?.scale?.map(({ points }) => points)).toEqual([6, 0])
    expect(named('Midterm')).not.toHaveProperty('period')
    expect(named('Midterm')?.type).toBeNull()
  })
})

describe('the sheet', () => {
  test('has a column for each grade that is told, named as the course names it', async () => {
    const [first, ...others] = await chunks()
    const columns = new Map(first?.columns?.map((column) => [column.id, column]))
    const told = [first!, ...others].flatMap((chunk) => chunk.rows ?? []).flatMap(({ grades }) => grades)
    expect(told.filter(({ subsectionId }) => !columns.has(subsectionId))).toEqual([])
    expect([...columns.values()].find(({ name }) => name === 'Homework 2')).toMatchObject({
      type: 'Homework',
      scale: expect.arrayContaining([{ word: 'A', points: 9.5 }]),
    })
    const [row] = first?.rows ?? []
    const alone = await lms.learnerGrades({ courseId, username: row?.learner.username ?? '' })
    expect(new Set(alone.columns?.map(({ id }) => id))).toEqual(new Set(columns.keys()))
  })

  test('has each learner once, with all grades, although pages end anywhere', async () => {
    const pages = await chunks()
    expect(pages.length).toBeGreaterThan(1)
    const learners = pages.flatMap((chunk) => chunk.rows ?? []).map(({ learner }) => learner.id)
    expect(new Set(learners).size).toBe(learners.length)
    // One has left, another’s enrolment is over.
    expect(learners).toHaveLength(24)
    // Where a page ended, nobody lost a grade.
    for (const row of pages.flatMap((chunk) => [
      ...(chunk.rows ?? []).slice(-1),
      ...(chunk.rows ?? []).slice(0, 1),
    ])) {
      const alone = await lms.learnerGrades({ courseId, username: row.learner.username })
      expect(alone.rows).toEqual([row])
    }
    expect(pages.at(-1)?.resume).toBeNull()
  })

  test('goes on where it stopped, with the learner who stood there', async () => {
    const [first, ...others] = await chunks()
    const later = await rows(first?.resume ?? '')
    expect(later).toEqual(others.flatMap((chunk) => chunk.rows ?? []))
  })

  test('has a column for each period, and the final grade as the total', async () => {
    const [page] = await chunks()
    const computed = page?.columns?.filter(({ isComputed }) => isComputed)
    expect(computed?.map(({ name }) => name)).toEqual(['Quarter 1', 'Quarter 2', ''])
    const [row] = page?.rows ?? []
    expect(row?.total).toBe(0.8787)
    const quarter = row?.grades.find(({ subsectionId }) => subsectionId === computed?.[0]?.id)
    expect(quarter).toMatchObject({ attempted: true, earned: Number.NaN, percent: 0.8642 })
  })

  test('reads one learner alone, who left too; nobody for an unknown one', async () => {
    const [row] = await rows()
    const { username } = row!.learner
    const one = await lms.learnerGrades({ courseId, username })
    expect(one.rows?.[0]).toEqual(row)
    await expect(lms.learnerGrades({ courseId, username: '999' })).rejects.toMatchObject({
      kind: 'not-found',
      details: { reason: 'no-learner' },
    })
    expect(await lms.usernameOf({ courseId, learnerId: row!.learner.id })).toBe(username)
  })
})

describe('saving', () => {
  const ids = async () => {
    const [row] = await rows()
    const { subsections } = await lms.gradingInfo!({ courseId })
    return { learnerId: row!.learner.id, subsectionId: subsections[0]!.id }
  }
  const save = async (change: { earned: number | null; exception?: 'excused' | 'incomplete' }) => {
    const cell = await ids()
    const items = [{ ...cell, possible: null, reason: null, ...change }]
    return { cell, outcomes: await lms.saveOverrides?.({ courseId, items }) }
  }

  test('sets a score, an exception in its place, a score again, and none', async () => {
    const scored = await save({ earned: 7.25 })
    expect(scored.outcomes).toEqual([{ ...scored.cell, saved: true, reason: null }])
    const { learnerId, subsectionId } = scored.cell
    expect(await cellOf(learnerId, subsectionId)).toMatchObject({ earned: 7.25, exception: null })
    await save({ earned: null, exception: 'excused' })
    expect(await cellOf(learnerId, subsectionId)).toMatchObject({ attempted: false, exception: 'excused' })
    await save({ earned: 3 })
    expect(await cellOf(learnerId, subsectionId)).toMatchObject({ earned: 3, exception: null })
    await save({ earned: null })
    const grade = await lms.subsectionGrade?.({ courseId, learnerId, subsectionId })
    expect(grade).toMatchObject({ available: true, override: null, exception: null })
  })

  test('says which one was refused, in the server’s words', async () => {
    const cell = await ids()
    const item = { ...cell, earned: 5, possible: null, reason: null }
    const items = [item, { ...item, learnerId: '1' }]
    expect(await lms.saveOverrides?.({ courseId, items })).toEqual([
      { ...cell, saved: true, reason: null },
      { ...cell, learnerId: '1', saved: false, reason: 'Enrollment not found.' },
    ])
  })

  test('writes comments to a grade and to a period, for the learner to see or not', async () => {
    const { learnerId, subsectionId } = await ids()
    const comment = { text: 'Well argued', isShown: true }
    await lms.saveComment?.({ courseId, learnerId, on: { kind: 'assignment', id: subsectionId }, comment })
    const grade = await lms.subsectionGrade?.({ courseId, learnerId, subsectionId })
    expect(grade?.comment).toEqual(comment)
    const hidden = { text: 'Talk to the parents', isShown: false }
    await lms.saveComment?.({ courseId, learnerId, on: { kind: 'period', id: 'final' }, comment: hidden })
    const periods = await lms.periodGrades?.({ courseId, learnerId })
    expect(periods?.find(({ isWhole }) => isWhole)).toMatchObject({ comment: hidden })
    expect(periods?.map(({ name, weight }) => [name, weight])).toEqual([
      ['Quarter 1', 0.4],
      ['Quarter 2', 0.4],
      ['', null],
      ['', null],
    ])
    mock.change({ user: 'learner' })
    await expect(
      lms.saveComment?.({ courseId, learnerId, on: { kind: 'period', id: 'final' }, comment }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
