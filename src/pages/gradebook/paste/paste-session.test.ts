import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { parseConfig } from '#src/config.ts'
import { connect } from '#src/lms/connect.ts'
import { EditStore } from '#src/lms/edit-store.ts'
import { Gradebook } from '#src/lms/gradebook.ts'
import { PasteSession, changesIn } from './paste-session.ts'

let mock: MockLms
let gradebook: Gradebook
/** Milliseconds that each look at the clock takes: a slow machine, on demand. */
let tick = 0
let waiting: Array<() => void> = []
/** Paints in between. */
const paint = () => waiting.splice(0).forEach((work) => work())
const paintAll = () => {
  for (let frames = 0; waiting.length > 0; frames += 1) {
    if (frames > 10_000) throw new Error('it never ends')
    paint()
  }
}

async function open(learners: number) {
  mock = mockLms({ learners, subsections: 24 })
  const config = parseConfig({ baseUrl: 'https://lms.example.com' })
  const lms = await connect(config, { sleep: async () => {} })
  gradebook = new Gradebook(lms, { courseId: COURSE_KEYS.statistics }, '', new EditStore())
  gradebook.loader.start()
  await vi.waitFor(() => expect(gradebook.loader.state().status).toBe('done'))
  let now = 0
  return new PasteSession({
    gradebook,
    assignments: gradebook.sheet.columns,
    decimal: '.',
    later: (work) => void waiting.push(work),
    clock: () => (now += tick),
  })
}

beforeEach(() => {
  tick = 0
  waiting = []
})
afterAll(() => mock.close())

const HW1 = 'HW 01'
/** A table with so many lines; the first learners are those of the course. */
const tableOf = (count: number, header = `username,${HW1}`, score = '1') =>
  [
    header,
    ...Array.from({ length: count }, (_, at) => {
      const learner = gradebook.sheet.learners[at]
      return `${learner?.username ?? `nobody${at}`},${score}`
    }),
  ].join('\r\n')

test('a small table is read at once, without a bar', async () => {
  const session = await open(3)
  session.read(tableOf(3))
  expect(session.state()).toMatchObject({ status: 'done', progress: null })
  expect(waiting).toEqual([])
  expect(changesIn(session.state())).toBe(3)
})

test('a big table is read in slices; the bar comes when it takes long, rises, and goes', async () => {
  const session = await open(3)
  tick = 5
  const seen: Array<number | null> = []
  session.changes.subscribe(() => seen.push(session.state().progress))
  session.read(tableOf(5000))
  // Reading alone is not done within one frame.
  expect(session.state()).toMatchObject({ status: 'reading', table: [], progress: null })
  paintAll()
  expect(session.state()).toMatchObject({ status: 'done', progress: null })
  expect(session.state().preview?.lines).toHaveLength(5000)
  const bar = seen.filter((one) => one !== null)
  expect(bar.length).toBeGreaterThan(10)
  expect(bar).toEqual(bar.toSorted((a, b) => a - b))
  expect(bar.at(-1)).toBeGreaterThan(0.9)
  expect(bar.at(-1)).toBeLessThanOrEqual(1)
})

test.each([
  ['while the text is read', 2],
  ['while lines are judged', 200],
])('stopped %s it stages nothing, and read again it is whole', async (_, frames) => {
  const session = await open(3)
  tick = 5
  session.read(tableOf(5000))
  for (let at = 0; at < frames; at += 1) paint()
  expect(session.state().status).toBe('reading')
  session.stop()
  expect(session.state()).toMatchObject({ status: 'stopped', progress: null })
  paintAll()
  expect(session.state().status).toBe('stopped')
  expect(changesIn(session.state())).toBe(0)
  const staged = vi.fn<() => void>()
  session.stage(staged)
  paintAll()
  expect(staged).not.toHaveBeenCalled()
  session.goOn()
  paintAll()
  expect(session.state().status).toBe('done')
  expect(changesIn(session.state())).toBe(3)
})

test('many changes are staged between frames, as one step, and told at the end', async () => {
  const session = await open(3)
  session.read(tableOf(2000))
  paintAll()
  const { edits } = gradebook
  tick = 5
  const staged = vi.fn<(learners: number) => void>()
  session.stage(staged)
  expect(session.state().status).toBe('staging')
  session.stage(staged)
  session.stop()
  expect(edits.state().edits.size).toBe(0)
  paintAll()
  expect(staged.mock.calls).toEqual([[3]])
  expect(session.state().status).toBe('empty')
  expect(edits.state()).toMatchObject({ edits: { size: 3 }, past: { length: 1 } })
})

test('another text takes the place of one that is still read', async () => {
  const session = await open(3)
  tick = 5
  session.read(tableOf(5000))
  paint()
  session.read(tableOf(2))
  paintAll()
  expect(session.state().preview?.lines).toHaveLength(2)
})

test('what was staged meanwhile counts with the next reading', async () => {
  const session = await open(3)
  session.read(tableOf(3))
  const [learner] = gradebook.sheet.learners
  const column = gradebook.sheet.columns.find(({ label }) => label === HW1)
  const cell = { learnerId: learner?.id ?? '', subsectionId: column?.id ?? '' }
  const change = { ...cell, was: gradebook.factsOf(cell), will: { earned: 1, possible: null } }
  gradebook.edits.dispatch({ type: 'stage', changes: [change] })
  expect(changesIn(session.state())).toBe(3)
  session.renew()
  expect(changesIn(session.state())).toBe(2)
})

/** Not open to anybody yet. */
const CLOSED = 'Lab 10'
/** An assignment of which the sheet does not know the points. */
function untouched(): string {
  const { sheet } = gradebook
  const column = sheet.columns.find(({ name }, at) => sheet.possible(at) === null && name !== CLOSED)
  if (!column) throw new Error('somebody has attempted everything')
  return column.name
}
const asked = () => mock.requests.filter((request) => request.includes('/subsection/')).length

test('the points of percentages that nobody has attempted are asked for once for a column', async () => {
  const session = await open(1)
  session.read(tableOf(1, `username,${untouched()}`, '50%'))
  expect(session.state().preview?.groups.refused.count).toBe(1)
  await vi.waitFor(() => expect(changesIn(session.state())).toBe(1))
  expect(asked()).toBe(1)
  session.read(tableOf(1, `username,${untouched()}`, '60%'))
  expect(changesIn(session.state())).toBe(1)
  expect(asked()).toBe(1)
})

test('what nobody can open yet has no points: after a few learners the line says so, and nobody is asked again', async () => {
  const session = await open(5)
  const table = tableOf(5, `username,${CLOSED}`, '50%')
  session.read(table)
  await vi.waitFor(() => expect(asked()).toBe(3))
  session.read(table)
  expect(session.state().preview?.groups.refused.count).toBe(5)
  expect(session.state().preview?.lines[0]?.cells[0]?.verdict).toMatchObject({
    refusal: { why: 'possible-unknown' },
  })
  expect(asked()).toBe(3)
})

test('points that the server could not tell are asked for again with the next reading', async () => {
  const session = await open(1)
  mock.change({ faults: ['offline'] })
  session.read(tableOf(1, `username,${untouched()}`, '50%'))
  await vi.waitFor(() => expect(asked()).toBeGreaterThan(0))
  const before = asked()
  expect(session.state().preview?.groups.refused.count).toBe(1)
  mock.change({ faults: [] })
  session.read(tableOf(1, `username,${untouched()}`, '50%'))
  await vi.waitFor(() => expect(changesIn(session.state())).toBe(1))
  expect(asked()).toBeGreaterThan(before)
})
