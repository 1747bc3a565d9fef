import { beforeEach, expect, test } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { parseConfig } from '#src/config.ts'
import { connect } from '#src/lms/connect.ts'
import type { Lms } from '#src/lms/lms.ts'

const courseId = COURSE_KEYS.statistics
let lms: Lms
let mock: MockLms

beforeEach(async () => {
  mock = mockLms()
  const config = parseConfig({ backend: 'openedx-v0', baseUrl: 'https://lms.example.com' })
  lms = await connect(config, { sleep: async () => {} })
})

test('gives one learner at a time, to staff by username', async () => {
  expect('gradebook' in lms).toBe(false)
  const { rows } = await lms.learnerGrades({ courseId, username: 'amara.okafor' })
  expect(rows).toMatchObject([
    { learner: { id: 'amara.okafor' }, total: expect.any(Number), standing: { passedAt: null }, grades: [] },
  ])
  const total = await lms.courseTotal!({ courseId, username: 'amara.okafor' })
  expect(total).toMatchObject({ courseId, percent: rows?.[0]?.total, letter: rows?.[0]?.standing?.letter })
})

test('tells how a course is graded to its team: weights, neither cutoffs nor subsections', async () => {
  const info = await lms.gradingInfo!({ courseId })
  expect(info.types.map(({ name, weight }) => [name, weight])).toContainEqual(['Homework', 0.15])
  expect(info).toMatchObject({ cutoffs: [], subsections: [] })
  mock.change({ user: 'learner' })
  await expect(lms.gradingInfo!({ courseId })).rejects.toMatchObject({ kind: 'not-found' })
})

test('a learner has their own total, without the policy, and nobody else’s', async () => {
  mock.change({ user: 'learner' })
  const own = await lms.progress!({ courseId, learnerId: null })
  expect(own).toMatchObject({ username: 'amara.okafor', types: [], sections: null })
  await expect(lms.progress!({ courseId, learnerId: 'ada.lovelace' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('staff see the policy beside a learner’s total; who is unknown is not found', async () => {
  const progress = await lms.progress!({ courseId, learnerId: 'amara.okafor' })
  expect(progress.types).not.toHaveLength(0)
  expect(progress.grade.percent).toBeGreaterThan(0)
  await expect(lms.progress!({ courseId, learnerId: 'nobody.at.all' })).rejects.toMatchObject({
    kind: 'not-found',
  })
})

test('who asks and which courses there are, the site tells as always', async () => {
  expect(await lms.viewer({})).toMatchObject({ username: 'nuria.haddad' })
  expect((await lms.courses({})).map(({ id }) => id)).toContain(courseId)
})
