import { expect, test } from 'vitest'
import type { CourseHome } from '#src/domain/progress.ts'
import { LmsError, type LmsErrorDetails, type LmsErrorKind } from '#src/lms/errors.ts'
import type { CourseFacts } from '#src/lms/lms.ts'
import { progressRefusal } from './progress-refusal.ts'

const course: CourseFacts = {
  id: 'c',
  name: 'C',
  org: null,
  number: null,
  run: null,
  start: '2026-09-01T00:00:00Z',
  end: null,
  tracks: [],
}
const home: CourseHome = {
  isStaff: false,
  isEnrolled: true,
  isMasquerading: false,
  closed: null,
  tabs: [],
  timeZone: null,
}
const usual = { learnerId: null, home, course, now: new Date('2026-11-20T09:00:00Z') }
const early = { ...usual, now: new Date('2026-08-01T09:00:00Z') }
const other = { ...usual, learnerId: '7' }
const staff = { ...home, isStaff: true }
const over = { ...home, closed: { code: 'audit_expired', message: null } }

const cases: ReadonlyArray<
  readonly [LmsErrorKind, LmsErrorDetails, typeof usual | typeof other, ReturnType<typeof progressRefusal>]
> = [
  ['forbidden', { reason: 'not-enrolled' }, usual, 'not-enrolled'],
  ['forbidden', { reason: 'not-enrolled' }, early, 'not-enrolled'],
  ['forbidden', {}, early, 'not-begun'],
  ['forbidden', {}, { ...usual, home: over }, 'access-over'],
  ['forbidden', { reason: 'no-right' }, usual, 'kept-out'],
  ['not-found', {}, usual, 'switched-off'],
  ['not-found', {}, other, 'not-yours'],
  ['not-found', {}, { ...other, home: staff }, 'no-learner'],
  ['not-found', { reason: 'no-course' }, usual, 'no-course'],
  ['not-found', { reason: 'html' }, usual, null],
  ['unauthenticated', {}, usual, null],
  ['unavailable', { reason: 'timeout' }, usual, null],
  ['contract', {}, other, null],
]

test.each(cases)('%s %o is told by what was read beside it', (kind, details, around, refusal) => {
  expect(progressRefusal(new LmsError(kind, details), around)).toBe(refusal)
})

test('where nothing could be read beside it, the course is what is unknown', () => {
  const around = { ...usual, home: undefined, course: undefined }
  expect(progressRefusal(new LmsError('not-found'), around)).toBe('no-course')
})

test('where a server tells nothing of who teaches, another’s standing is not for this viewer', () => {
  const around = { ...other, home: undefined }
  expect(progressRefusal(new LmsError('forbidden'), around)).toBe('not-yours')
})

test('a mistake of ours is no refusal', () => {
  expect(progressRefusal(new TypeError('x'), usual)).toBeNull()
})
