import { usageKey } from './keys.ts'
import type { Chapter, Course, GradingPolicy, Problem, RosterEntry, Subsection } from './course-model.ts'
import type { Account, World } from './model.ts'
import { createSchool, type School } from './store.ts'

/** A school small enough to reckon by hand, for tests. */
export const KEY = 'course-v1:Test+T1+2026'
export const NOW = Date.UTC(2026, 10, 20, 9)
export const DAY = 24 * 3600 * 1000

export function key(block: string): string {
  return usageKey(KEY, 'sequential', block)
}

/** Gives a problem worth so many points, graded unless it says otherwise. */
export function problem(name: string, rawPossible: number, details: Partial<Problem> = {}): Problem {
  return { key: usageKey(KEY, 'problem', name), name, graded: true, weight: null, rawPossible, ...details }
}

/** Gives a graded subsection of the type Homework with one problem of 10 points; details change that. */
export function subsection(block: string, details: Partial<Subsection> = {}): Subsection {
  return {
    key: key(block),
    name: `The ${block}`,
    graded: true,
    format: 'Homework',
    start: null,
    due: null,
    staffOnly: false,
    hiddenFromOutline: false,
    showCorrectness: 'always',
    hideAfterDue: false,
    onlyCohorts: null,
    problems: [problem(`${block}_q`, 10)],
    ...details,
  }
}

export function chapter(
  name: string,
  subsections: readonly Subsection[],
  details: Partial<Chapter> = {},
): Chapter {
  return {
    key: usageKey(KEY, 'chapter', name),
    name,
    start: null,
    staffOnly: false,
    hiddenFromOutline: false,
    subsections,
    ...details,
  }
}

/** Homework counts all, the lowest of two expected is not dropped; half of the points pass. */
const POLICY: GradingPolicy = {
  rules: [{ type: 'Homework', shortLabel: 'HW', minCount: 2, dropCount: 0, weight: 1 }],
  cutoffs: [{ letter: 'Pass', from: 0.5 }],
}

export function account(id: number, username: string, details: Partial<Account> = {}): Account {
  return { id, username, email: `${username}@example.org`, name: username, globalStaff: false, ...details }
}

export const TEACHER = account(1, 'teacher')
export const SITE_STAFF = account(2, 'site', { globalStaff: true })
export const STRANGER = account(3, 'stranger')
export const ANN = account(10, 'ann')
export const BEN = account(11, 'Ben')
export const CAT = account(12, 'cat')

export function enrolled(userId: number, details: Partial<RosterEntry> = {}): RosterEntry {
  return {
    userId,
    mode: 'audit',
    active: true,
    created: NOW - 100 * DAY,
    cohortId: null,
    externalKey: null,
    ...details,
  }
}

export interface SmallSchool {
  readonly course?: Partial<Course>
  readonly people?: readonly Account[]
  readonly enrolments?: readonly RosterEntry[]
  readonly roles?: World['roles']
  /** Raw points by username and block, one for each problem; absent: not attempted. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<number | null>>>>>
}

/** Gives a school with one course: two homeworks, Ann, Ben and Cat in it, and a teacher. */
export function smallSchool(given: SmallSchool = {}): { school: School; course: Course } {
  const people = given.people ?? [TEACHER, SITE_STAFF, STRANGER, ANN, BEN, CAT]
  const enrolments = given.enrolments ?? [enrolled(ANN.id), enrolled(BEN.id), enrolled(CAT.id)]
  const course: Course = {
    key: KEY,
    name: 'Test',
    org: 'Test',
    number: 'T1',
    run: '2026',
    start: NOW - 90 * DAY,
    end: NOW + 10 * DAY,
    selfPaced: false,
    modes: [],
    cohorts: [],
    policy: POLICY,
    flags: { writableGradebook: true, bulkManagement: false, freezeAfterEnd: true, progressPage: true },
    chapters: [chapter('one', [subsection('hw1'), subsection('hw2')])],
    roster: {
      size: enrolments.length,
      firstId: 501,
      at: (position) => enrolments[position] ?? enrolled(0),
      positionOf: (userId) => {
        const position = enrolments.findIndex((row) => row.userId === userId)
        return position < 0 ? undefined : position
      },
    },
    ...given.course,
  }
  const world: World = {
    seed: 1,
    startsAt: NOW,
    directory: {
      byId: (id) => people.find((person) => person.id === id),
      byUsername: (username) => people.find((person) => person.username === username),
    },
    personas: { instructor: 1, 'limited-staff': 1, 'global-staff': 2, learner: 10, stranger: 3 },
    roles: given.roles ?? [{ userId: TEACHER.id, org: 'Test', courseKey: KEY, role: 'instructor' }],
    courses: [course],
    answers: (_course, place, userId) => {
      const username = people.find(({ id }) => id === userId)?.username ?? ''
      const block = place.subsection.key.split('@').at(-1) ?? ''
      return given.answers?.[username]?.[block] ?? place.subsection.problems.map(() => null)
    },
  }
  return { school: createSchool(world), course }
}
