import { afterAll, describe, expect, test } from 'vitest'
import { editsThatAre } from '#src/domain/edits-read.ts'
import { before, openTray } from './tray-testing.ts'
import { backends } from './under-test.ts'

const now = () => 1000
/** The course team is among them, and not in the list. */
const LEARNERS = 260
const CELLS = 240

/** What goes wrong with the second of three requests, and how it is when that is over. */
type Trouble = Parameters<Awaited<ReturnType<typeof openTray>>['mock']['change']>[0]

describe.each(backends)('a failure in a later request on %s', (_, config) => {
  let on: Awaited<ReturnType<typeof openTray>>
  afterAll(() => on.mock.close())

  /** Types a score for 240 learners, and lets the second request that saves meet trouble. */
  async function save(trouble: Trouble, timeout = config.timeout): Promise<void> {
    on = await openTray({ ...config, timeout }, { learners: LEARNERS })
    on.stage(on.cells.slice(0, CELLS), 9.25)
    before(on.mock, /bulk-update/, () => on.mock.change(trouble), 2)
    await on.tray.save(now)
  }
  const counts = () =>
    Object.fromEntries(
      (['staged', 'refused', 'unknown', 'conflict'] as const)
        .map((kind) => [kind, editsThatAre(on.gradebook.edits.state(), kind).length] as const)
        .filter(([, count]) => count > 0),
    )
  /** How many cells were written how often, by what the school has noted. */
  const writes = () => {
    const written = on.mock.world.school.journal.flatMap((write) =>
      write.kind === 'override' ? [`${write.item.userId} ${write.item.usageKey}`] : [],
    )
    const often = Array.from(Map.groupBy(written, (cell) => cell).values(), ({ length }) => length)
    return Object.fromEntries(
      Array.from(
        Map.groupBy(often, (times) => times),
        ([times, cells]) => [times, cells.length],
      ),
    )
  }
  /** The trouble is over, and what is staged is saved. */
  const saveRest = async (over: Trouble): Promise<void> => {
    on.mock.change(over)
    await on.tray.save(now)
  }

  test('a server error: what it did is read, what came before is saved, what comes after is not sent', async () => {
    await save({ faults: ['save-500'] })
    expect(on.outcomes()).toEqual({ saved: 100, 'not-saved': 140 })
    expect(counts()).toEqual({ staged: 140 })
    expect(on.posts()).toHaveLength(2)
    await saveRest({ faults: [] })
    expect(counts()).toEqual({})
    expect(writes()).toEqual({ 1: CELLS })
  })

  test('a time-out: the rows tell that the request had arrived', async () => {
    await save({ faults: ['save-timeout'] }, 3)
    expect(on.tray.state().report).toMatchObject({ error: { details: { reason: 'timeout' } } })
    expect(on.outcomes()).toEqual({ saved: 200, 'not-saved': 40 })
    expect(counts()).toEqual({ staged: 40 })
    expect(on.posts()).toHaveLength(2)
    await saveRest({ faults: [] })
    expect(counts()).toEqual({})
    expect(writes()).toEqual({ 1: CELLS })
  }, 20_000)

  test('a dropped connection: unknown until it can be read, and not sent again before that', async () => {
    await save({ faults: ['offline'] })
    expect(on.outcomes()).toEqual({ saved: 100, unknown: 100, 'not-saved': 40 })
    expect(counts()).toEqual({ staged: 40, unknown: 100 })
    await saveRest({ faults: [] })
    expect(counts()).toEqual({ unknown: 100 })
    await on.tray.readAgain()
    expect(counts()).toEqual({ staged: 100 })
    await on.tray.save(now)
    expect(counts()).toEqual({})
    expect(writes()).toEqual({ 1: CELLS })
  })

  test('signed out: what was not saved is staged, and goes out once one is back', async () => {
    await save({ user: 'nobody' })
    expect(on.tray.state().report).toMatchObject({ error: { kind: 'unauthenticated' } })
    expect(on.outcomes()).toEqual({ saved: 100, 'not-saved': 140 })
    expect(counts()).toEqual({ staged: 140 })
    await saveRest({ user: 'instructor' })
    expect(counts()).toEqual({})
    expect(writes()).toEqual({ 1: CELLS })
  })

  test.each<[string, Trouble, string]>([
    ['grades frozen', { now: '2030-01-01T00:00:00Z' }, 'frozen'],
    ['no right any more', { user: 'learner' }, 'no-right'],
  ])(
    '%s: what it refuses keeps its change and the reason, the rest stays staged',
    async (_, trouble, cause) => {
      await save(trouble)
      expect(on.tray.state().report).toMatchObject({
        error: { kind: 'forbidden', details: { reason: cause } },
      })
      expect(on.outcomes()).toEqual({ saved: 100, refused: 100, 'not-saved': 40 })
      expect(counts()).toEqual({ staged: 40, refused: 100 })
      expect(on.posts()).toHaveLength(2)
      expect(writes()).toEqual({ 1: 100 })
    },
  )

  test('half of each request refused: they alone are tried again', async () => {
    on = await openTray(config, { learners: LEARNERS, faults: ['save-422'] })
    on.stage(on.cells.slice(0, CELLS), 9.25)
    await on.tray.save(now)
    expect(on.outcomes()).toEqual({ saved: 120, refused: 120 })
    on.mock.change({ faults: [] })
    await on.tray.save(now, editsThatAre(on.gradebook.edits.state(), 'refused'))
    expect(counts()).toEqual({})
    expect(writes()).toEqual({ 1: CELLS })
  })

  test('a row that cannot be compared, of many: nothing is sent, everything is staged as before', async () => {
    on = await openTray(config, { learners: LEARNERS })
    on.stage(on.cells.slice(0, CELLS), 9.25)
    before(on.mock, /gradebook\/.*page_size=200/, () => on.mock.change({ faults: ['offline'] }), 2)
    await on.tray.save(now)
    expect(on.tray.state().report).toMatchObject({ error: { kind: 'unavailable' } })
    expect(counts()).toEqual({ staged: CELLS })
    expect(on.posts()).toEqual([])
    await saveRest({ faults: [] })
    expect(writes()).toEqual({ 1: CELLS })
  })
})
