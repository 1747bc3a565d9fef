import { type IntlShape, createIntl } from 'react-intl'
import type { Assignment, GradingInfo, Learner } from '#src/domain/course.ts'
import { Listeners } from '#src/domain/listeners.ts'
import type { ArrivingGrade } from '#src/domain/sheet-column.ts'
import { Sheet } from '#src/domain/sheet.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { RowOrder } from './row-order.ts'
import type { SearchState } from '#src/lms/search.ts'

/** For tests: the words of the screen. */
export async function english(): Promise<IntlShape> {
  const { locale, messages } = await loadLanguage(['en-GB'])
  return createIntl({ locale, messages })
}

function graded(id: string, name: string, label: string | null, type: string | null) {
  return { id, name, label, type, graded: true }
}

/** A course of two homeworks, a lab, an exam, and a graded project whose type the policy does not know. */
export const INFO: GradingInfo = {
  types: [
    { name: 'Homework', shortLabel: 'HW', weight: 0.15, required: 2, dropped: 1 },
    { name: 'Lab', shortLabel: 'Lab', weight: 0.125, required: 1, dropped: 0 },
    { name: 'Exam', shortLabel: null, weight: null, required: 1, dropped: 0 },
  ],
  cutoffs: [
    { letter: 'A', from: 0.8 },
    { letter: 'B', from: 0.5 },
  ],
  subsections: [
    graded('hw1', 'Homework 1', 'HW 01', 'Homework'),
    { ...graded('intro', 'Welcome', null, null), graded: false },
    graded('project', 'Big project', null, 'Project'),
    graded('exam', 'Final exam', 'Exam', 'Exam'),
    graded('lab', 'Lab 1', 'Lab 01', 'Lab'),
    graded('hw2', 'Homework 2', 'HW 02', 'Homework'),
  ],
  frozen: false,
  bulkManagement: false,
}

export function learner(id: string, more: Partial<Learner> = {}): Learner {
  return { id, username: `user.${id}`, name: `Name ${id}`, email: null, studentKey: null, ...more }
}

/** Gives an attempted cell; null points: not attempted. */
export function cell(subsectionId: string, earned: number | null, possible = 10): ArrivingGrade {
  if (earned === null) return { subsectionId, attempted: false, earned: 0, possible: 0, percent: 0 }
  return { subsectionId, attempted: true, earned, possible, percent: earned / possible }
}

export const HW1: Assignment = { id: 'hw1', name: 'Homework 1', label: 'HW 01', type: 'Homework' }
export const LAB: Assignment = { id: 'lab', name: 'Lab 1', label: 'Lab 01', type: 'Lab' }

/** A sheet into which rows stream, a search that finds what it is told, and the order over both. Time passes when told to. */
export function table() {
  const sheet = new Sheet()
  const listed = new Set<string>()
  let state: SearchState = { text: '', status: 'idle', found: new Set(), more: false, error: null }
  const changes = new Listeners()
  /** Searches for a text; the server says who else fits. */
  const find = (text: string, ...found: readonly string[]) => {
    state = { ...state, text, found: new Set(found) }
    changes.tell()
  }
  const waiting: Array<() => void> = []
  const time = { now: 0, eachLook: 0 }
  const order = new RowOrder({
    sheet,
    search: { changes, state: () => state },
    listed,
    collator: new Intl.Collator('en', { sensitivity: 'base', numeric: true }),
    later: (work) => void waiting.push(work),
    clock: () => (time.now += time.eachLook),
  })
  /** Rows of the list arrive, each with its cells. */
  const arrive = (...rows: ReadonlyArray<readonly [Learner, total: number | null, ...ArrivingGrade[]]>) => {
    for (const [{ id }] of rows) listed.add(id)
    sheet.apply({
      columns: [HW1, LAB],
      rows: rows.map(([learner, total, ...grades]) => ({ learner, total, grades })),
    })
  }
  const ids = () => Array.from(order.rows, (row) => sheet.learners[row]?.id)
  return { sheet, find, order, time, waiting, arrive, ids }
}
