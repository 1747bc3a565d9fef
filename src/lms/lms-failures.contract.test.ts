import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { connect } from './connect.ts'
import { failure } from './fake-server.ts'
import type { Lms } from './lms.ts'
import { backends, courseId, given, open, rowsOf } from './under-test.ts'

const certain = { outcome: 'none' }
const doubtful = { outcome: 'unknown' }
const notFound = (reason: string) => ({ kind: 'not-found', details: { reason } })

describe.each(backends)('%s', (_, config) => {
  let lms: Lms
  let mock: MockLms

  const reopen = async (options?: Parameters<typeof open>[1]) =>
    void ({ lms, mock } = await open(config, options))

  beforeEach(() => reopen())
  afterAll(() => mock.close())

  const write = async () => {
    const subsectionId = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@x'
    const item = { learnerId: '1001', subsectionId, earned: 1, possible: null, reason: null }
    return lms.saveOverrides?.({ courseId, items: [item] })
  }

  describe('failures have a kind, a reason, and for writes an outcome', () => {
    test.each([
      ['nobody is signed in', { user: 'nobody' }, 'unauthenticated', {}],
      ['somebody from outside', { user: 'stranger' }, 'forbidden', { reason: 'no-right' }],
      ['a learner', { user: 'learner' }, 'forbidden', { reason: 'no-right' }],
      ['the gradebook is switched off', { scenario: 'flag-off' }, 'forbidden', { reason: 'flag-off' }],
      ['a server error', { faults: ['gradebook-500'] }, 'unavailable', { reason: 'server' }],
      ['no connection', { faults: ['offline'] }, 'unavailable', { reason: 'dropped' }],
      ['a page of HTML', { faults: ['html-error'] }, 'unavailable', { reason: 'html' }],
    ] as const)('reading: %s', async (_, options, kind, details) => {
      await reopen(options)
      expect(await failure(rowsOf(lms))).toMatchObject({ kind, details })
    })

    test('reading: an answer that is not as agreed names endpoint and field', async () => {
      await reopen({ faults: ['contract-drift'] })
      expect(await failure(rowsOf(lms))).toMatchObject({
        kind: 'contract',
        details: {
          endpoint: expect.stringContaining('gradebook'),
          field: expect.stringContaining('percent'),
          expected: 'number',
          received: 'string',
        },
      })
    })

    test.each([
      ['nobody is signed in', { user: 'nobody' }, 'unauthenticated', certain],
      ['a learner', { user: 'learner' }, 'forbidden', { reason: 'no-right', ...certain }],
      ['grades are frozen', { scenario: 'frozen' }, 'forbidden', { reason: 'frozen', ...certain }],
      [
        'the gradebook is switched off',
        { scenario: 'flag-off' },
        'forbidden',
        { reason: 'flag-off', ...certain },
      ],
      ['a server error', { faults: ['save-500'] }, 'unavailable', { reason: 'server', ...doubtful }],
      // Not even the token for writing arrives.
      ['no connection', { faults: ['offline'] }, 'unavailable', { reason: 'dropped', ...certain }],
    ] as const)('writing: %s', async (_, options, kind, details) => {
      await reopen(options)
      expect(await failure(write())).toMatchObject({ kind, details })
    })

    test('writing: an answer that never comes leaves the outcome unknown, and nothing is sent twice', async () => {
      await reopen({ faults: ['save-timeout'] })
      lms = await connect({ ...config, timeout: 0.5 })
      expect(await failure(write())).toMatchObject({
        kind: 'unavailable',
        details: { reason: 'timeout', outcome: 'unknown' },
      })
      expect(mock.requests.filter((line) => line.startsWith('POST'))).toHaveLength(1)
    })

    test('a course, a learner, a subsection, a place in the list that do not exist', async () => {
      const elsewhere = { courseId: 'course-v1:MITx+no+such' }
      const [row] = await rowsOf(lms)
      const { id: learnerId, username } = row?.learner ?? { id: '', username: '' }
      expect(await failure(rowsOf(lms, elsewhere))).toMatchObject(notFound('no-course'))
      expect(await failure(rowsOf(lms, { courseId: 'nonsense' }))).toMatchObject({ kind: 'not-found' })
      expect(await failure(lms.course(elsewhere))).toMatchObject(notFound('no-course'))
      expect(await failure(lms.learnerGrades({ courseId, username: `${username}x` }))).toMatchObject(
        notFound('no-learner'),
      )
      expect(await failure(lms.learnerGrades({ courseId, username: 'tomasz.zielinski' }))).toMatchObject(
        notFound('not-enrolled'),
      )
      expect(
        await failure(given(lms.subsectionGrade?.({ courseId, learnerId, subsectionId: 'x' }))),
      ).toMatchObject(notFound('no-subsection'))
      expect(await failure(rowsOf(lms, { resume: 'x' }))).toMatchObject(notFound('bad-cursor'))
    })
  })
})
