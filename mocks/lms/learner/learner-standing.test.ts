import { describe, expect, test } from 'vitest'
import { findBlock, unitsOf } from '#mocks/lms/blocks.ts'
import { certificateOf } from './certificates.ts'
import { completionOf, setCompletion } from './completion.ts'
import { creditOf } from './credit.ts'
import { enrolmentOf, saveEnrolment } from '#mocks/lms/enrolments.ts'
import { replay } from '#mocks/lms/journal.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { accessEnd, isLocked, upgradeOf, verificationOf } from './standing.ts'
import type { GivenStanding } from '#mocks/lms/standing-model.ts'
import { createSchool, type School } from '#mocks/lms/store.ts'
import { ANN, DAY, NOW, TEACHER, enrolled, key, smallSchool } from '#mocks/lms/testing-school.ts'

const VERIFIED = { slug: 'verified', name: 'Verified', minPrice: 50, currency: 'usd', expires: NOW + DAY }

/** Ann has all points in one homework of two: she passes, just. */
function withAnn(
  mode: string,
  given: GivenStanding = {},
  course: Partial<Course> = {},
): { school: School; course: Course } {
  const small = smallSchool({
    enrolments: [enrolled(ANN.id, { mode })],
    course: { modes: [VERIFIED], ...course },
    answers: { ann: { hw1: [10] } },
  })
  return {
    ...small,
    school: createSchool({
      ...small.school.world,
      standing: (_course, userId) => (userId === ANN.id ? given : {}),
    }),
  }
}

function grade(school: School, course: Course, earnedGraded: number): void {
  applyOverride(school, course, TEACHER, { userId: ANN.id, usageKey: key('hw1'), grade: { earnedGraded } })
}

const certificate = ({ school, course }: { school: School; course: Course }) =>
  certificateOf(school, course, ANN.id)

describe('a certificate', () => {
  const over = { end: NOW - DAY }

  test('comes when the course is over, by track and grade', () => {
    expect(certificate(withAnn('masters'))).toBeNull()
    expect(certificate(withAnn('masters', {}, over))?.state).toBe('downloadable')
    expect(certificate(withAnn('audit', {}, over))).toMatchObject({ state: 'audit_passing', record: null })
    const failing = withAnn('masters', {}, over)
    grade(failing.school, failing.course, 1)
    expect(certificate(failing)).toMatchObject({ state: 'notpassing', record: { grade: 0.05 } })
  })

  test('needs a checked identity in the verified track', () => {
    const checked = { verification: { state: 'approved', since: NOW } } as const
    const denied = { verification: { state: 'denied', since: NOW } } as const
    expect(certificate(withAnn('verified', checked, over))?.state).toBe('downloadable')
    expect(certificate(withAnn('verified', denied, over))?.state).toBe('unverified')
  })

  test('that is earned can be had from its day on', () => {
    const given = { certificate: 'earned_but_not_available' } as const
    expect(certificate(withAnn('verified', given))).toMatchObject({
      state: 'earned_but_not_available',
      availableFrom: NOW + 12 * DAY,
      record: { status: 'downloadable' },
    })
    expect(certificate(withAnn('verified', given, { end: NOW - 3 * DAY }))).toMatchObject({
      state: 'downloadable',
      availableFrom: null,
    })
  })

  test('is nothing to those who never enrolled', () => {
    const { school, course } = withAnn('verified')
    expect(certificateOf(school, course, TEACHER.id)).toBeNull()
  })

  test('leaves the states of auditing behind with the track', () => {
    const { school, course } = withAnn('audit', { certificate: 'audit_notpassing' })
    expect(certificateOf(school, course, ANN.id)?.state).toBe('audit_notpassing')
    saveEnrolment(school, course, ANN.id, { mode: 'verified' })
    expect(certificateOf(school, course, ANN.id)).toBeNull()
  })
})

describe('credit', () => {
  const requirement = { name: 'Minimum grade', minGrade: 0.5, state: null, since: null }
  const given = { credit: { deadline: NOW + DAY, requirements: [requirement] } }

  test('follows the grade: open while the course goes on, failed when it is over', () => {
    const { school, course } = withAnn('verified', given)
    expect(creditOf(school, course, ANN.id)?.eligibility).toBe('eligible')
    grade(school, course, 1)
    expect(creditOf(school, course, ANN.id)).toMatchObject({
      eligibility: 'partial_eligible',
      requirements: [{ state: null }],
    })
    const late = withAnn('verified', given, { end: NOW - DAY })
    grade(late.school, late.course, 1)
    expect(creditOf(late.school, late.course, ANN.id)).toMatchObject({
      eligibility: 'not_eligible',
      requirements: [{ state: 'failed', since: NOW - DAY }],
    })
  })

  test('is for those who are enrolled in a track that gives it', () => {
    const { school, course } = withAnn('audit', given)
    expect(creditOf(school, course, ANN.id)).toBeNull()
    saveEnrolment(school, course, ANN.id, { mode: 'verified' })
    expect(creditOf(school, course, ANN.id)).not.toBeNull()
    saveEnrolment(school, course, ANN.id, { active: false })
    expect(creditOf(school, course, ANN.id)).toBeNull()
  })
})

describe('access', () => {
  const given = { auditExpires: NOW + 3 * DAY, auditLocked: true }

  test('ends for those who audit only, and upgrading is possible while its track is open', () => {
    const { school, course } = withAnn('audit', given)
    const enrolment = () => enrolmentOf(school, course, ANN.id) ?? null
    expect(accessEnd(school, course, enrolment())).toMatchObject({ isOver: false, upgrade: VERIFIED })
    expect(isLocked(school, course, ANN.id)).toBe(true)
    saveEnrolment(school, course, ANN.id, { mode: 'verified' })
    expect(accessEnd(school, course, enrolment())).toBeNull()
    expect(isLocked(school, course, ANN.id)).toBe(false)
    expect(upgradeOf(school, course, enrolment())).toBeNull()
    const closed = withAnn('audit', given, { modes: [{ ...VERIFIED, expires: NOW - DAY }] })
    const row = enrolmentOf(closed.school, closed.course, ANN.id) ?? null
    expect(accessEnd(closed.school, closed.course, row)).toMatchObject({ upgrade: null })
  })
})

test('identity is checked in the verified track, in all ways', () => {
  const { school, course } = withAnn('verified')
  const row = enrolled(0, { mode: 'verified' })
  const states = Array.from({ length: 400 }, (_, userId) =>
    verificationOf(school, course, { ...row, userId, id: userId, courseKey: course.key }),
  )
  expect(new Set(states.map(({ state }) => state)).size).toBe(6)
  expect(states.every(({ state, since }) => (state === 'none') === (since === null))).toBe(true)
  expect(verificationOf(school, course, null)).toEqual({ state: 'none', since: null })
})

describe('completion', () => {
  test('follows attempts, and what was reported instead; over a reload too', () => {
    const { school, course } = withAnn('verified')
    const done = (of: School) => {
      const completion = completionOf(of, course, ANN.id)
      return subsectionsOf(course).flatMap((place) => unitsOf(course, place).map(completion))
    }
    expect(done(school)).toEqual([1, 0])
    const [first, second] = subsectionsOf(course).flatMap(({ subsection }) => subsection.problems)
    setCompletion(school, course, ANN.id, first?.key ?? '', 0)
    setCompletion(school, course, ANN.id, second?.key ?? '', 1)
    expect(done(school)).toEqual([0, 1])
    expect(done(replay(createSchool(school.world), school.journal))).toEqual([0, 1])
  })

  test('of a block is the mean of its leaves', () => {
    const { school, course } = withAnn('verified')
    const chapter = findBlock(course, course.chapters[0]?.key ?? '')
    expect(chapter && completionOf(school, course, ANN.id)(chapter)).toBe(0.5)
  })
})
