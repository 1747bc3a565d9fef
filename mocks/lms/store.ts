import type { CourseGrade, OverrideRecord, SubsectionGrade } from './grade-model.ts'
import type { Course } from './course-model.ts'
import type { Instant, UsageKey, UserId, World } from './model.ts'
import type { Json, Write } from './write-model.ts'

/** How far the clock moves on each write, in milliseconds. */
export const STEP = 1000

/** What the school computed for one learner in one course; forgotten when something of it changes. */
export interface LearnerGrades {
  readonly course: CourseGrade
  /** Graded subsections in course order, the same ones for every learner. */
  readonly subsections: readonly SubsectionGrade[]
}

/** A problem's score as a tool reported it. */
export interface OutsideScore {
  /** Raw points of the problem; null where the tool took its score back. */
  readonly earned: number | null
  readonly at: Instant
}

export interface Counters {
  grade: number
  override: number
  history: number
}

/** A simulated school: a world that never changes, and what was written since. It knows nothing of HTTP. */
export interface School {
  readonly world: World
  /** Moves by writes only. */
  now: Instant
  /** Counts changes of grades: what was derived at an older revision may be stale. */
  revision: number
  /** Every write since the school was built, oldest first, as plain JSON. */
  readonly journal: Write[]
  readonly overrides: Map<UserId, Map<UsageKey, OverrideRecord>>
  /** Scores that came from outside, by learner and problem: see `scores.ts`. */
  readonly scores: Map<UserId, Map<UsageKey, OutsideScore>>
  /** Everything else that changes, by table and key: see `tables.ts`. */
  readonly tables: Map<string, Map<string, Json>>
  readonly counters: Counters
  readonly caches: Caches
}

/** What can be derived again at any time. */
interface Caches {
  readonly grades: Map<Course, Map<UserId, LearnerGrades>>
  readonly percents: Map<Course, Map<UserId, number | null>>
  readonly filtered: Map<string, { revision: number; ids: readonly number[] }>
}

/** Gives a school at its first instant. The same world gives the same school. */
export function createSchool(world: World): School {
  return {
    world,
    now: world.startsAt,
    revision: 0,
    journal: [],
    overrides: new Map(),
    scores: new Map(),
    tables: new Map(),
    counters: { grade: 0, override: 0, history: 0 },
    caches: { grades: new Map(), percents: new Map(), filtered: new Map() },
  }
}

/** Forgets everything that was derived: after a change that may concern anybody. */
export function forgetAll(school: School): void {
  school.revision += 1
  school.caches.grades.clear()
  school.caches.percents.clear()
  school.caches.filtered.clear()
}

/** Moves the clock by one step and gives the new time: call it once for each write. */
export function tick(school: School): Instant {
  school.now += STEP
  return school.now
}

/** Notes a write that has just been applied. */
export function record(school: School, write: Write): void {
  school.journal.push(write)
}

/** Gives the next number of a counter, from 1. */
export function nextId(school: School, counter: keyof Counters): number {
  school.counters[counter] += 1
  return school.counters[counter]
}
