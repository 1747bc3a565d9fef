import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { FaultName } from '#mocks/faults.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { LmsError } from './errors.ts'
import { FakeTime } from './fake-time.ts'
import { PAUSE, SaveAsTyped } from './save-as-typed.ts'
import { type TrayUnderTest, openTray, statusOf } from './tray-testing.ts'
import { backends, courseId } from './under-test.ts'

const AGES = 10 * 60_000

describe.each(backends)('saving as one types on %s', (_, config) => {
  let on: TrayUnderTest
  let time: FakeTime
  let driver: SaveAsTyped
  let end: () => void
  /** The server does what it is told, and its answer is lost. */
  let losesAnswers = false

  const start = async (options: Parameters<typeof openTray>[1] = {}) => {
    on = await openTray(config, { learners: 4, ...options })
    time = new FakeTime()
    losesAnswers = false
    watchRequests(on)
    driver = new SaveAsTyped({
      store: on.gradebook.edits,
      tray: on.tray,
      now: time.now,
      after: time.after,
    })
    end = driver.start()
    return on
  }
  afterEach(() => {
    end()
    on.mock.close()
  })

  /** Fails when two requests for one cell are on their way at a time. */
  function watchRequests({ lms }: TrayUnderTest): void {
    const save = lms.saveOverrides?.bind(lms)
    const flying = new Set<string>()
    lms.saveOverrides = async (batch) => {
      const keys = batch.items.map(cellKey)
      if (keys.some((key) => flying.has(key))) throw new Error('two requests for one cell')
      for (const key of keys) flying.add(key)
      try {
        const told = (await save?.(batch)) ?? []
        if (losesAnswers) throw new LmsError('unavailable', { reason: 'timeout', outcome: 'unknown' })
        return told
      } finally {
        for (const key of keys) flying.delete(key)
      }
    }
  }
  const cell = (index: number) => on.cells[index] as CellRef
  const atRest = async () => {
    await expect.poll(() => on.tray.state().work, { interval: 1, timeout: 5000 }).toBeNull()
  }
  const pass = async (milliseconds: number) => {
    time.pass(milliseconds)
    await atRest()
  }
  const phase = () => driver.state().phase.kind

  test('a pause saves all that was typed, in one request', async () => {
    const { stage, posts, mark } = await start()
    stage([cell(0)], 9.25)
    await pass(PAUSE - 1)
    stage([cell(1)], 9.25)
    await pass(PAUSE - 1)
    expect(posts()).toEqual([])
    await pass(1)
    expect(posts()).toHaveLength(1)
    expect([mark(cell(0)), mark(cell(1))]).toEqual(['saved', 'saved'])
    expect(driver.state()).toMatchObject({ phase: { kind: 'ready' }, saved: 2 })
    expect(on.tray.state().report).toBeNull()
    expect(time.waiting).toBe(0)
  })

  test('whoever never pauses is saved all the same', async () => {
    const { stage, posts } = await start()
    for (let step = 0; step < 11; step += 1) {
      stage([cell(step % 4)], step)
      await pass(1000)
    }
    expect(posts()).toHaveLength(1)
  })

  test('what is typed while its cell is on its way waits for that, and follows', async () => {
    const { stage, posts, onServer } = await start()
    stage([cell(0)], 1)
    time.pass(PAUSE)
    expect(phase()).toBe('saving')
    stage([cell(0)], 2)
    time.pass(PAUSE)
    await expect.poll(() => posts().length).toBe(2)
    await atRest()
    expect(await onServer(cell(0))).toBe(2)
  })

  test('what is refused stays and stops nothing else; typed anew it is saved', async () => {
    const { stage, mock, mark, cells } = await start({ faults: ['save-422'] })
    stage(cells, 1)
    await pass(PAUSE)
    const refused = cells.filter((one) => mark(one) === 'refused')
    expect(refused.length).toBeGreaterThan(0)
    await pass(AGES)
    expect(on.posts()).toHaveLength(1)
    mock.change({ faults: [] })
    stage(refused, 2)
    await pass(PAUSE)
    expect(cells.map(mark)).toEqual(cells.map(() => 'saved'))
  })

  test('a conflict is not overwritten, and stops nothing else', async () => {
    const { stage, lms, onServer } = await start()
    stage([cell(0), cell(1)], 9.25)
    const items = [{ ...cell(0), earned: 1, possible: null, reason: 'Late' }]
    await lms.saveOverrides?.({ courseId, items })
    await pass(PAUSE)
    expect(statusOf(on, cell(0))).toMatchObject({ kind: 'conflict' })
    expect([await onServer(cell(0)), await onServer(cell(1))]).toEqual([1, 9.25])
    on.gradebook.edits.dispatch({ type: 'keep-mine', cells: [cell(0)] })
    await pass(PAUSE)
    expect(await onServer(cell(0))).toBe(9.25)
  })

  test('without a connection it waits, longer each time, and goes on by itself', async () => {
    const { stage, mock, onServer } = await start()
    mock.change({ faults: ['offline'] })
    stage([cell(0)], 9.25)
    await pass(PAUSE)
    const tries: number[] = []
    for (let step = 0; step < 6; step += 1) {
      const { phase } = driver.state()
      if (phase.kind !== 'waiting') throw new Error(phase.kind)
      tries.push(phase.until - time.now())
      stage([cell(1)], step)
      await pass(PAUSE)
      expect(driver.state().phase).toBe(phase)
      await pass(phase.until - time.now())
    }
    expect(tries).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 160_000])
    mock.change({ faults: [] })
    await pass(AGES)
    expect([await onServer(cell(0)), await onServer(cell(1))]).toEqual([9.25, 5])
    expect(phase()).toBe('ready')
  })

  test('the connection is back: it does not wait', async () => {
    const { stage, mock, mark } = await start()
    mock.change({ faults: ['offline'] })
    driver.retry()
    stage([cell(0)], 9.25)
    await pass(PAUSE)
    mock.change({ faults: [] })
    driver.retry()
    await atRest()
    expect(mark(cell(0))).toBe('saved')
  })

  test('what nobody knows is read again by itself', async () => {
    const { stage, mock, mark, posts } = await start()
    stage([cell(0)], 9.25)
    losesAnswers = true
    const read = on.lms.subsectionGrade?.bind(on.lms)
    on.lms.subsectionGrade = async (...about) => {
      if (posts().length > 0) mock.change({ faults: ['offline'] })
      return (await read?.(...about)) as never
    }
    await pass(PAUSE)
    expect(mark(cell(0))).toBe('unknown')
    await pass(AGES)
    expect(mark(cell(0))).toBe('unknown')
    losesAnswers = false
    if (read) on.lms.subsectionGrade = read
    mock.change({ faults: [] })
    for (let step = 0; step < 3; step += 1) await pass(AGES)
    expect(mark(cell(0))).toBe('saved')
    expect(posts()).toHaveLength(1)
    expect(time.waiting).toBe(0)
  })

  test('signed out: stops, keeps what is typed, and goes on when a saving by the person works', async () => {
    const { stage, mock, mark, tray, posts } = await start()
    mock.change({ user: 'nobody' })
    stage([cell(0)], 9.25)
    await pass(PAUSE)
    expect(driver.state().phase).toMatchObject({ kind: 'stopped', error: { kind: 'unauthenticated' } })
    stage([cell(1)], 9.25)
    await pass(AGES)
    expect([posts().length, mark(cell(1))]).toEqual([0, 'staged'])
    mock.change({ user: 'instructor' })
    await tray.save(time.now, [cell(0)])
    await atRest()
    await expect.poll(() => mark(cell(1))).toBe('saved')
    expect(phase()).toBe('ready')
  })

  test('frozen meanwhile: stops and says why', async () => {
    const { stage, mock, mark } = await start()
    mock.change({ now: '2030-01-01T00:00:00Z' })
    stage([cell(0)], 9.25)
    await pass(PAUSE)
    expect(driver.state().phase).toMatchObject({ kind: 'stopped', error: { details: { reason: 'frozen' } } })
    expect(mark(cell(0))).toBe('refused')
  })

  test('ended, it saves once more what waits for a pause, and nothing after', async () => {
    const { stage, mark, posts } = await start()
    stage([cell(0)], 9.25)
    end()
    await atRest()
    expect(mark(cell(0))).toBe('saved')
    stage([cell(1)], 9.25)
    await pass(AGES)
    expect([posts().length, time.waiting]).toEqual([1, 0])
    end = driver.start()
    await pass(PAUSE)
    expect(mark(cell(1))).toBe('saved')
  })

  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.nat(3), points: fc.constantFrom(1.25, 2.25, 3.25) }) },
    { weight: 4, arbitrary: fc.record({ pass: fc.constantFrom(100, PAUSE, 6000, AGES) }) },
    { weight: 2, arbitrary: fc.record({ rest: fc.constantFrom(0, 2, 10) }) },
    fc.record({
      faults: fc.constantFrom<readonly FaultName[]>([], ['offline'], ['save-500'], ['save-422']),
    }),
    fc.record({ losesAnswers: fc.boolean() }),
    fc.record({ user: fc.constantFrom('nobody' as const, 'instructor' as const) }),
    fc.constant({ save: true }),
    fc.constant({ cancel: true }),
  )

  test('whatever happens on the way: at last the server has what was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async (acts) => {
        const { stage, mock, tray, gradebook, cells, onServer } = await start()
        const typed = new Map<CellRef, number>()
        for (const step of acts) {
          if ('type' in step) {
            stage([cell(step.type)], step.points)
            typed.set(cell(step.type), step.points)
          } else if ('pass' in step) time.pass(step.pass)
          else if ('rest' in step) await new Promise((resolve) => setTimeout(resolve, step.rest))
          else if ('losesAnswers' in step) ({ losesAnswers } = step)
          else if ('save' in step) void tray.save(time.now)
          else if ('cancel' in step) tray.cancel()
          else mock.change(step)
        }
        mock.change({ faults: [], user: 'instructor' })
        losesAnswers = false
        await atRest()
        // The person tries again what was refused, and what has stopped.
        const refused = () => cells.filter((one) => statusOf(on, one)?.kind === 'refused')
        for (let round = 0; round < 6; round += 1) {
          await pass(AGES)
          driver.saveNow()
          await atRest()
          if (refused().length > 0) await tray.save(time.now, refused())
        }
        expect([...gradebook.edits.state().edits.values()]).toEqual([])
        for (const [one, points] of typed) expect(await onServer(one)).toBe(points)
        end()
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
