import { afterAll, describe, expect, test } from 'vitest'
import { explainProgress } from '#src/domain/explain-progress.ts'
import { writtenSum } from '#src/domain/explained-sum.ts'
import type { MockLms } from '#mocks/node.ts'
import { backends, courseId, given, open } from './under-test.ts'

const LEARNERS = 30
const SCENARIOS = [
  'default',
  'overridden',
  'passing-edge',
  'extra-credit',
  'all-dropped',
  'messy-policy',
  'no-policy',
  'no-graded',
  'audit-locked',
] as const

// The simulated server has its own arithmetic: the explanation is checked against that.
describe.each(backends)('%s', (_, config) => {
  let mock: MockLms | null = null
  afterAll(() => mock?.close())

  test.each(SCENARIOS)('every official total of %s is explained without a gap', async (scenario) => {
    const opened = await open(config, { scenario, learners: LEARNERS })
    mock = opened.mock
    const ids = Array.from({ length: LEARNERS }, (_, index) => String(1001 + index))
    const gaps: string[] = []
    for (const learnerId of ids) {
      const progress = await given(opened.lms.progress?.({ courseId, learnerId }))
      const explanation = explainProgress(progress)
      const { parts, rounding, official } = writtenSum(explanation, 2)
      const added = [...parts, rounding].reduce((sum, part) => sum + Math.round(part * 100), 0)
      if (explanation.gap || added !== Math.round(official * 100)) gaps.push(learnerId)
      for (const { name, told } of explanation.types)
        if (told) gaps.push(`${learnerId} ${name} ${told.because}`)
    }
    expect(gaps).toEqual([])
  })

  test('hidden scores that count are told as one sum, as far as the server’s totals tell it', async () => {
    const opened = await open(config, { scenario: 'hidden-scores', learners: LEARNERS })
    mock = opened.mock
    const progress = await given(opened.lms.progress?.({ courseId, learnerId: '1001' }))
    const { gap, exact, types } = explainProgress(progress)
    expect(gap).toMatchObject({ because: 'hidden' })
    expect(gap?.unseen).toBeCloseTo((progress.totalWithHidden ?? 0) - exact, 10)
    expect(types.find(({ name }) => name === 'Lab')).toMatchObject({ contribution: 0, entries: [] })
  })

  test('a score that waits for its date leaves no trace, whatever it is', async () => {
    const opened = await open(config, { user: 'learner', learners: 4 })
    const { lms } = opened
    mock = opened.mock
    const seen = async () => explainProgress(await given(lms.progress?.({ courseId, learnerId: null })))
    const before = await seen()
    const [exam] = before.types.flatMap(({ entries }) =>
      entries.flatMap(({ subsection }) => (subsection?.score === null ? subsection : [])),
    )
    expect(exam?.name).toBe('Final exam')
    for (const earned of [0, 7, 1000]) {
      mock.change({ user: 'instructor' })
      const item = { learnerId: '1001', subsectionId: exam?.id ?? '', possible: null, reason: 'Seen' }
      expect(await lms.saveOverrides?.({ courseId, items: [{ ...item, earned }] })).toMatchObject([
        { saved: true },
      ])
      mock.change({ user: 'learner' })
      expect(await seen()).toEqual(before)
    }
  })
})
