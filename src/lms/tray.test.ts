import { afterEach, describe, expect, test } from 'vitest'
import { cellKey } from '#src/domain/edits-state.ts'
import { LmsError } from './errors.ts'
import { Gradebook } from './gradebook.ts'
import type { OverrideBatch, OverrideOutcome } from './lms.ts'
import { type TrayUnderTest, before, openTray, statusOf } from './tray-testing.ts'
import { trayOf } from './tray.ts'
import { backends, courseId } from './under-test.ts'

const now = () => 1000

describe.each(backends)('the tray on %s', (_, config) => {
  let on: TrayUnderTest
  const start = async (options?: Parameters<typeof openTray>[1]) => {
    on = await openTray(config, options)
    return on
  }
  afterEach(() => on.mock.close())

  const cell = (index: number) => {
    const found = on.cells[index]
    if (!found) throw new Error('there are too few cells')
    return found
  }
  /** Lets something else happen when the tray saves. */
  const instead = (act: (save: () => Promise<OverrideOutcome[]>) => Promise<OverrideOutcome[]>): void => {
    const { lms } = on.gradebook
    const saveOverrides = lms.saveOverrides?.bind(lms)
    lms.saveOverrides = (batch: OverrideBatch) => {
      lms.saveOverrides = saveOverrides
      return act(async () => (await saveOverrides?.(batch)) ?? [])
    }
  }
  const report = () => on.tray.state().report
  const total = (gradebook: Gradebook, index: number) =>
    gradebook.sheet.total(gradebook.sheet.row(cell(index).learnerId))

  test('saves all that is staged; marks and totals follow', async () => {
    const { tray, stage, gradebook, cells, outcomes } = await start()
    const before = total(gradebook, 0)
    stage(cells, 100)
    await tray.save(now)
    expect(outcomes()).toEqual({ saved: 12 })
    expect(tray.state()).toMatchObject({
      work: null,
      report: { kind: 'saved', error: null, isCancelled: false, areTotalsRead: true },
    })
    expect(total(gradebook, 0)).not.toBe(before)
    const { sheet } = gradebook
    const { learnerId, subsectionId } = cell(3)
    expect(sheet.grade(sheet.row(learnerId), sheet.column(subsectionId))).toMatchObject({
      overridden: true,
      earned: 100,
    })
  })

  test('what is saved is shown, also where the rows cannot be read afterwards', async () => {
    const { tray, stage, mock, mark, gradebook } = await start()
    stage([cell(0), cell(1)], 9.25)
    instead(async (save) => {
      const outcomes = await save()
      mock.change({ faults: ['offline'] })
      return outcomes
    })
    await tray.save(now)
    expect(report()).toMatchObject({ error: null, areTotalsRead: false })
    const { sheet } = gradebook
    for (const { learnerId, subsectionId } of [cell(0), cell(1)]) {
      expect(mark({ learnerId, subsectionId })).toBe('saved')
      const grade = sheet.grade(sheet.row(learnerId), sheet.column(subsectionId))
      expect(grade).toMatchObject({ attempted: true, earned: 9.25, overridden: true })
      expect(grade?.percent).toBeCloseTo(9.25 / (grade?.possible ?? 0), 3)
    }
  })

  test('saves some, and does one thing at a time', async () => {
    const { tray, stage, cells, posts, mark, gradebook } = await start()
    stage(cells, 9.25)
    const first = tray.save(now, [cell(0), cell(1)])
    expect(tray.state().work).toMatchObject({ kind: 'saving' })
    await Promise.all([first, tray.save(now), tray.readAgain(), tray.undoBatch('x', () => '')])
    expect(posts()).toHaveLength(1)
    expect([mark(cell(0)), mark(cell(2))]).toEqual(['saved', 'staged'])
    await tray.save(now)
    expect(gradebook.edits.state().batches.size).toBe(2)
    tray.dismiss()
    expect(report()).toBeNull()
    await tray.save(now)
    expect(report()).toBeNull()
  })

  test('what is asked for while something saves by itself comes after it, and is not lost', async () => {
    const { tray, stage, cells, posts, mark, outcomes, gradebook } = await start()
    stage(cells.slice(0, 2), 9.25)
    const quiet = tray.save(now, cells.slice(0, 2), true)
    stage(cells.slice(2, 4), 8)
    expect(tray.state()).toMatchObject({ work: { kind: 'saving' }, isQuiet: true })
    const asked = tray.save(now)
    expect(tray.state().isQuiet).toBe(false)
    expect(await tray.save(now, cells, true)).toBeNull()
    stage(cells.slice(4, 5), 7)
    await quiet
    expect(await asked).toMatchObject({ kind: 'saved', error: null })
    expect(outcomes()).toEqual({ saved: 3 })
    expect(mark(cell(0))).toBe('saved')
    expect(posts()).toHaveLength(2)
    const ids = [...gradebook.edits.state().batches.keys()]
    expect(ids.map((id) => tray.wasQuiet(id))).toEqual([true, false])
    expect(report()).toMatchObject({ batchId: ids[1] })
  })

  test('half refused: only they are tried again, and only when they are named', async () => {
    const { tray, stage, cells, outcomes, mock, gradebook, posts } = await start({ faults: ['save-422'] })
    stage(cells, 9.25)
    await tray.save(now)
    expect(outcomes()).toEqual({ saved: 6, refused: 6 })
    mock.change({ faults: [] })
    await tray.save(now)
    expect(posts()).toHaveLength(1)
    await tray.save(now, [...gradebook.edits.state().edits.values()])
    expect(outcomes()).toEqual({ saved: 6 })
    expect(gradebook.edits.state().edits.size).toBe(0)
  })

  test('a server error: what it did is read before anything else', async () => {
    const { tray, stage, cells, outcomes, gradebook } = await start({ faults: ['save-500'] })
    stage(cells, 9.25)
    await tray.save(now)
    expect(report()).toMatchObject({ error: { details: { reason: 'server', outcome: 'unknown' } } })
    expect(outcomes()).toEqual({ 'not-saved': 12 })
    expect(gradebook.edits.state().edits.size).toBe(12)
  })

  test('an answer that never comes, and nothing can be read: unknown until it is read again', async () => {
    const { tray, stage, mock, mark, gradebook, posts, onServer } = await start()
    stage([cell(0), cell(1)], 9.25)
    instead(async (save) => {
      await save()
      mock.change({ faults: ['offline'] })
      throw new LmsError('unavailable', { reason: 'timeout', outcome: 'unknown' })
    })
    await tray.save(now)
    expect(report()).toMatchObject({ error: { details: { reason: 'timeout' } } })
    expect([mark(cell(0)), mark(cell(1))]).toEqual(['unknown', 'unknown'])
    await tray.save(now)
    await tray.readAgain()
    expect(report()).toEqual({ kind: 'read', settled: 0, left: 2 })
    mock.change({ faults: [] })
    await tray.readAgain()
    expect(report()).toEqual({ kind: 'read', settled: 2, left: 0 })
    expect(mark(cell(0))).toBe('saved')
    expect(gradebook.factsOf(cell(1)).earned).toBe(9.25)
    expect(await onServer(cell(0))).toBe(9.25)
    expect(posts()).toHaveLength(1)
  })

  test('offline: nothing is sent, everything stays staged', async () => {
    const { tray, stage, cells, mock, gradebook, posts } = await start()
    stage(cells, 9.25)
    mock.change({ faults: ['offline'] })
    await tray.save(now)
    expect(report()).toMatchObject({ error: { kind: 'unavailable', details: { reason: 'dropped' } } })
    expect(gradebook.edits.state().edits.size).toBe(12)
    expect(posts()).toHaveLength(0)
  })

  test('signed out in the middle: what was not sent stays staged', async () => {
    const { tray, stage, cells, mock, gradebook } = await start()
    stage(cells, 9.25)
    before(mock, /bulk-update/, () => mock.change({ user: 'nobody' }))
    await tray.save(now)
    expect(report()).toMatchObject({ error: { kind: 'unauthenticated' } })
    expect([...gradebook.edits.state().edits.values()].map(({ status }) => status.kind)).toEqual(
      cells.map(() => 'staged'),
    )
  })

  test('frozen meanwhile: each is refused with that reason, and keeps its change', async () => {
    const { tray, stage, mock } = await start()
    stage([cell(0), cell(1)], 9.25)
    mock.change({ now: '2030-01-01T00:00:00Z' })
    await tray.save(now)
    expect(statusOf(on, cell(0))).toMatchObject({ kind: 'refused', refusal: { cause: 'frozen' } })
    expect(statusOf(on, cell(1))).toMatchObject({ kind: 'refused', refusal: { cause: 'frozen' } })
  })

  test('a conflict is not overwritten; the row shows theirs', async () => {
    const { tray, stage, cells, lms, outcomes, gradebook } = await start()
    stage(cells, 9.25)
    await lms.saveOverrides?.({
      courseId,
      items: [{ ...cell(2), earned: 1, possible: null, reason: 'Late' }],
    })
    await tray.save(now)
    expect(outcomes()).toEqual({ saved: 11, conflict: 1 })
    expect(statusOf(on, cell(2))).toMatchObject({ kind: 'conflict', entry: { reason: 'Late' } })
    expect(gradebook.factsOf(cell(2)).earned).toBe(1)
  })

  test('somebody who wrote in the same moment is told', async () => {
    const { tray, stage, lms, gradebook, lastBatch } = await start()
    stage([cell(0)], 9.25)
    instead(async (save) => {
      const items = [{ ...cell(0), earned: 2, possible: null, reason: 'Mine first' }]
      await lms.saveOverrides?.({ courseId, items })
      return save()
    })
    await tray.save(now)
    const item = gradebook.edits
      .state()
      .batches.get(lastBatch())
      ?.items.get(cellKey(cell(0)))
    expect(item).toMatchObject({ outcome: { kind: 'saved' }, race: { reason: 'Mine first' } })
  })

  test('can be ended: what was not sent stays staged', async () => {
    const { tray, stage, cells, mock, gradebook } = await start()
    tray.cancel()
    stage(cells, 9.25)
    before(mock, /subsection/, () => tray.cancel())
    await tray.save(now)
    expect(tray.state()).toMatchObject({
      work: null,
      isEnding: false,
      report: { isCancelled: true, error: null },
    })
    expect(gradebook.edits.state().edits.size).toBe(12)
  })

  test('another query meanwhile: the rows go into its sheet', async () => {
    const { tray, stage, cells, lms, gradebook, mock } = await start()
    const other = new Gradebook(lms, { courseId, search: 'chen' }, '', gradebook.edits)
    expect(trayOf(other)).toBe(tray)
    other.loader.start()
    await expect.poll(() => other.loader.state().status).toBe('done')
    const index = cells.findIndex(({ learnerId }) => other.sheet.row(learnerId) >= 0)
    const old = total(other, index)
    stage(cells, 100)
    before(mock, /bulk-update/, () => tray.follow(other))
    await tray.save(now)
    const left = cells.find(({ learnerId }) => other.sheet.row(learnerId) < 0)
    expect(left && tray.learner(left.learnerId)?.username).toMatch(/./)
    expect(total(other, index)).not.toBe(old)
    expect(
      other.sheet.grade(other.sheet.row(cell(index).learnerId), other.sheet.column(cell(index).subsectionId)),
    ).toMatchObject({ overridden: true })
  })

  test('totals that cannot be read afterwards are said', async () => {
    const { tray, stage, mock, mark } = await start()
    stage([cell(0)], 9.25)
    instead(async (save) => {
      const told = await save()
      mock.change({ faults: ['offline'] })
      return told
    })
    await tray.save(now)
    expect(mark(cell(0))).toBe('saved')
    expect(report()).toMatchObject({ kind: 'saved', error: null, areTotalsRead: false })
  })
})
