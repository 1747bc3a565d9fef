import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Sheet } from '#src/domain/sheet.ts'
import { LmsError } from './errors.ts'
import { FakeList, pageOf, rowOf } from './fake-course.ts'
import type { Capabilities, ServerFilter } from './capabilities.ts'
import { LearnerSearch } from './search.ts'

const QUERY = { courseId: 'c', track: 'audit' }

describe('LearnerSearch', () => {
  let list: FakeList
  let sheet: Sheet
  let search: LearnerSearch

  const made = (query: typeof QUERY | null, filters: readonly ServerFilter[] = ['search']) => {
    const capabilities: Capabilities = {
      serverFilters: new Set(filters),
      batchSize: 1,
      reasonLength: 1,
      keepsHistory: true,
      setsGrades: false,
      exceptions: [],
      estimatesTotals: true,
      rows: 'assignments',
    }
    return new LearnerSearch({ gradebook: list.gradebook, capabilities }, query, sheet)
  }
  const settled = (status: string) => vi.waitFor(() => expect(search.state().status).toBe(status))

  beforeEach(() => {
    list = new FakeList()
    sheet = new Sheet()
    search = made(QUERY)
  })

  test('asks beside the other filters, and puts the rows found into the sheet', async () => {
    search.search('  ada ')
    expect(search.state()).toMatchObject({ text: 'ada', status: 'searching' })
    expect(list.last.query).toEqual({ courseId: 'c', track: 'audit', search: 'ada' })
    list.last.answer({ chunks: [pageOf(null, '7', '8')] })
    await settled('done')
    expect([...search.state().found]).toEqual(['7', '8'])
    expect(sheet.learners.map(({ id }) => id)).toEqual(['7', '8'])
    expect(search.state()).toMatchObject({ more: false, error: null })
  })

  test('an older answer never overwrites a newer one, whichever comes first', async () => {
    search.search('a')
    const older = list.last
    search.search('ad')
    expect(older.signal?.aborted).toBe(true)
    list.last.answer({ chunks: [pageOf(null, '2')] })
    await settled('done')
    older.answer({ chunks: [pageOf(null, '1')] })
    await new Promise((resolve) => setTimeout(resolve))
    expect(search.state()).toMatchObject({ text: 'ad', status: 'done' })
    expect([...search.state().found]).toEqual(['2'])
    expect(sheet.rowCount).toBe(1)
  })

  test('the failure of an older question does not touch a newer one', async () => {
    search.search('a')
    const older = list.last
    search.search('ad')
    older.answer({ chunks: [], error: new LmsError('unavailable') })
    list.last.answer({ chunks: [pageOf(null, '2')] })
    await settled('done')
    expect(search.state().error).toBeNull()
  })

  test('asks once for the same text, and again after a failure', async () => {
    search.search('ada')
    search.search('ada ')
    expect(list.questions).toHaveLength(1)
    list.last.answer({
      chunks: [pageOf(null, '1')],
      error: new LmsError('unavailable', { reason: 'server' }),
    })
    await settled('failed')
    expect(search.state().error?.details.reason).toBe('server')
    expect([...search.state().found]).toEqual(['1'])
    search.search('ada')
    expect(search.state()).toMatchObject({ status: 'searching', error: null })
    expect(list.questions).toHaveLength(2)
  })

  test('what is no LmsError counts as an answer that could not be read', async () => {
    search.search('ada')
    list.last.answer({ chunks: [], error: new TypeError('?') })
    await settled('failed')
    expect(search.state().error).toMatchObject({ kind: 'contract', cause: expect.any(TypeError) })
  })

  test('an empty text ends the search and asks nobody', () => {
    search.search('ada')
    const { signal } = list.last
    search.search('   ')
    expect(signal?.aborted).toBe(true)
    expect(search.state()).toEqual({ text: '', status: 'idle', found: new Set(), more: false, error: null })
    expect(list.questions).toHaveLength(1)
  })

  test('stops where too many fit, and says that there are more', async () => {
    const pages = Array.from({ length: 12 }, (_, page) => ({
      rows: Array.from({ length: 50 }, (_, index) => rowOf(String(page * 50 + index))),
      resume: String(page),
    }))
    search.search('a')
    list.last.answer({ chunks: pages })
    await settled('done')
    expect(search.state().found.size).toBe(500)
    expect(search.state().more).toBe(true)
    expect(sheet.rowCount).toBe(500)
  })

  test.each([
    ['the server cannot search', () => made(QUERY, [])],
    ['there is one learner only', () => made(null)],
  ])('searches only what is read where %s', (_, make) => {
    search = make()
    search.search('ada')
    expect(search.state()).toMatchObject({ text: 'ada', status: 'idle' })
    expect(list.questions).toHaveLength(0)
  })
})
