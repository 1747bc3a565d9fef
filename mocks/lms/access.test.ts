import { describe, expect, test } from 'vitest'
import { hasAuthorAccess, isFrozen, openGradebook, openGradebookToWrite } from './access.ts'
import { gradingInfo } from './grading-info.ts'
import type { Caller, RoleName } from './model.ts'
import { openProgress } from '#mocks/lms/learner/progress-access.ts'
import { openSubsection } from './subsections.ts'
import {
  ANN,
  BEN,
  DAY,
  KEY,
  NOW,
  SITE_STAFF,
  STRANGER,
  TEACHER,
  enrolled,
  key,
  smallSchool,
} from './testing-school.ts'
import type { SmallSchool } from './testing-school.ts'

const off = { writableGradebook: false, bulkManagement: false, freezeAfterEnd: true, progressPage: true }
const ended = { end: NOW - 31 * DAY }

/** What the gradebook says: `ok`, or status and code. */
function opening(
  caller: Caller,
  given: SmallSchool = {},
  courseKey: string = KEY,
  open = openGradebook,
): string {
  return outcome(() => open(smallSchool(given).school, caller, courseKey))
}

function outcome(attempt: () => unknown): string {
  try {
    attempt()
    return 'ok'
  } catch (error) {
    const { kind, status, code } = error as { kind: string; status: number; code: string | null }
    return kind === 'crash' ? 'crash' : `${status} ${code ?? '-'}`
  }
}

function openingSubsection(caller: Caller, usageKey: string): string {
  return outcome(() => openSubsection(smallSchool({ course: { flags: off } }).school, caller, usageKey))
}

function openingProgress(
  caller: Caller,
  student?: string,
  given: SmallSchool = {},
  courseKey: string = KEY,
): string {
  return outcome(() => openProgress(smallSchool(given).school, caller, courseKey, student))
}

function access(role: RoleName, org: string, courseKey: string | null): boolean {
  const { school, course } = smallSchool({ roles: [{ userId: ANN.id, org, courseKey, role }] })
  return hasAuthorAccess(school, ANN, course)
}

function frozen(details: SmallSchool['course']): boolean {
  const { school, course } = smallSchool({ course: details })
  expect(gradingInfo(school, course).frozen).toBe(isFrozen(school, course))
  return isFrozen(school, course)
}

describe('gradebook', () => {
  test('opens for the course team and site staff', () => {
    expect(opening(TEACHER)).toBe('ok')
    expect(opening(SITE_STAFF)).toBe('ok')
  })

  test('refuses in the order: signed in, key, course, flag, right, frozen', () => {
    expect(opening(null, {}, 'nonsense')).toBe('401 -')
    expect(opening(ANN, {}, 'nonsense')).toBe('404 invalid_course_key')
    expect(opening(ANN, {}, 'course-v1:Test+T2+2026')).toBe('404 course_does_not_exist')
    expect(opening(ANN, { course: { flags: off } })).toBe('403 feature_not_enabled')
    expect(opening(ANN)).toBe('403 user_permissions')
    expect(opening(ANN, { course: ended }, KEY, openGradebookToWrite)).toBe('403 user_permissions')
    expect(opening(TEACHER, { course: ended }, KEY, openGradebookToWrite)).toBe('403 grades_frozen')
  })

  test('stays open for reading once grades are frozen', () => {
    expect(opening(TEACHER, { course: ended })).toBe('ok')
  })
})

describe('author access', () => {
  test.each([
    ['instructor', true],
    ['staff', true],
    ['limited_staff', true],
    ['beta_testers', false],
    ['data_researcher', false],
  ] as const)('of %s: %s', (role, allowed) => {
    expect(access(role, 'Test', KEY)).toBe(allowed)
  })

  test('comes from a role in the organisation, not from one in another course', () => {
    expect(access('staff', 'Test', null)).toBe(true)
    expect(access('staff', 'Other', null)).toBe(false)
    expect(access('staff', 'Test', 'course-v1:Test+T2+2026')).toBe(false)
  })
})

describe('frozen', () => {
  test('only after more than 30 days, with an end, and with the flag', () => {
    expect(frozen({ end: NOW - 30 * DAY - 1 })).toBe(true)
    expect(frozen({ end: NOW - 30 * DAY })).toBe(false)
    expect(frozen({ end: null })).toBe(false)
    expect(frozen({ ...ended, flags: { ...off, freezeAfterEnd: false } })).toBe(false)
  })
})

describe('subsection', () => {
  test('asks for a session, a key and a right, and not for the flag', () => {
    expect(openingSubsection(null, 'nonsense')).toBe('401 -')
    expect(openingSubsection(ANN, 'nonsense')).toBe('404 invalid_usage_key')
    expect(openingSubsection(ANN, key('hw1'))).toBe('403 user_permissions')
    expect(openingSubsection(TEACHER, key('hw1'))).toBe('ok')
  })

  test('of an unknown course is refused, and crashes for site staff', () => {
    const elsewhere = 'block-v1:Test+T2+2026+type@sequential+block@hw1'
    expect(openingSubsection(TEACHER, elsewhere)).toBe('403 user_permissions')
    expect(openingSubsection(SITE_STAFF, elsewhere)).toBe('crash')
  })
})

describe('progress', () => {
  test('is one’s own, and anybody’s for staff', () => {
    expect(openingProgress(ANN)).toBe('ok')
    expect(openingProgress(ANN, String(ANN.id))).toBe('ok')
    expect(openingProgress(ANN, String(BEN.id))).toBe('404 -')
    expect(openingProgress(TEACHER, String(BEN.id))).toBe('ok')
    expect(openingProgress(TEACHER)).toBe('ok')
  })

  test('is refused to nobody and to those who are not enrolled', () => {
    expect(openingProgress(null)).toBe('401 -')
    expect(openingProgress(STRANGER)).toBe('401 -')
    expect(openingProgress(ANN, undefined, { enrolments: [enrolled(ANN.id, { active: false })] })).toBe(
      '401 -',
    )
  })

  test('is not found for unknown people, unknown courses and a page that is off', () => {
    expect(openingProgress(TEACHER, 'ann')).toBe('404 -')
    expect(openingProgress(TEACHER, '999')).toBe('404 -')
    expect(openingProgress(ANN, undefined, {}, 'course-v1:Test+T2+2026')).toBe('404 -')
    expect(openingProgress(ANN, undefined, { course: { flags: { ...off, progressPage: false } } })).toBe(
      '404 -',
    )
  })
})
