import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FaultName } from '#mocks/faults.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import { setClock } from '#mocks/lms/clock.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { overrideRecord } from '#mocks/lms/override-records.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { STATISTICS_TEAM } from '#mocks/scenarios/team.ts'
import { parseConfig } from '#src/config.ts'
import { compareFacts, factsOfSubsection } from '#src/domain/conflict.ts'
import { editsThatAre } from '#src/domain/edits-read.ts'
import { type CellKey, type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { openTray } from './tray-testing.ts'
import { courseId, given } from './under-test.ts'

/** An answer that never comes is given up soon: the test waits for it. */
const config = parseConfig({ baseUrl: 'https://lms.example.com', timeout: 0.4 })
const FAULTS: readonly FaultName[] = ['save-500', 'save-422', 'offline', 'save-timeout', 'save-timeout']
/** Long after the course's end: its grades are frozen. */
const FROZEN = Date.parse('2030-01-01T00:00:00Z')
const LEARNERS = 4
const COLLEAGUE = 'Colleague'

const STAGING = ['type', 'clear', 'discard', 'undo', 'redo'] as const
const SAVING = ['saveAll', 'saveSome', 'saveEnded', 'saveMeanwhile', 'typeMeanwhile', 'undoBatch'] as const
const READING = ['readAgain', 'reread', 'takeTheirs', 'keepMine'] as const
const OTHERS = ['colleague', 'fault', 'mend', 'freeze'] as const
const VERBS = [...STAGING, ...SAVING, ...READING, ...OTHERS]
type Verb = (typeof VERBS)[number]
type On = Awaited<ReturnType<typeof openTray>>

/** A person at a tray, a colleague, and a server that fails in every way. Each request is judged as it goes out. */
class System {
  readonly on: On
  readonly cells: readonly CellRef[]
  readonly #opened: number
  /** What the person has been shown of the colleague's scores; all of those differ. */
  readonly #shown = new Set<string>()
  /** Reasons that went out and whose outcome was told; every wish has a reason of its own. */
  readonly #told = new Set<string>()
  /** What must not have happened: a failure within a request would pass for one of the server. */
  readonly #wrongs: string[] = []
  #wishes = 0
  #strikes = 0
  /** What happens as soon as the next cell is read. */
  #meanwhile: (() => void) | null = null

  constructor(on: On) {
    this.on = on
    this.cells = on.cells.slice(0, LEARNERS)
    this.#opened = on.mock.world.school.now
    on.gradebook.edits.watch((_, { edits }) => {
      for (const edit of edits.values()) {
        if (edit.status.kind === 'conflict') this.#show(cellKey(edit), edit.status.theirs.earned)
      }
    })
    this.#judge()
  }

  readonly #verbs: Readonly<Record<Verb, (cells: readonly CellRef[], pick: number) => unknown>> = {
    type: (cells, pick) => this.#stage(cells, pick),
    clear: (cells) => this.#stage(cells, null),
    discard: (cells) => this.#dispatch({ type: 'discard', cells }),
    undo: () => this.#dispatch({ type: 'undo' }),
    redo: () => this.#dispatch({ type: 'redo' }),
    saveAll: () => this.on.tray.save(() => 0),
    saveSome: (cells) => this.on.tray.save(() => 0, cells),
    saveEnded: (cells, pick) => {
      if (pick % 2 === 0) this.#meanwhile = () => this.on.tray.cancel()
      const saving = this.on.tray.save(() => 0, cells)
      if (pick % 2 === 1) this.on.tray.cancel()
      return saving
    },
    saveMeanwhile: (cells) => {
      this.#meanwhile = () => this.#strike(cells)
      return this.on.tray.save(() => 0)
    },
    typeMeanwhile: (cells, pick) => {
      this.#meanwhile = () => this.#stage(cells, pick)
      return this.on.tray.save(() => 0)
    },
    colleague: (cells) => this.#strike(cells),
    undoBatch: (_, pick) => {
      const ids = [...this.#state().batches.keys()]
      return this.on.tray.undoBatch(ids[pick % ids.length] ?? '', () => `Undo: ${(this.#wishes += 1)}`)
    },
    readAgain: () => this.on.tray.readAgain(),
    reread: async (cells) => {
      const learners = new Set(cells.map(({ learnerId }) => learnerId))
      await this.on.gradebook.readLearners(learners).catch(() => undefined)
    },
    takeTheirs: (cells) => this.#dispatch({ type: 'take-theirs', cells }),
    keepMine: (cells) => this.#dispatch({ type: 'keep-mine', cells }),
    fault: (_, pick) => this.on.mock.change({ faults: [FAULTS[pick % FAULTS.length] ?? 'offline'] }),
    mend: () => this.#mend(),
    freeze: () => setClock(this.on.mock.world.school, FROZEN),
  }

  async act(verb: Verb, mask: number, pick: number): Promise<void> {
    await this.#verbs[verb](
      this.cells.filter((_, index) => (mask >> index) % 2 === 1),
      pick,
    )
    this.#meanwhile = null
  }

  /** Everything works again: unknown cells are read, conflicts decided, everything saved, the sheet read anew. */
  async end(keepsMine: boolean): Promise<void> {
    this.#mend()
    const { tray, gradebook } = this.on
    for (let round = 0; this.#state().edits.size > 0 && round < 8; round += 1) {
      await tray.readAgain()
      const cells = editsThatAre(this.#state(), 'conflict')
      this.#dispatch(keepsMine ? { type: 'keep-mine', cells } : { type: 'take-theirs', cells })
      await tray.save(() => 0, editsThatAre(this.#state(), 'staged', 'refused'))
    }
    await gradebook.readLearners(new Set(this.cells.map(({ learnerId }) => learnerId)))
  }

  /** Gives all in which sheet, tray and server differ, and what went out that must not. */
  async disagreements(): Promise<readonly string[]> {
    const { gradebook, lms } = this.on
    const found = [...this.#wrongs]
    for (const { status, reason } of this.#state().edits.values()) found.push(`${reason} is ${status.kind}`)
    for (const cell of this.cells) {
      const grade = await given(lms.subsectionGrade?.({ courseId, ...cell }))
      const isSame = compareFacts(gradebook.factsOf(cell), factsOfSubsection(grade)).kind === 'same'
      if (!isSame) found.push('the sheet shows something else')
      const history = this.#history(cell).map(({ reason }) => reason)
      const stored = history.filter((reason) => isMine(reason))
      if (new Set(stored).size < stored.length) found.push(`stored twice: ${stored.join(', ')}`)
      const saved = this.#reasons(cell, ['saved', 'undone'])
      for (const reason of saved) if (!stored.includes(reason)) found.push(`${reason} was not saved`)
      // Whether a write without an answer arrived that somebody wrote over, nobody can tell any more.
      const told = [...saved, ...this.#reasons(cell, ['unknown'])]
      for (const reason of stored) if (!told.includes(reason)) found.push(`${reason} was saved, and not told`)
      const newest = history.at(-1) ?? null
      if (isMine(newest) && !saved.includes(newest)) found.push(`${newest} counts, and nobody was told`)
    }
    return found
  }

  #stage(cells: readonly CellRef[], earned: number | null): void {
    for (const cell of cells) {
      if (!this.#state().edits.has(cellKey(cell)))
        this.#show(cellKey(cell), this.on.gradebook.factsOf(cell).earned)
      this.on.stage([cell], earned, `Wish ${(this.#wishes += 1)}`)
    }
  }

  #dispatch(event: Parameters<On['gradebook']['edits']['dispatch']>[0]): void {
    this.on.gradebook.edits.dispatch(event)
  }

  #state() {
    return this.on.gradebook.edits.state()
  }

  #mend(): void {
    this.on.mock.change({ faults: [] })
    setClock(this.on.mock.world.school, this.#opened)
  }

  #show(key: CellKey, earned: number | null): void {
    this.#shown.add(`${key} ${earned}`)
  }

  /** The colleague sets scores that nobody else sets. */
  #strike(cells: readonly CellRef[]): void {
    const { school } = this.on.mock.world
    const course = findCourse(school, courseId)
    const by = accountById(school, STATISTICS_TEAM[1] ?? 0)
    if (!course || !by) throw new Error('the course has no second teacher')
    for (const { learnerId, subsectionId } of cells) {
      const grade = { earnedGraded: 5 + (this.#strikes += 1) / 100, comment: COLLEAGUE }
      applyOverride(school, course, by, { userId: Number(learnerId), usageKey: subsectionId, grade })
    }
  }

  #reasons(cell: CellRef, kinds: readonly string[]): string[] {
    return [...this.#state().batches.values()].flatMap(({ items }) => {
      const item = items.get(cellKey(cell))
      return item?.edit.reason && kinds.includes(item.outcome.kind) ? [item.edit.reason] : []
    })
  }

  /** Looks at every request that reads a cell or saves. */
  #judge(): void {
    const { lms } = this.on.gradebook
    const read = lms.subsectionGrade?.bind(lms)
    const save = lms.saveOverrides?.bind(lms)
    if (!read || !save) throw new Error('the backend saves nothing')
    lms.subsectionGrade = (params, signal) => {
      const act = this.#meanwhile
      this.#meanwhile = null
      act?.()
      return read(params, signal)
    }
    lms.saveOverrides = async (batch, signal) => {
      for (const item of batch.items) {
        if (this.#told.has(item.reason ?? '')) this.#wrongs.push(`${item.reason} was sent again`)
        if (!this.#isShown(item)) this.#wrongs.push(`${item.reason} overwrote a score that nobody was shown`)
      }
      const outcomes = await save(batch, signal)
      for (const [index, { saved }] of outcomes.entries()) {
        const reason = batch.items[index]?.reason
        if (saved && reason) this.#told.add(reason)
      }
      return outcomes
    }
  }

  /** Tells whether the person knows what stands in a cell right now, where the colleague set it. */
  #isShown(cell: CellRef): boolean {
    const newest = this.#history(cell).at(-1)
    return newest?.reason !== COLLEAGUE || this.#shown.has(`${cellKey(cell)} ${newest.earnedGraded}`)
  }

  #history({ learnerId, subsectionId }: CellRef) {
    const { school } = this.on.mock.world
    return overrideRecord(school, Number(learnerId), subsectionId)?.history ?? []
  }
}

function isMine(reason: string | null): reason is string {
  return /^(?:Wish|Undo:) \d+$/.test(reason ?? '')
}

test('whatever a person, a colleague and a failing server do: sheet, tray and server end in agreement', async () => {
  const nat = (max: number) => fc.nat({ max })
  const verb = fc.oneof(
    { weight: 4, arbitrary: fc.constant('type' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...SAVING, 'colleague' as const) },
    { weight: 2, arbitrary: fc.constant('fault' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...VERBS) },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(verb, fc.integer({ min: 1, max: 15 }), nat(9)), { minLength: 4, maxLength: 16 }),
      fc.boolean(),
      async (acts, keepsMine) => {
        const on = await openTray(config, { learners: LEARNERS })
        try {
          const system = new System(on)
          for (const [name, mask, pick] of acts) await system.act(name, mask, pick)
          await system.end(keepsMine)
          expect(await system.disagreements()).toEqual([])
        } finally {
          on.mock.close()
        }
      },
    ),
    { numRuns: 20 },
  )
}, 60_000)
