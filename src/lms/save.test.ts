import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { factsOfCell } from '#src/domain/conflict.ts'
import { markOf } from '#src/domain/edits-read.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { connect } from './connect.ts'
import { EditStore } from './edit-store.ts'
import type { Lms, SheetCell } from './lms.ts'
import { saveEdits, settleUnknown } from './save.ts'
import { backends, courseId, open, rowsOf } from './under-test.ts'

const now = () => 1000

describe.each(backends)('saveEdits on %s', (_, config) => {
  let lms: Lms
  let mock: MockLms
  let store: EditStore
  /** Attempted cells of different learners, as the list tells them. */
  let cells: readonly SheetCell[]

  const reopen = async (options?: Parameters<typeof open>[1]) => {
    ;({ lms, mock } = await open(config, { learners: 12, ...options }))
    store = new EditStore()
    cells = (await rowsOf(lms)).flatMap(({ learner, grades }) =>
      grades
        .filter(({ attempted, percent }) => attempted && percent > 0 && percent < 0.9)
        .slice(0, 1)
        .map((cell) => ({ ...cell, learnerId: learner.id })),
    )
  }
  beforeEach(() => reopen())
  afterAll(() => mock.close())

  const at = (index: number): SheetCell => {
    const cell = cells[index]
    if (!cell) throw new Error('there are too few attempted cells')
    return cell
  }
  /** Types full points into a cell. */
  const stage = (cell: SheetCell, will: { earned: number } | null = { earned: cell.possible }) =>
    store.dispatch({
      type: 'stage',
      changes: [
        {
          learnerId: cell.learnerId,
          subsectionId: cell.subsectionId,
          was: factsOfCell(cell),
          will: will && { ...will, possible: null },
          reason: 'Marked again',
        },
      ],
    })
  const save = (batchId: string, ...cells: readonly CellRef[]) =>
    saveEdits({ lms, courseId, store, cells, batchId, now })
  const outcome = (batchId: string, cell: CellRef) =>
    store.state().batches.get(batchId)?.items.get(cellKey(cell))?.outcome
  const mark = (cell: CellRef) => markOf(store.state(), cell)?.kind
  const posts = () => mock.requests.filter((line) => line.startsWith('POST'))
  const onServer = async ({ learnerId, subsectionId }: CellRef) => {
    const grade = await lms.subsectionGrade?.({ courseId, learnerId, subsectionId })
    return grade?.override?.earnedGraded ?? null
  }
  /** Lets something happen right after the first request that saves, whatever it came to. */
  const afterSaving = (happens: () => void) => {
    const whole = lms
    let isFirst = true
    lms = {
      ...lms,
      saveOverrides: async (batch) => {
        try {
          return (await whole.saveOverrides?.(batch)) ?? []
        } finally {
          if (isFirst) happens()
          isFirst = false
        }
      },
    }
  }

  test('saves what was staged', async () => {
    const cell = at(0)
    stage(cell)
    expect(await save('b', cell)).toBeNull()
    expect(outcome('b', cell)).toEqual({ kind: 'saved' })
    expect(store.state().batches.get('b')?.at).toBe(1000)
    expect(store.state().edits.size).toBe(0)
    expect(await onServer(cell)).toBe(cell.possible)
  })

  test('sends nothing for a cell that is not staged, and nothing twice on a double save', async () => {
    const cell = at(0)
    expect(await save('none', cell)).toBeNull()
    expect(posts()).toEqual([])
    stage(cell)
    await Promise.all([save('one', cell), save('two', cell), save('one', cell)])
    expect(posts()).toHaveLength(1)
    expect(outcome('one', cell)).toEqual({ kind: 'saved' })
    expect(store.state().batches.has('two')).toBe(false)
  })

  test('sends nothing where the override to be cleared does not exist', async () => {
    const cell = at(0)
    stage(cell, null)
    expect(await save('b', cell)).toBeNull()
    expect(outcome('b', cell)).toEqual({ kind: 'unneeded' })
    expect(posts()).toEqual([])
  })

  test('a refused cell keeps its change and says why; the others are saved; only it is tried again', async () => {
    await reopen({ faults: ['save-422'] })
    const [refused, saved] = [at(0), at(1)]
    stage(refused)
    stage(saved)
    expect(await save('b', refused, saved)).toBeNull()
    expect(outcome('b', saved)).toEqual({ kind: 'saved' })
    expect(outcome('b', refused)).toMatchObject({
      kind: 'refused',
      refusal: { words: expect.stringMatching(/./) },
    })
    expect(mark(refused)).toBe('refused')
    expect(await onServer(refused)).toBeNull()

    mock.change({ faults: [] })
    expect(await save('again', refused, saved)).toBeNull()
    expect([...(store.state().batches.get('again')?.items.keys() ?? [])]).toEqual([cellKey(refused)])
    expect(await onServer(refused)).toBe(refused.possible)
  })

  test('grades that are frozen refuse every cell, with that reason', async () => {
    await reopen({ scenario: 'frozen' })
    const cell = at(0)
    stage(cell)
    expect(await save('b', cell)).toMatchObject({ kind: 'forbidden', details: { reason: 'frozen' } })
    expect(outcome('b', cell)).toMatchObject({ kind: 'refused', refusal: { cause: 'frozen' } })
    expect(mark(cell)).toBe('refused')
  })

  test('a server error leaves the outcome unknown until reading tells that nothing was saved', async () => {
    await reopen({ faults: ['save-500'] })
    const cell = at(0)
    stage(cell)
    expect(await save('b', cell)).toMatchObject({ kind: 'unavailable', details: { outcome: 'unknown' } })
    expect(outcome('b', cell)).toEqual({ kind: 'not-saved' })
    expect(mark(cell)).toBe('staged')
    expect(posts()).toHaveLength(1)
  })

  test('an answer that never comes leaves it unknown until reading tells that it was saved', async () => {
    const cell = at(0)
    stage(cell)
    lms = await connect({ ...config, timeout: 0.4 }, { sleep: async () => {} })
    mock.change({ faults: ['save-timeout'] })
    expect(await save('b', cell)).toMatchObject({ details: { reason: 'timeout', outcome: 'unknown' } })
    expect(outcome('b', cell)).toEqual({ kind: 'saved' })
    expect(store.state().edits.size).toBe(0)
    expect(await onServer(cell)).toBe(cell.possible)
    expect(posts()).toHaveLength(1)
  })

  test('what stays unknown is not sent again before it has been read', async () => {
    await reopen({ faults: ['save-500'] })
    const cell = at(0)
    stage(cell)
    afterSaving(() => mock.change({ faults: ['offline'] }))
    await save('b', cell)
    expect(mark(cell)).toBe('unknown')
    mock.change({ faults: [] })
    expect(await save('again', cell)).toBeNull()
    expect(posts()).toHaveLength(1)
    expect(mark(cell)).toBe('unknown')
    await settleUnknown({ lms, courseId, store })
    expect(mark(cell)).toBe('staged')
    expect(await save('again', cell)).toBeNull()
    expect(await onServer(cell)).toBe(cell.possible)
  })

  test('without a connection nothing is sent, and the change is staged as before', async () => {
    const cell = at(0)
    stage(cell)
    const before = store.state().edits.get(cellKey(cell))
    mock.change({ faults: ['offline'] })
    expect(await save('b', cell)).toMatchObject({ kind: 'unavailable', details: { reason: 'dropped' } })
    expect(outcome('b', cell)).toEqual({ kind: 'not-saved' })
    expect(store.state().edits.get(cellKey(cell))).toEqual(before)
    expect(posts()).toEqual([])
  })

  test('signed out between check and save: certainly not saved, and staged as before', async () => {
    const cell = at(0)
    stage(cell)
    const whole = lms
    lms = {
      ...lms,
      subsectionGrade: async (params) => {
        const grade = await whole.subsectionGrade?.(params)
        mock.change({ user: 'nobody' })
        if (!grade) throw new Error('the backend reads no single grade')
        return grade
      },
    }
    expect(await save('b', cell)).toMatchObject({ kind: 'unauthenticated' })
    expect(outcome('b', cell)).toEqual({ kind: 'not-saved' })
    expect(mark(cell)).toBe('staged')
  })

  test('a colleague’s grade is not overwritten but shown, with the entry that made it', async () => {
    const cell = at(0)
    const { learnerId, subsectionId } = cell
    stage(cell)
    const theirs = { learnerId, subsectionId, earned: 1, possible: null, reason: 'Late' }
    await lms.saveOverrides?.({ courseId, items: [theirs] })
    expect(await save('b', cell)).toBeNull()
    expect(outcome('b', cell)).toEqual({ kind: 'conflict' })
    expect(store.state().edits.get(cellKey(cell))?.status).toMatchObject({
      kind: 'conflict',
      theirs: { earned: 1 },
      entry: { reason: 'Late', by: 'nuria.haddad' },
    })
    expect(posts()).toHaveLength(1)
    expect(await onServer(cell)).toBe(1)
  })

  test('nothing is written for a learner who cannot open the assignment', async () => {
    const [learner, block] = ['1004', 'lab_09']
    const row = (await rowsOf(lms)).find(({ learner: { id } }) => id === learner)
    const cell = row?.grades.find(({ subsectionId }) => subsectionId.endsWith(`@${block}`))
    if (!cell) throw new Error('the scenario has no such cell')
    const closed = { ...cell, learnerId: learner }
    stage(closed, { earned: 5 })
    expect(await save('b', closed)).toBeNull()
    expect(outcome('b', closed)).toEqual({
      kind: 'refused',
      refusal: { words: null, cause: 'not-available' },
    })
    expect(posts()).toEqual([])
  })

  test('goes out in parts; where one fails, those before it are saved and those after it are not sent', async () => {
    const [first, second, third] = [at(0), at(1), at(2)]
    for (const cell of [first, second, third]) stage(cell)
    lms = { ...lms, capabilities: { ...lms.capabilities, batchSize: 1 } }
    afterSaving(() => mock.change({ faults: ['save-500'] }))
    expect(await save('b', first, second, third)).toMatchObject({ kind: 'unavailable' })
    expect([first, second, third].map((cell) => outcome('b', cell)?.kind)).toEqual([
      'saved',
      'not-saved',
      'not-saved',
    ])
    expect([mark(second), mark(third)]).toEqual(['staged', 'staged'])
    expect(posts()).toHaveLength(2)
  })

  test('a server that cannot save refuses; one that cannot be compared with leaves the change staged', async () => {
    const cell = at(0)
    stage(cell)
    const whole = lms
    lms = { ...whole, saveOverrides: undefined }
    expect(await save('b', cell)).toMatchObject({ kind: 'unsupported' })
    expect(outcome('b', cell)).toMatchObject({ kind: 'refused', refusal: { cause: 'unsupported' } })
    lms = { ...whole, subsectionGrade: undefined }
    expect(await save('c', cell)).toMatchObject({ kind: 'unsupported' })
    expect(outcome('c', cell)).toEqual({ kind: 'not-saved' })
    expect(mark(cell)).toBe('staged')
  })

  test('a mistake of ours counts as unknown: it may have happened after sending', async () => {
    const cell = at(0)
    stage(cell)
    const mistake = new TypeError('?')
    lms = { ...lms, saveOverrides: () => Promise.reject(mistake) }
    expect(await save('b', cell)).toMatchObject({ kind: 'contract', cause: mistake })
    expect(outcome('b', cell)).toEqual({ kind: 'not-saved' })
    expect(mark(cell)).toBe('staged')
  })
})
