import type { Learner, LearnerId } from '#src/domain/course.ts'
import { batchProgress, editsThatAre } from '#src/domain/edits-read.ts'
import { type CellRef, type Edit, cellKey } from '#src/domain/edits-state.ts'
import { Listeners } from '#src/domain/listeners.ts'
import { othersEntry } from '#src/domain/race.ts'
import type { EditStore } from './edit-store.ts'
import { LmsError } from './errors.ts'
import type { Gradebook } from './gradebook.ts'
import { inParallel } from './in-parallel.ts'
import { q, queryClient } from './query.ts'
import { saveEdits, settleUnknown } from './save.ts'
import { showSaved } from './show-saved.ts'
import { type UndoFound, readUndo } from './undo-batch.ts'

/** What the tray is busy with. */
export type TrayWork =
  | { readonly kind: 'saving'; readonly batchId: string }
  /** The new totals are being read. */
  | { readonly kind: 'following' }
  /** Cells whose outcome nobody knows are being read. */
  | { readonly kind: 'reading' }
  /** The history of saved cells is being read, to take them back. */
  | { readonly kind: 'undoing'; readonly done: number; readonly total: number }

/** How the last work ended. */
export type TrayReport =
  | {
      readonly kind: 'saved'
      readonly batchId: string
      /** What stopped it; null where nothing did, or the person. */
      readonly error: LmsError | null
      readonly isCancelled: boolean
      /** False: the new totals could not be read. */
      readonly areTotalsRead: boolean
    }
  | { readonly kind: 'read'; readonly settled: number; readonly left: number }
  | { readonly kind: 'undo'; readonly batchId: string; readonly found: UndoFound }
  | { readonly kind: 'undo-failed'; readonly batchId: string; readonly error: LmsError }

export interface TrayState {
  /** Null: nothing goes on. */
  readonly work: TrayWork | null
  /** The work was begun by no button: it shows no progress and leaves no report. */
  readonly isQuiet: boolean
  /** The person has asked to end it: it ends after the request that is under way. */
  readonly isEnding: boolean
  /** Null: nothing was done yet, or it was taken note of. */
  readonly report: TrayReport | null
}

/** Of so many saved cells the history is read afterwards, to tell whether somebody wrote in the same moment. */
const FEW = 20

/**
 * Saves what stands in the tray of a course, one thing at a time. Belongs to the course's edits and not to a query or a
 * page, so that a saving goes on while one looks at something else.
 */
export class Tray {
  readonly changes = new Listeners()
  #gradebook: Gradebook
  #state: TrayState = { work: null, isQuiet: false, isEnding: false, report: null }
  #end = new AbortController()
  #ended: Promise<void> = Promise.resolve()
  readonly #typed = new Set<string>()
  #learners = new Map<LearnerId, Learner>()

  constructor(gradebook: Gradebook) {
    this.#gradebook = gradebook
  }

  /** The state now; a new object with each change. */
  readonly state = (): TrayState => this.#state

  /** Another query shows the course: what is read goes into its sheet from now on. */
  follow(gradebook: Gradebook): void {
    if (gradebook === this.#gradebook) return
    const { edits, batches } = this.#gradebook.edits.state()
    for (const edit of edits.values()) this.#remember(edit.learnerId)
    for (const { items } of batches.values())
      for (const { edit } of items.values()) this.#remember(edit.learnerId)
    this.#gradebook = gradebook
  }

  /** Gives whose grade a change is about, also where another query leaves them out; null where no row has told. */
  learner(learnerId: LearnerId): Learner | null {
    const { sheet } = this.#gradebook
    return sheet.learners[sheet.row(learnerId)] ?? this.#learners.get(learnerId) ?? null
  }

  /** Tells whether a batch was saved by no button. */
  wasQuiet(batchId: string): boolean {
    return this.#typed.has(batchId)
  }

  /**
   * Saves cells, and reads the rows of the saved learners anew. Never rejects.
   * @param now milliseconds since 1970
   * @param cells null: all that are staged then. Refused ones are tried again only when they are named here
   * @returns how it ended; null where something else went on, or there was nothing to save
   */
  save(
    now: () => number,
    cells: readonly CellRef[] | null = null,
    isQuiet = false,
  ): Promise<TrayReport | null> {
    const batchId = newBatchId()
    if (isQuiet) this.#typed.add(batchId)
    return this.#do({ kind: 'saving', batchId }, isQuiet, async (signal) => {
      const gradebook = this.#gradebook
      const { lms, courseId, edits: store } = gradebook
      const error = await saveEdits({
        lms,
        courseId,
        store,
        cells: cells ?? this.#those('staged'),
        batchId,
        now,
        rows: gradebook,
        onSaved: (saved) => showSaved(this.#gradebook.sheet, saved),
        signal,
      })
      const batch = store.state().batches.get(batchId)
      if (!batch) return null
      if (error?.details.reason === 'frozen') {
        void queryClient.invalidateQueries(q('gradingInfo', { courseId }))
      }
      const { outcomes } = batchProgress(batch)
      const isCancelled = signal.aborted && (outcomes['not-saved'] ?? 0) > 0
      const items = [...batch.items.values()]
      const changed = items.filter(({ outcome }) => ['saved', 'unneeded', 'conflict'].includes(outcome.kind))
      const areTotalsRead = await this.#catchUp(changed.map(({ edit }) => edit))
      await this.#findRaces(batchId)
      return { kind: 'saved', batchId, error, isCancelled, areTotalsRead }
    })
  }

  /** Reads the cells whose outcome nobody knows. Never rejects; where reading fails they stay unknown. */
  readAgain(isQuiet = false): Promise<TrayReport | null> {
    return this.#do({ kind: 'reading' }, isQuiet, async () => {
      const gradebook = this.#gradebook
      const unknown = this.#those('unknown')
      await settleUnknown({
        lms: gradebook.lms,
        courseId: gradebook.courseId,
        store: gradebook.edits,
        rows: gradebook,
      })
      const left = new Set(this.#those('unknown').map(cellKey))
      const settled = unknown.filter((edit) => !left.has(cellKey(edit)))
      await this.#catchUp(settled)
      return { kind: 'read', settled: settled.length, left: left.size }
    })
  }

  /**
   * Stages what stood in the saved cells of a batch before, as new changes. Never rejects; where a cell cannot be read
   * nothing is staged.
   */
  undoBatch(batchId: string, reasonFor: (saved: Edit) => string): Promise<TrayReport | null> {
    return this.#do({ kind: 'undoing', done: 0, total: 0 }, false, async (signal) => {
      const { lms, courseId, edits: store } = this.#gradebook
      const state = store.state()
      const batch = state.batches.get(batchId)
      if (!batch) return null
      const onProgress = (done: number, total: number) =>
        this.#set({ work: { kind: 'undoing', done, total } })
      try {
        const found = await readUndo({ lms, courseId, state, batch, reasonFor, onProgress, signal })
        store.dispatch({ type: 'stage-undo', batchId, changes: found.changes })
        await this.#showTheirs(found.changedSince)
        return { kind: 'undo', batchId, found }
      } catch (cause) {
        if (signal.aborted) return null
        const error = cause instanceof LmsError ? cause : new LmsError('contract', { cause })
        return { kind: 'undo-failed', batchId, error }
      }
    })
  }

  /** Ends what goes on between two requests; what was not sent stays in the tray. */
  cancel(): void {
    if (!this.#state.work) return
    this.#end.abort()
    this.#set({ isEnding: true })
  }

  /** Takes note of the report: it need not be shown any more. */
  dismiss(): void {
    this.#set({ report: null })
  }

  async #do(
    work: TrayWork,
    isQuiet: boolean,
    perform: (signal: AbortSignal) => Promise<TrayReport | null>,
  ): Promise<TrayReport | null> {
    while (this.#state.work) {
      if (isQuiet || !this.#state.isQuiet) return null
      // What a person asks for comes after what goes on by itself, which shows as long as they wait for it.
      this.#set({ isQuiet: false })
      await this.#ended
    }
    const ended = Promise.withResolvers<void>()
    this.#ended = ended.promise
    this.#end = new AbortController()
    this.#set({ work, isQuiet, ...(isQuiet ? {} : { report: null }) })
    let report: TrayReport | null = null
    try {
      return (report = await perform(this.#end.signal))
    } finally {
      this.#set({ work: null, isQuiet: false, isEnding: false, ...(isQuiet ? {} : { report }) })
      ended.resolve()
    }
  }

  /** Shows what saving has made of cells: their mark, the rows with the new totals, histories that are open. */
  async #catchUp(changed: readonly Edit[]): Promise<boolean> {
    if (changed.length === 0) return true
    this.#set({ work: { kind: 'following' } })
    const learners = new Set(changed.map(({ learnerId }) => learnerId))
    void queryClient.invalidateQueries({ queryKey: ['subsectionGrade'] })
    try {
      let shown: Gradebook
      do {
        shown = this.#gradebook
        await shown.readLearners(learners)
        this.#markOverridden(shown, changed)
      } while (shown !== this.#gradebook)
      return true
    } catch {
      this.#markOverridden(this.#gradebook, changed)
      return false
    }
  }

  /** What somebody else has made of cells is shown as soon as it is known of. */
  async #showTheirs(cells: readonly CellRef[]): Promise<void> {
    if (cells.length === 0) return
    // What cannot be read shows with the next reading; nothing hangs on it.
    const learners = new Set(cells.map(({ learnerId }) => learnerId))
    await this.#gradebook.readLearners(learners).catch(() => undefined)
  }

  #markOverridden({ sheet, edits }: Gradebook, changed: readonly Edit[]): void {
    const { batches, latest } = edits.state()
    for (const { learnerId, subsectionId, will } of changed) {
      const key = cellKey({ learnerId, subsectionId })
      const isSaved = batches.get(latest.get(key) ?? '')?.items.get(key)?.outcome.kind === 'saved'
      if (isSaved) sheet.markOverridden(learnerId, subsectionId, will !== null)
    }
  }

  /** The API has no precondition: only the history read after a write tells that somebody wrote in the same moment. */
  async #findRaces(batchId: string): Promise<void> {
    const { lms, courseId, edits: store } = this.#gradebook
    const items = store.state().batches.get(batchId)?.items.values() ?? []
    const saved = Array.from(items).filter(
      ({ outcome, edit }) => outcome.kind === 'saved' && edit.was.historyId !== undefined,
    )
    if (saved.length > FEW) return
    const look = async ({ learnerId, subsectionId, ...edit }: Edit): Promise<void> => {
      const cell = { learnerId, subsectionId }
      const grade = await lms.subsectionGrade?.({ courseId, ...cell })
      const entry = grade && othersEntry(grade.history, edit)
      if (entry) store.dispatch({ type: 'raced', batchId, cell, entry })
    }
    // What cannot be read tells nothing; the saving itself is done.
    await inParallel(saved, ({ edit }) => look(edit)).catch(() => undefined)
  }

  #remember(learnerId: LearnerId): void {
    const learner = this.learner(learnerId)
    if (learner) this.#learners.set(learnerId, learner)
  }

  #those(kind: 'staged' | 'unknown'): Edit[] {
    return editsThatAre(this.#gradebook.edits.state(), kind)
  }

  #set(change: Partial<TrayState>): void {
    this.#state = { ...this.#state, ...change }
    this.changes.tell()
  }
}

const trays = new WeakMap<EditStore, Tray>()

/** Gives the tray of a course's edits: the same one for each query. */
export function trayOf(gradebook: Gradebook): Tray {
  const known = trays.get(gradebook.edits) ?? new Tray(gradebook)
  trays.set(gradebook.edits, known)
  return known
}

/** Never the same twice, in other tabs and after a reload neither. */
function newBatchId(): string {
  return `tray-${crypto.getRandomValues(new BigUint64Array(1)).join('')}`
}
