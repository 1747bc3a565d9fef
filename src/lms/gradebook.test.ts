import { beforeEach, describe, expect, test, vi } from 'vitest'
import { parseConfig } from '#src/config.ts'
import { connect } from './connect.ts'
import { LmsError } from './errors.ts'
import { FakeList, pageOf, rowOf } from './fake-course.ts'
import { type Gradebook, openGradebook } from './gradebook.ts'
import type { Lms } from './lms.ts'

describe('openGradebook', () => {
  let list: FakeList
  let lms: Lms
  let learnerGrades: ReturnType<typeof vi.fn<Lms['learnerGrades']>>

  beforeEach(async () => {
    list = new FakeList()
    learnerGrades = vi.fn<Lms['learnerGrades']>()
    lms = {
      ...(await connect(parseConfig({ baseUrl: 'https://lms.example.com' }))),
      gradebook: list.gradebook,
      learnerGrades,
    }
  })

  test('gives the one that is open for the same query, so that panel and grid share it', () => {
    const one = openGradebook(lms, { courseId: 'c', track: 'audit' })
    expect(openGradebook(lms, { courseId: 'c', track: 'audit' })).toBe(one)
    expect(openGradebook(lms, { courseId: 'c', track: 'verified' })).not.toBe(one)
  })

  test('another query of the course keeps staged edits; another course or connection does not', () => {
    const { edits } = openGradebook(lms, { courseId: 'c' })
    expect(openGradebook(lms, { courseId: 'c', cohort: '1' }).edits).toBe(edits)
    expect(openGradebook({ ...lms }, { courseId: 'c', cohort: '1' }).edits).not.toBe(edits)
    expect(openGradebook(lms, { courseId: 'd' }).edits).not.toBe(edits)
  })

  test('ends the reading of the one before, but not while a page is being drawn', async () => {
    const left = openGradebook(lms, { courseId: 'c' })
    left.loader.start()
    left.search.search('ada')
    const told = vi.fn<() => void>()
    left.loader.changes.subscribe(told)
    openGradebook(lms, { courseId: 'c', cohort: '1' })
    expect(told).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(left.loader.state().status).toBe('paused'))
    expect(left.search.state().text).toBe('')
    expect(list.questions.map(({ signal }) => signal?.aborted)).toEqual([true, true])
  })

  test('keeps the order of the list, whoever else the sheet holds', async () => {
    const { loader, search, sheet, listed } = openGradebook(lms, { courseId: 'c' })
    loader.start()
    search.search('user-4')
    list.last.answer({ chunks: [pageOf(null, '4')] })
    await vi.waitFor(() => expect(sheet.row('4')).toBe(0))
    expect(listed.size).toBe(0)
    list.questions[0]?.answer({ chunks: [pageOf('x', '1', '2'), pageOf(null, '2', '3', '4')] })
    await vi.waitFor(() => expect(loader.state().status).toBe('done'))
    expect([...listed]).toEqual(['1', '2', '3', '4'])
  })

  test('reads 5,000 learners unasked, and more when it is told to', async () => {
    const { loader, sheet } = openGradebook(lms, { courseId: 'c' })
    const pages = Array.from({ length: 11 }, (_, at) =>
      pageOf(String(at), ...Array.from({ length: 500 }, (_, index) => String(at * 500 + index))),
    )
    loader.start()
    list.last.answer({ chunks: pages })
    await vi.waitFor(() => expect(loader.state().status).toBe('held'))
    expect(sheet.rowCount).toBe(5000)
    loader.more(1000)
    expect(list.last.query.resume).toBe('9')
  })

  describe('by exact username', () => {
    test('reads that learner alone, whatever the filters, and searches nobody else', async () => {
      learnerGrades.mockResolvedValue(pageOf(null, '9'))
      const { loader, search, listed } = openGradebook(lms, { courseId: 'c', track: 'audit' }, 'nina')
      loader.start()
      await vi.waitFor(() => expect(loader.state()).toMatchObject({ status: 'done', enrolled: null }))
      expect(learnerGrades).toHaveBeenCalledWith({ courseId: 'c', username: 'nina' }, expect.any(AbortSignal))
      expect([...listed]).toEqual(['9'])
      search.search('ada')
      expect(list.questions).toHaveLength(0)
    })

    test('tells why there is none', async () => {
      learnerGrades.mockRejectedValue(new LmsError('not-found', { reason: 'no-learner' }))
      const { loader } = openGradebook(lms, { courseId: 'c' }, 'nobody')
      loader.start()
      await vi.waitFor(() => expect(loader.state().status).toBe('failed'))
      expect(loader.state().error?.details.reason).toBe('no-learner')
    })
  })

  test('a learner read again replaces the row, and does not join the list', async () => {
    const gradebook = openGradebook(lms, { courseId: 'c' })
    learnerGrades.mockResolvedValue({ rows: [{ ...rowOf('9'), total: 0.5 }], resume: null })
    await gradebook.reread('user-9')
    expect(gradebook.sheet.total(gradebook.sheet.row('9'))).toBe(0.5)
    expect(gradebook.listed.size).toBe(0)
  })

  describe('asked for before a save, arriving after the learner was read again', () => {
    const graded = (total: number) => ({ rows: [{ ...rowOf('9'), total }], resume: null })

    test.each<[what: string, ask: (gradebook: Gradebook) => void, status: (gradebook: Gradebook) => string]>([
      ['a page of the list', ({ loader }) => loader.start(), ({ loader }) => loader.state().status],
      ['what a search found', ({ search }) => search.search('9'), ({ search }) => search.state().status],
    ])('%s does not bring the old grade back', async (_, ask, status) => {
      const gradebook = openGradebook(lms, { courseId: 'c' })
      ask(gradebook)
      learnerGrades.mockResolvedValue(graded(0.9))
      await gradebook.reread('user-9')
      list.last.answer({ chunks: [graded(0.5)] })
      await vi.waitFor(() => expect(status(gradebook)).toBe('done'))
      expect(gradebook.sheet.total(0)).toBe(0.9)
    })
  })
})
