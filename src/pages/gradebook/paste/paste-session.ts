import type { Assignment, LearnerId, SubsectionId } from '#src/domain/course.ts'
import { Listeners } from '#src/domain/listeners.ts'
import { type PasteMapping, type PastedTable, guessMapping } from '#src/domain/paste-columns.ts'
import { type LearnerIndex, indexLearners } from '#src/domain/paste-learners.ts'
import {
  type ChosenLearner,
  type PastePreview,
  previewPaste,
  stagedBy,
  stagedCount,
} from '#src/domain/paste-preview.ts'
import type { PasteCourse } from '#src/domain/paste.ts'
import type { Change } from '#src/domain/edits-staging.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { type Slicing, inSlices } from './in-slices.ts'
import { linesIn, readTable } from './read-table.ts'
import { readPoints } from './read-points.ts'
import { shownFacts } from './shown-facts.ts'

export interface PasteState {
  /** Empty until the text has been read. */
  readonly table: PastedTable
  /** Null until the learners have been looked through for the first time. */
  readonly mapping: PasteMapping | null
  /** The last one that was finished: while another is being made, it is what stands on the screen. */
  readonly preview: PastePreview | null
  readonly extraCredit: boolean
  readonly status: 'empty' | 'reading' | 'stopped' | 'done' | 'staging'
  /** How much is read, 0..1; null where it takes no time worth a word. */
  readonly progress: number | null
}

export interface PasteOptions extends Slicing {
  readonly gradebook: Gradebook
  readonly assignments: readonly Assignment[]
  /** How the reader's locale writes decimals. */
  readonly decimal: '.' | ','
  /** What may be written in a column beside figures. */
  readonly words?: PasteCourse['words']
}

const NOTHING: PasteState = {
  table: [],
  mapping: null,
  preview: null,
  extraCredit: false,
  status: 'empty',
  progress: null,
}

/** Milliseconds after which progress is shown. */
const SLOW = 300
/** Lines whose changes are gathered at one go. */
const GATHERED = 50

/** One paste from its text to its changes. Reads in slices; whatever is changed starts the reading anew. */
export class PasteSession {
  readonly changes = new Listeners()
  readonly #options: PasteOptions
  #state = NOTHING
  #text = ''
  #index: { readonly learners: LearnerIndex; readonly of: number } | null = null
  /** What the preview was made from: grades and staged edits of that moment. */
  #readAt = ''
  /** As a person has it; null: as it was guessed. */
  #mapping: PasteMapping | null = null
  #chosen: ReadonlyMap<number, ChosenLearner> = new Map()
  /** Points of columns that the sheet does not know; null where the server did not tell them either. */
  #points = new Map<SubsectionId, number | null>()
  #end: () => void = () => {}

  constructor(options: PasteOptions) {
    this.#options = options
  }

  /** The state now; a new object with each change. */
  readonly state = (): PasteState => this.#state

  /** Takes another text in the place of everything before. */
  read(text: string): void {
    this.#chosen = new Map()
    this.#mapping = null
    this.#text = text
    this.#set(NOTHING)
    this.#start()
  }

  /** Reads the table in another way. Who was chosen is forgotten where it rests on other columns. */
  map(mapping: PasteMapping): void {
    const before = this.#state.mapping
    if (before && learnerColumns(before) !== learnerColumns(mapping)) this.#chosen = new Map()
    this.#mapping = mapping
    this.#set({ mapping })
    this.#start()
  }

  /** Says who is meant by an ambiguous line; null: nobody again. */
  choose(line: number, learnerId: LearnerId | null, candidates: readonly LearnerId[]): void {
    const chosen = new Map(this.#chosen)
    if (learnerId === null) chosen.delete(line)
    else chosen.set(line, { learnerId, candidates })
    this.#chosen = chosen
    this.#start()
  }

  meanExtraCredit(extraCredit: boolean): void {
    this.#set({ extraCredit })
  }

  /** Reads anew if learners, grades or staged edits have changed since. */
  renew(): void {
    const { status } = this.#state
    if ((status === 'done' || status === 'reading') && this.#now() !== this.#readAt) this.#start()
  }

  stop(): void {
    if (this.#state.status !== 'reading') return
    this.#end()
    this.#set({ status: 'stopped', progress: null })
  }

  /** Goes on after a stop, from the start. */
  goOn(): void {
    if (this.#state.status === 'stopped') this.#start()
  }

  /** Gives back an empty paste. */
  clear(): void {
    this.#end()
    this.#text = ''
    this.#set(NOTHING)
  }

  /** Stages what the preview says, as one step, a bit at a time. Tells at the end how many learners it is about. */
  stage(onDone: (learners: number) => void): void {
    const { preview, extraCredit } = this.#state
    if (!preview || this.#state.status !== 'done' || changesIn(this.#state) === 0) return
    const { later, clock } = this.#options
    this.#set({ status: 'staging' })
    // It was asked for: nothing ends it.
    inSlices({
      work: this.#staging(preview, extraCredit),
      onSlice: () => {},
      onDone: (learners) => {
        this.clear()
        onDone(learners)
      },
      later,
      clock,
    })
  }

  *#staging(preview: PastePreview, extraCredit: boolean): Generator<void, number> {
    const changes: Change[] = []
    for (let at = 0; at < preview.lines.length; at += GATHERED) {
      const lines = preview.lines.slice(at, at + GATHERED)
      changes.push(...stagedBy({ ...preview, lines }, extraCredit))
      yield
    }
    yield* this.#options.gradebook.edits.stageInSteps(changes)
    return new Set(changes.map(({ learnerId }) => learnerId)).size
  }

  #start(): void {
    this.#end()
    const { gradebook, later, clock } = this.#options
    const { table } = this.#state
    this.#readAt = this.#now()
    const { learners } = gradebook.sheet
    const isIndexed = this.#index?.of === learners.length
    // Each line is read, and then judged.
    const lines = table.length || 2 * linesIn(this.#text)
    const total = lines + (isIndexed ? 0 : learners.length)
    this.#set({ status: 'reading', progress: null })
    this.#end = inSlices({
      work: this.#work(),
      onSlice: (steps, elapsed) => {
        if (elapsed > SLOW) this.#set({ progress: Math.min(1, steps / total) })
      },
      onDone: (preview) => {
        this.#set({ preview, mapping: preview.mapping, status: 'done', progress: null })
        void this.#readPoints(preview)
      },
      later,
      clock,
    })
  }

  *#work(): Generator<void, PastePreview> {
    const { gradebook, assignments, decimal, words } = this.#options
    const { sheet } = gradebook
    if (this.#state.table.length === 0) this.#set({ table: yield* readTable(this.#text) })
    const { table } = this.#state
    const of = sheet.learners.length
    if (this.#index?.of !== of) {
      this.#index = { learners: yield* indexLearners(sheet.learners.slice(0, of)), of }
    }
    const course: PasteCourse = {
      learners: this.#index.learners,
      facts: (learnerId, subsectionId) => shownFacts(gradebook, { learnerId, subsectionId }),
      possible: (id) => sheet.possible(sheet.column(id)) ?? this.#points.get(id) ?? null,
      ...(words ? { words } : {}),
    }
    const mapping = this.#mapping ?? guessMapping(table, { ...course, assignments, decimal })
    return yield* previewPaste(table, mapping, course, this.#chosen)
  }

  /** Percentages mean nothing while the points are not known: they are asked for once. */
  async #readPoints(preview: PastePreview): Promise<void> {
    const { lms, courseId } = this.#options.gradebook
    const told = await readPoints(lms, courseId, preview, this.#points)
    if (told.size === 0) return
    for (const [id, points] of told) this.#points.set(id, points)
    const isNews = Array.from(told.values()).some((points) => points !== null)
    const { status } = this.#state
    if (isNews && (status === 'reading' || status === 'done')) this.#start()
  }

  #now(): string {
    const { sheet, edits } = this.#options.gradebook
    return [sheet.rowCount, sheet.content.version(), edits.changes.version()].join(' ')
  }

  #set(change: Partial<PasteState>): void {
    this.#state = { ...this.#state, ...change }
    this.changes.tell()
  }
}

/** How many changes would be staged now, or are about to be. */
export function changesIn({ preview, extraCredit, status }: PasteState): number {
  return preview && (status === 'done' || status === 'staging') ? stagedCount(preview, extraCredit) : 0
}

function learnerColumns({ roles }: PasteMapping): string {
  return roles.map((role) => (role.kind === 'learner' ? role.by : '')).join(' ')
}
