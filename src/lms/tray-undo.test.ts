import { afterEach, describe, expect, test } from 'vitest'
import { type TrayUnderTest, before, openTray } from './tray-testing.ts'
import { backends, courseId } from './under-test.ts'

const now = () => 1000
const undone = ({ reason }: { readonly reason: string | null }) => `Undo: ${reason ?? 'change'}`

describe.each(backends)('undoing a saved batch on %s', (_, config) => {
  let on: TrayUnderTest
  afterEach(() => on.mock.close())

  /** Saves a score for the first learners, and gives the batch. */
  const saved = async (count: number, earned: number, reason?: string): Promise<string> => {
    on.stage(on.cells.slice(0, count), earned, reason)
    await on.tray.save(now)
    return on.lastBatch()
  }
  const report = () => on.tray.state().report
  const cell = (index: number) => {
    const found = on.cells[index]
    if (!found) throw new Error('there are too few cells')
    return found
  }

  test('writes back what stood there, with a reason, as a batch of its own', async () => {
    on = await openTray(config)
    await saved(3, 2, 'First')
    const second = await saved(3, 9, 'Second')
    await on.tray.undoBatch(second, undone)
    expect(report()).toMatchObject({ kind: 'undo', found: { cleared: 0, changedSince: [] } })
    const [edit] = on.gradebook.edits.state().edits.values()
    expect(edit).toMatchObject({
      will: { earned: 2, possible: null },
      reason: 'Undo: Second',
      undoes: second,
    })
    await on.tray.save(now)
    expect(on.outcomes()).toEqual({ saved: 3 })
    expect(await on.onServer(cell(1))).toBe(2)
    expect(on.gradebook.edits.state().batches.get(second)?.items.values().next().value).toMatchObject({
      outcome: { kind: 'undone' },
    })
  })

  test('no override before: nulls, and it says how many show 0 then', async () => {
    on = await openTray(config)
    const blank = on.cells.filter((ref) => on.gradebook.factsOf(ref).attempted === false).length
    const batch = await saved(12, 9)
    await on.tray.undoBatch(batch, undone)
    const found = report()?.kind === 'undo' ? report() : null
    const facts = found?.kind === 'undo' ? found.found : null
    expect(facts?.cleared).toBeGreaterThan(0)
    expect(facts?.zeroed).toBe(blank)
    await on.tray.save(now)
    const cleared = facts?.changes.find(({ will }) => will === null)
    expect(cleared && (await on.onServer(cleared))).toBeNull()
    const { sheet } = on.gradebook
    const shown = cleared && sheet.grade(sheet.row(cleared.learnerId), sheet.column(cleared.subsectionId))
    expect(shown).toMatchObject({ attempted: true, overridden: false })
  })

  test('what somebody changed since, and what has a newer change, is left alone and told', async () => {
    on = await openTray(config)
    const batch = await saved(3, 9)
    await on.lms.saveOverrides?.({
      courseId,
      items: [{ ...cell(0), earned: 1, possible: null, reason: 'Theirs' }],
    })
    on.stage([cell(1)], 5)
    await on.tray.undoBatch(batch, undone)
    expect(report()).toMatchObject({
      found: { changedSince: [cell(0)], onTheirWay: [cell(1)], changes: [{ learnerId: cell(2).learnerId }] },
    })
    expect(on.gradebook.factsOf(cell(0)).earned).toBe(1)
  })

  test('a reason is no longer than the server takes', async () => {
    on = await openTray(config)
    const batch = await saved(1, 9, 'ü'.repeat(300))
    await on.tray.undoBatch(batch, undone)
    const [edit] = on.gradebook.edits.state().edits.values()
    expect(Array.from(edit?.reason ?? '')).toHaveLength(300)
    expect(edit?.reason).toMatch(/…$/)
  })

  test('where a history cannot be read nothing is staged, and it says why', async () => {
    on = await openTray(config)
    const batch = await saved(2, 9)
    on.mock.change({ faults: ['offline'] })
    await on.tray.undoBatch(batch, undone)
    expect(report()).toMatchObject({ kind: 'undo-failed', batchId: batch, error: { kind: 'unavailable' } })
    expect(on.gradebook.edits.state().edits.size).toBe(0)
  })

  test('can be ended; a batch that nobody knows is none', async () => {
    on = await openTray(config)
    const batch = await saved(12, 9)
    before(on.mock, /subsection/, () => on.tray.cancel())
    await on.tray.undoBatch(batch, undone)
    expect(on.tray.state()).toMatchObject({ work: null, report: null })
    await on.tray.undoBatch('nobody knows', undone)
    expect(on.gradebook.edits.state().edits.size).toBe(0)
  })
})
