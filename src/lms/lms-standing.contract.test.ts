import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { failure } from './fake-server.ts'
import type { Lms } from './lms.ts'
import { backends, courseId, given, open } from './under-test.ts'

describe.each(backends)('%s', (_, config) => {
  let lms: Lms
  let mock: MockLms

  const reopen = async (options?: Parameters<typeof open>[1]) =>
    void ({ lms, mock } = await open(config, options))

  beforeEach(() => reopen({ user: 'learner' }))
  afterAll(() => mock.close())

  const me = async () => (await lms.viewer({})).username

  describe('names of problems', () => {
    test('are as many as the scores of the same subsection, and in their order', async () => {
      const names = await given(lms.problemNames?.({ courseId, username: await me() }))
      const { sections } = await given(lms.progress?.({ courseId, learnerId: null }))
      const subsections = (sections ?? []).flatMap((section) => section.subsections)
      // What is closed to a learner has scores, and no content to name.
      const scored = subsections.filter(({ score, url }) => url && (score?.problems.length ?? 0) > 0)
      expect(scored.length).toBeGreaterThan(10)
      for (const { id, score } of scored) expect(names.get(id)).toHaveLength(score?.problems.length ?? 0)
      const [first] = scored
      expect(names.get(first?.id ?? '')?.every((name) => name !== '')).toBe(true)
    })

    test('of everything are for staff', async () => {
      expect(await failure(given(lms.problemNames?.({ courseId, username: null })))).toMatchObject({
        kind: 'forbidden',
      })
      await reopen()
      const all = await given(lms.problemNames?.({ courseId, username: null }))
      expect(all.size).toBeGreaterThan(10)
    })
  })

  describe('a certificate', () => {
    test('that was made has a grade on it', async () => {
      await reopen({ user: 'learner', scenario: 'certificates' })
      const { grade } = (await given(lms.certificate?.({ courseId, username: await me() }))) ?? {}
      expect(grade).toBeGreaterThan(0.5)
      expect(grade).toBeLessThanOrEqual(1)
    })

    test('that was never made is none', async () => {
      await reopen({ scenario: 'certificates' })
      expect(await given(lms.certificate?.({ courseId, username: 'certificate-none' }))).toBeNull()
    })

    test('is not for others to see', async () => {
      const params = { courseId, username: 'certificate-downloadable' }
      await reopen({ user: 'learner', scenario: 'default' })
      expect(await failure(given(lms.certificate?.(params)))).toMatchObject({ kind: 'forbidden' })
    })
  })

  describe('credit', () => {
    test('can be asked for until a day by whom has met everything, and by nobody else', async () => {
      await reopen({ user: 'global-staff', scenario: 'credit' })
      const until = (username: string) => given(lms.creditDeadline?.({ courseId, username }))
      expect(await until('credit-eligible')).toBe('2026-12-30T09:00:00Z')
      expect(await until('credit-partly-eligible')).toBeNull()
    })
  })
})
