import { describe, expect, test, vi } from 'vitest'
import { Sheet } from '#src/domain/sheet.ts'
import { LmsError } from './errors.ts'
import type { GradebookQuery, SheetChunk } from './lms.ts'
import { Loader } from './load.ts'

const PAGE = 2

/** A course of `size` learners; what goes wrong is decided before each page. */
function course(size: number, before: (page: number) => void | Promise<void> = () => {}) {
  const asked: (string | undefined)[] = []
  async function* gradebook(query: GradebookQuery, signal?: AbortSignal): AsyncGenerator<SheetChunk> {
    asked.push(query.resume)
    for (let at = Number(query.resume ?? 0); at < size; at += PAGE) {
      await before(at / PAGE)
      signal?.throwIfAborted()
      const ids = Array.from({ length: Math.min(PAGE, size - at) }, (_, index) => String(at + index))
      yield {
        rows: ids.map((id) => ({
          learner: { id, username: id, name: null, email: null, studentKey: null },
          total: null,
          grades: [],
        })),
        counts: { enrolled: size, matching: size },
        resume: at + PAGE < size ? String(at + PAGE) : null,
      }
    }
  }
  const sheet = new Sheet()
  const loader = new Loader({
    lms: { gradebook },
    query: { courseId: 'c' },
    sheet,
    limit: 4,
    breathe: async () => {},
  })
  return { loader, sheet, asked, status: () => loader.state().status }
}

describe('Loader', () => {
  test('reads a small course to its end', async () => {
    const { loader, sheet, status } = course(3)
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('done'))
    expect(sheet.rowCount).toBe(3)
    expect(loader.state()).toMatchObject({ read: 3, enrolled: 3, matching: 3, error: null })
  })

  test('holds at its limit and goes on when asked, after the last page that came', async () => {
    const { loader, sheet, asked, status } = course(9)
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('held'))
    expect(sheet.rowCount).toBe(4)
    loader.more(2)
    await vi.waitFor(() => expect(loader.state()).toMatchObject({ status: 'held', read: 6 }))
    loader.more()
    await vi.waitFor(() => expect(status()).toBe('done'))
    expect(sheet.rowCount).toBe(9)
    expect(asked).toEqual([undefined, '4', '6'])
  })

  test('pauses and goes on without losing or doubling a row', async () => {
    const { loader, sheet, status } = course(4, (page) => {
      if (page === 1 && sheet.rowCount === 2 && loader.state().error === null && !paused) {
        paused = true
        loader.pause()
      }
    })
    let paused = false
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('paused'))
    expect(sheet.rowCount).toBe(2)
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('done'))
    expect(sheet.learners.map(({ id }) => id)).toEqual(['0', '1', '2', '3'])
  })

  test('keeps what came before a failure, and goes on after it', async () => {
    let broken = true
    const { loader, sheet, status } = course(4, (page) => {
      if (page === 1 && broken) throw new LmsError('unavailable', { reason: 'server' })
    })
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('failed'))
    expect(loader.state().error?.details.reason).toBe('server')
    expect(sheet.rowCount).toBe(2)
    broken = false
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('done'))
    expect(sheet.rowCount).toBe(4)
    expect(loader.state().error).toBeNull()
  })

  test('an answer that comes after a pause changes nothing', async () => {
    const { promise, resolve: release } = Promise.withResolvers<void>()
    const { loader, sheet, status } = course(2, () => promise)
    loader.start()
    loader.pause()
    release()
    await Promise.resolve()
    expect(status()).toBe('paused')
    expect(sheet.rowCount).toBe(0)
  })

  test('each page is as new as its own request: what was read meanwhile is older than the next page', async () => {
    const { loader, sheet, status } = course(4, (page) => {
      const learner = { id: '3', username: '3', name: null, email: null, studentKey: null }
      if (page === 0) sheet.apply({ rows: [{ learner, total: 0.5, grades: [] }] })
    })
    loader.start()
    await vi.waitFor(() => expect(status()).toBe('done'))
    expect(sheet.total(sheet.row('3'))).toBeNaN()
  })
})
