import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellFacts, type Will, factsOfCell } from './conflict.ts'
import { type EditEvent, reduce } from './edits.ts'
import { editsThatAre, itemsThatAre, openEdits } from './edits-read.ts'
import type { Answer } from './edits-saving.ts'
import { type CellKey, type CellRef, type EditState, NO_EDITS, cellKey, isInFlight } from './edits-state.ts'
import { restoreEdits, serialiseEdits } from './edits-stored.ts'
import { sharedEdit } from './edits-sync.ts'

/** Few cells, so that much happens to each. */
const CELLS: CellRef[] = ['ada', 'ben'].map((learnerId) => ({ learnerId, subsectionId: 'hw1' }))
const POSSIBLE = 10

/** One write that the server took. Its place in the log is its history id. */
interface Write {
  readonly key: CellKey
  readonly will: Will
  readonly by: 'me' | 'colleague' | 'me, too late'
}

/** A server that keeps overrides and their history, as far as the machine can see it. */
class Server {
  readonly log: Write[] = []
  /** Ada has earned 5 everywhere; Ben has attempted nothing. */
  original(key: CellKey): number | null {
    return key.startsWith('ada') ? 5 : null
  }

  newest(key: CellKey): number {
    return this.log.findLastIndex((write) => write.key === key)
  }

  /** The graded points in force; null while not attempted. A record without an override reads as attempted. */
  value(key: CellKey): number | null {
    const newest = this.log[this.newest(key)]
    return newest ? (newest.will?.earned ?? this.original(key) ?? 0) : this.original(key)
  }

  /** As a row of the gradebook tells it, or as the subsection does. */
  facts(key: CellKey, whole: boolean): CellFacts {
    const value = this.value(key)
    const row = factsOfCell({
      attempted: value !== null,
      earned: value ?? 0,
      possible: value === null ? 0 : POSSIBLE,
    })
    if (!whole) return row
    const newest = this.newest(key)
    const earnedGraded = this.log[newest]?.will?.earned ?? null
    const override = { earnedAll: null, possibleAll: null, earnedGraded, possibleGraded: null }
    return {
      ...row,
      attempted: newest >= 0 || (value ?? 0) > 0 ? true : null,
      override: newest >= 0 ? override : null,
      historyId: newest >= 0 ? String(newest) : null,
    }
  }
}

interface Request {
  readonly batchId: string
  readonly cell: CellRef
  readonly will: Will
}

/** A person, a colleague and the network between them and the server. Each verb checks what must hold while it acts. */
class World {
  readonly server = new Server()
  state: EditState = NO_EDITS
  /** What the person wants a cell to be, as long as they want it. */
  readonly wishes = new Map<CellKey, Will>()
  /** Values that the person has seen in a cell before deciding to change it. */
  readonly #seen = new Map<CellKey, Set<number | null>>()
  /** The history when a cell was last checked: what comes later, before the write, is the race that nobody can see. */
  readonly #checkedAt = new Map<CellKey, number>()
  readonly #underway = new Map<CellKey, Request>()
  readonly #late: Request[] = []
  #batches = 0

  readonly verbs: Record<string, (pick: number, value: number) => void> = {
    type: (pick, value) => this.#type(pick, { earned: value % 5, possible: null }),
    clear: (pick) => this.#type(pick, null),
    explain: (pick, value) =>
      this.#do({
        type: 'give-reason',
        cells: [at(CELLS, pick)],
        reason: value % 2 === 0 ? `reason ${value}` : null,
      }),
    discard: (pick) => this.#giveUp({ type: 'discard', cells: [at(CELLS, pick)] }),
    undo: () => this.#giveUp({ type: 'undo' }),
    redo: () => this.#giveUp({ type: 'redo' }),
    takeTheirs: (pick) => this.#giveUp({ type: 'take-theirs', cells: [at(CELLS, pick)] }),
    keepMine: (pick) => this.#keepMine([at(CELLS, pick)]),
    colleague: (pick, value) =>
      this.#write(cellKey(at(CELLS, pick)), value === 0 ? null : points(value), 'colleague'),
    begin: (pick) => this.begin(CELLS.filter((_, index) => (pick >> index) % 2 === 1)),
    check: (pick, value) => this.#check(at(CELLS, pick), value % 2 === 0),
    send: (pick) => this.#send(at(CELLS, pick)),
    save: (pick, value) => {
      this.begin([at(CELLS, pick)])
      this.#check(at(CELLS, pick), value % 4 > 0)
      this.#send(at(CELLS, pick))
    },
    answer: (pick, value) => this.#answer(at(CELLS, pick), value),
    arriveLate: () => this.#arrive(),
    cancel: () => this.#do({ type: 'cancel', batchId: `b${this.#batches}` }),
    refuse: (pick) =>
      this.#do({
        type: 'refuse',
        batchId: `b${this.#batches}`,
        cells: [at(CELLS, pick)],
        refusal: { words: null, cause: 'not-available' },
      }),
    reread: (pick, value) => this.#reread(at(CELLS, pick), value % 2 === 0),
    undoBatch: (pick) => this.#undoBatch(at(CELLS, pick)),
    reload: (pick) => this.#reload(pick),
    otherTab: (pick, value) => this.#otherTab(at(CELLS, pick), value),
    otherTabAgrees: (pick) => this.#otherTab(at(CELLS, pick), null),
  }

  begin(cells: Iterable<CellRef>): void {
    this.#batches += 1
    this.#do({ type: 'begin', batchId: `b${this.#batches}`, at: 0, cells })
  }

  /** A quiet hour: everything underway ends well, every dispute is decided for me. */
  drain(): void {
    for (let round = 0; round < 4; round++) {
      while (this.#late.length > 0) this.#arrive()
      for (const cell of CELLS) {
        this.#check(cell, true)
        this.#send(cell)
        this.#answer(cell, 0)
        this.#reread(cell, true)
      }
      this.#keepMine(CELLS)
      this.begin(editsThatAre(this.state, 'staged', 'refused'))
    }
  }

  #type(pick: number, will: Will): void {
    const cell = at(CELLS, pick)
    const key = cellKey(cell)
    const whole = pick % 3 === 0
    const shown = this.server.facts(key, whole)
    const fresh = !openEdits(this.state).some((edit) => cellKey(edit) === key)
    if (fresh) this.#see(key, whole)
    this.wishes.set(key, will)
    this.#do({ type: 'stage', changes: [{ ...cell, was: shown, will }] })
  }

  #keepMine(cells: readonly CellRef[]): void {
    for (const key of cells.map(cellKey)) {
      const status = this.state.edits.get(key)?.status
      if (status?.kind === 'conflict') this.#seen.get(key)?.add(status.theirs.earned)
    }
    this.#do({ type: 'keep-mine', cells })
  }

  #check(cell: CellRef, whole: boolean): void {
    const key = cellKey(cell)
    const batchId = this.state.latest.get(key) ?? ''
    const before = this.state
    const now = this.server.facts(key, whole)
    this.#do({ type: 'checked', batchId, readings: [{ ...cell, now, entry: null }] })
    if (this.state !== before) this.#checkedAt.set(key, this.server.newest(key))
  }

  #send(cell: CellRef): void {
    const key = cellKey(cell)
    const batch = this.state.batches.get(this.state.latest.get(key) ?? '')
    const checked = batch && itemsThatAre(batch, 'checked').find((edit) => cellKey(edit) === key)
    if (!checked || !batch) return
    must(!this.#underway.has(key), 'two requests for one cell')
    this.#underway.set(key, { batchId: batch.id, cell, will: checked.will })
    // A colleague who writes just this, too, cannot be told from me, and nothing of theirs is lost.
    this.#seen.get(key)?.add(checked.will === null ? (this.server.original(key) ?? 0) : checked.will.earned)
    this.#do({ type: 'sent', batchId: batch.id, cells: [cell] })
  }

  #answer(cell: CellRef, chance: number): void {
    const key = cellKey(cell)
    const request = this.#underway.get(key)
    if (!request) return
    this.#underway.delete(key)
    const kind = at(['saved', 'refused', 'not-saved', 'unknown', 'unknown', 'unknown'] as const, chance)
    if (kind === 'saved' || (kind === 'unknown' && chance % 6 === 3)) this.#write(key, request.will, 'me')
    if (kind === 'unknown' && chance % 6 === 4) this.#late.push(request)
    const answer: Answer =
      kind === 'refused' ? { ...cell, kind, refusal: { words: 'no', cause: null } } : { ...cell, kind }
    this.#do({ type: 'answered', batchId: request.batchId, answers: [answer] })
  }

  #arrive(): void {
    const request = this.#late.shift()
    // Nobody can take back what is underway; it may overwrite what came after it.
    if (request) this.server.log.push({ key: cellKey(request.cell), will: request.will, by: 'me, too late' })
  }

  #reread(cell: CellRef, whole: boolean): void {
    const now = this.server.facts(cellKey(cell), whole)
    this.#do({ type: 'reread', readings: [{ ...cell, now, entry: null }] })
  }

  #undoBatch(cell: CellRef): void {
    const key = cellKey(cell)
    const batchId = this.state.latest.get(key) ?? ''
    const open = openEdits(this.state).length
    const was = this.server.facts(key, true)
    this.#do({ type: 'stage-undo', batchId, changes: [{ ...cell, was, will: null, reason: 'Undo' }] })
    if (openEdits(this.state).length === open) return
    this.#see(key, true)
    this.wishes.set(key, null)
  }

  /** The tab dies. What was underway arrives, or not, or later. */
  #reload(chance: number): void {
    for (const [key, request] of this.#underway) {
      if (chance % 3 === 0) this.#write(key, request.will, 'me')
      if (chance % 3 === 1) this.#late.push(request)
    }
    this.#underway.clear()
    this.state = restoreEdits(JSON.parse(JSON.stringify(serialiseEdits(this.state))))
    this.#verify()
  }

  /** The person types in another tab, gives up there, or that tab just repeats what this one has told it. */
  #otherTab(cell: CellRef, value: number | null): void {
    const { batches } = this.state
    const key = cellKey(cell)
    const known = sharedEdit(this.state, key)
    if (!known) return
    const edit = value === null ? known : value < 2 ? null : { ...known, will: points(value) }
    this.#giveUp({ type: 'sync', cells: [{ ...cell, edit }] })
    must(this.state.batches === batches, 'another tab has disturbed a batch')
    const now = sharedEdit(this.state, key)
    if (edit) must(now !== null && sameWill(now.will, edit.will), 'what another tab has typed is not shown')
  }

  /** The person gives something up: their wishes are now what the tray says. */
  #giveUp(event: EditEvent): void {
    this.state = reduce(this.state, event)
    this.wishes.clear()
    for (const edit of openEdits(this.state)) this.wishes.set(cellKey(edit), edit.will)
    this.#verify()
  }

  #do(event: EditEvent): void {
    this.state = reduce(this.state, event)
    this.#verify()
  }

  /** A subsection does not tell 0 from not attempted. */
  #see(key: CellKey, whole: boolean): void {
    const seen = this.#seen.get(key) ?? new Set()
    const value = this.server.value(key)
    this.#seen.set(key, seen.add(value).add(whole ? (value ?? 0) : value))
  }

  #write(key: CellKey, will: Will, by: Write['by']): void {
    const newest = this.server.newest(key)
    const overwritten = this.server.log[newest]
    const raced = newest !== this.#checkedAt.get(key)
    if (by === 'me' && overwritten?.by === 'colleague' && !raced) {
      must(this.#seen.get(key)?.has(this.server.value(key)), 'a colleague was overwritten unseen')
    }
    this.server.log.push({ key, will, by })
  }

  #verify(): void {
    const open = new Map(openEdits(this.state).map((edit) => [cellKey(edit), edit]))
    for (const [key, wish] of this.wishes) {
      const edit = open.get(key)
      if (edit) must(sameWill(edit.will, wish), 'another change than the one typed last')
      else {
        const shown = wish === null ? [null, this.server.original(key), 0] : [wish.earned]
        const known = [...(this.#seen.get(key) ?? []), this.server.value(key)]
        must(
          shown.some((value) => known.includes(value)),
          'a change was lost',
        )
        this.wishes.delete(key)
      }
    }
    for (const batch of this.state.batches.values()) {
      for (const [key, item] of batch.items) {
        if (isInFlight(item)) must(this.state.latest.get(key) === batch.id, 'two flights of one cell')
        const underway = this.#underway.get(key)?.batchId === batch.id
        must(underway === (item.outcome.kind === 'sending'), 'tray and network disagree')
        if (item.outcome.kind !== 'saved' && item.outcome.kind !== 'undone') continue
        const told = this.server.log.some(
          (write) => write.key === key && sameWill(write.will, item.edit.will),
        )
        must(told, 'called saved, but the server never heard of it')
      }
    }
    for (const edit of editsThatAre(this.state, 'conflict')) {
      const others = this.server.log.some((write) => write.key === cellKey(edit) && write.by !== 'me')
      must(others, 'a conflict with nobody but me')
    }
    this.#verifySteps()
  }

  /** Each step begins where the one before it ended, and the tray stands between past and future. */
  #verifySteps(): void {
    const { past, future, edits } = this.state
    for (const cell of CELLS) {
      const key = cellKey(cell)
      const backwards = past.flatMap((step) => step.get(key) ?? [])
      const forwards = future.toReversed().flatMap((step) => step.get(key) ?? [])
      const now = edits.get(key) ?? null
      for (const [index, { after }] of backwards.entries()) {
        const next = backwards[index + 1]
        must(after === (next ? next.before : now), 'a gap among the steps back')
      }
      for (const [index, { before }] of forwards.entries()) {
        const previous = forwards[index - 1]
        must(before === (previous ? previous.after : now), 'a gap among the steps forward')
      }
    }
  }
}

/** What happens often in a day of grading; everything else happens now and then. */
const OFTEN = ['type', 'type', 'save', 'save', 'save', 'answer', 'answer', 'answer', 'reread', 'undoBatch']

const verbs = Object.keys(new World().verbs)
const act = fc.tuple(fc.oneof(fc.constantFrom(...OFTEN), fc.constantFrom(...verbs)), fc.nat(11), fc.nat(9))

test('any interleaving ends with sheet, tray and server in agreement', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 60, size: 'max' }), (acts) => {
      const world = new World()
      for (const [verb, pick, value] of acts) world.verbs[verb]?.(pick, value)
      const wanted = new Map(world.wishes)
      world.drain()
      expect(openEdits(world.state)).toEqual([])
      for (const [key, will] of wanted) {
        const value = will === null ? (world.server.original(key) ?? 0) : will.earned
        expect([key, world.server.value(key) ?? 0]).toEqual([key, value])
      }
    }),
    { numRuns: 1000 },
  )
})

test('undoing every step and doing it again gives the same tray', () => {
  const staging = fc.tuple(fc.constantFrom('type', 'clear', 'explain', 'discard'), fc.nat(15), fc.nat(9))
  fc.assert(
    fc.property(fc.array(staging, { maxLength: 30 }), (acts) => {
      const world = new World()
      for (const [verb, pick, value] of acts) world.verbs[verb]?.(pick, value)
      const { edits, past } = world.state
      for (const _ of past) world.verbs['undo']?.(0, 0)
      expect(world.state.edits.size).toBe(0)
      for (const _ of past) world.verbs['redo']?.(0, 0)
      expect(world.state.edits).toEqual(edits)
    }),
  )
})

function at<T>(list: readonly T[], pick: number): T {
  return list[pick % list.length]!
}

function points(value: number): Will {
  return { earned: value % 5, possible: null }
}

function must(holds: boolean | undefined, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}

function sameWill(a: Will, b: Will): boolean {
  return a === null || b === null ? a === b : a.earned === b.earned
}
