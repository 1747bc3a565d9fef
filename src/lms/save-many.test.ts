import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { saveEnrolment } from '#mocks/lms/enrolments.ts'
import type { MockLms } from '#mocks/node.ts'
import { itemsThatAre, markOf } from '#src/domain/edits-read.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { Gradebook } from './gradebook.ts'
import { EditStore } from './edit-store.ts'
import type { Lms } from './lms.ts'
import type { LoadState } from './load.ts'
import { saveEdits } from './save.ts'
import { backends, courseId, open } from './under-test.ts'

const LEARNERS = 60

describe.each(backends)('saving many cells on %s', (_, config) => {
  let lms: Lms
  let mock: MockLms
  let gradebook: Gradebook
  let cells: CellRef[]

  beforeEach(() => start(LEARNERS, ({ status }) => status === 'done'))

  /** Reads a course as far as said, and types a score for everybody who has been read. */
  async function start(learners: number, enough: (state: LoadState) => boolean): Promise<void> {
    ;({ lms, mock } = await open(config, { learners }))
    gradebook = new Gradebook(lms, { courseId }, '', new EditStore())
    gradebook.loader.start()
    await expect.poll(() => enough(gradebook.loader.state())).toBe(true)
    const column = gradebook.sheet.columns.findIndex(({ name }) => name === 'Homework 3')
    cells = gradebook.sheet.learners.map(({ id }) => ({
      learnerId: id,
      subsectionId: gradebook.sheet.columns[column]?.id ?? '',
    }))
    gradebook.edits.dispatch({
      type: 'stage',
      changes: cells.map((cell) => ({
        ...cell,
        was: gradebook.factsOf(cell),
        will: { earned: 9.25, possible: null },
      })),
    })
    mock.requests.length = 0
  }
  afterAll(() => mock.close())

  const save = (signal?: AbortSignal) =>
    saveEdits({
      lms,
      courseId,
      store: gradebook.edits,
      cells,
      batchId: 'b',
      now: () => 1000,
      rows: gradebook,
      ...(signal ? { signal } : {}),
    })
  const outcomes = () => {
    const items = gradebook.edits.state().batches.get('b')?.items.values() ?? []
    return Object.groupBy([...items], ({ outcome }) => outcome.kind)
  }
  const reads = () => mock.requests.filter((line) => line.startsWith('GET'))
  const first = (): CellRef => cells[0] as CellRef

  test('compares them by the list’s pages, not one by one', async () => {
    expect(await save()).toBeNull()
    expect(outcomes()['saved']).toHaveLength(cells.length)
    expect(reads().length).toBeLessThan(5)
    expect(mock.requests.filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })

  test('says how far the comparing is, request by request', async () => {
    await start(3000, ({ read }) => read > 30)
    gradebook.loader.pause()
    cells = cells.slice(0, 30)
    const far: number[] = []
    gradebook.edits.watch((_, { batches }, { type }) => {
      const batch = batches.get('b')
      if (type === 'checked' && batch) far.push(itemsThatAre(batch, 'checked').length)
    })
    expect(await save()).toBeNull()
    expect(far).toHaveLength(30)
    expect(far).toEqual(far.map((_, index) => index + 1))
  })

  test('a few learners of a big course are read by username', async () => {
    await start(3000, ({ read }) => read > 0)
    gradebook.loader.pause()
    cells = cells.slice(0, 21)
    expect(await save()).toBeNull()
    const rows = reads().filter((line) => line.includes('/gradebook/'))
    expect(rows).toHaveLength(21)
    expect(rows.every((line) => line.includes('?username='))).toBe(true)
  })

  test('what a colleague changed is read with its history and not overwritten; the others are saved', async () => {
    const cell = first()
    await lms.saveOverrides?.({ courseId, items: [{ ...cell, earned: 1, possible: null, reason: 'Late' }] })
    expect(await save()).toBeNull()
    expect(outcomes()['saved']).toHaveLength(cells.length - 1)
    expect(gradebook.edits.state().edits.get(cellKey(cell))?.status).toMatchObject({
      kind: 'conflict',
      theirs: { earned: 1 },
      entry: { reason: 'Late' },
    })
  })

  test('a learner who left the course is graded all the same, one who is unknown is refused', async () => {
    const left = cells[1] as CellRef
    const [course] = mock.world.school.world.courses
    if (!course) throw new Error('No course')
    saveEnrolment(mock.world.school, course, Number(left.learnerId), { active: false })
    const unknown = { ...first(), learnerId: '999999' }
    gradebook.sheet.apply({
      rows: [
        {
          learner: { id: '999999', username: 'nobody.here', name: null, email: null, studentKey: null },
          total: null,
          grades: [],
        },
      ],
    })
    gradebook.edits.dispatch({
      type: 'stage',
      changes: [{ ...unknown, was: gradebook.factsOf(unknown), will: { earned: 1, possible: null } }],
    })
    cells = [...cells, unknown]
    expect(await save()).toBeNull()
    expect(outcomes()['saved']).toHaveLength(cells.length - 1)
    expect(markOf(gradebook.edits.state(), unknown)).toMatchObject({
      kind: 'refused',
      edit: { status: { refusal: { cause: 'not-enrolled' } } },
    })
  })

  test('without a connection while comparing, everything is staged as before', async () => {
    mock.change({ faults: ['offline'] })
    expect(await save()).toMatchObject({ kind: 'unavailable' })
    expect(outcomes()['not-saved']).toHaveLength(cells.length)
    expect(gradebook.edits.state().edits.size).toBe(cells.length)
  })

  test('can be ended between two requests: what was sent is saved, the rest is staged as before', async () => {
    const end = new AbortController()
    const whole = lms
    lms = {
      ...whole,
      capabilities: { ...whole.capabilities, batchSize: 20 },
      saveOverrides: async (batch) => {
        const told = (await whole.saveOverrides?.(batch)) ?? []
        end.abort()
        return told
      },
    }
    expect(await save(end.signal)).toBeNull()
    expect(outcomes()['saved']).toHaveLength(20)
    expect(outcomes()['not-saved']).toHaveLength(cells.length - 20)
  })

  test('after a time-out in the middle the rows tell what was saved', async () => {
    mock.change({ faults: ['save-500'] })
    expect(await save()).toMatchObject({ details: { outcome: 'unknown' } })
    expect(outcomes()['not-saved']).toHaveLength(cells.length)
    expect(mock.requests.filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })
})
