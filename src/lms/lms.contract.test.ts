import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { failure } from './fake-server.ts'
import type { Lms } from './lms.ts'
import { backends, chunksOf, courseId, given, open, rowsOf } from './under-test.ts'

describe.each(backends)('%s', (_, config) => {
  let lms: Lms
  let mock: MockLms

  const reopen = async (options?: Parameters<typeof open>[1]) =>
    void ({ lms, mock } = await open(config, options))

  beforeEach(() => reopen())
  afterAll(() => mock.close())

  describe('who and where', () => {
    test.each([
      ['instructor', false],
      ['learner', false],
      ['global-staff', true],
    ] as const)('%s is known by name; staff of the site: %s', async (user, globalStaff) => {
      await reopen({ user })
      const viewer = await lms.viewer({})
      expect(viewer.globalStaff).toBe(globalStaff)
      expect(viewer.username).toMatch(/^[\w.]+$/)
    })

    test('the courses where the viewer teaches or learns, each by its name', async () => {
      const courses = await lms.courses({})
      expect(courses.map(({ id, name, role, enrolled }) => ({ id, name, role, enrolled }))).toEqual(
        expect.arrayContaining([
          { id: courseId, name: 'Introduction to Statistics', role: 'instructor', enrolled: true },
          { id: COURSE_KEYS.analytics, name: 'The Analytics Edge', role: 'staff', enrolled: false },
          { id: COURSE_KEYS.teaching, name: 'Teaching with Data', role: null, enrolled: true },
          { id: COURSE_KEYS.archive, name: 'Statistics 101', role: 'instructor', enrolled: false },
        ]),
      )
      expect(courses).toHaveLength(4)
      expect(courses.find(({ id }) => id === COURSE_KEYS.archive)).toMatchObject({
        org: 'edX',
        number: 'Stats101',
        run: '2013_Spring',
        start: '2013-02-04T12:00:00Z',
      })
    })

    test('staff of the site are offered every course, a learner only their own', async () => {
      await reopen({ user: 'global-staff' })
      expect(await lms.courses({})).toHaveLength(4)
      await reopen({ user: 'learner' })
      const courses = await lms.courses({})
      expect(courses.map(({ id }) => id)).toContain(courseId)
      expect(courses.every(({ enrolled, role }) => enrolled && role === null)).toBe(true)
      await reopen({ user: 'stranger' })
      expect(await lms.courses({})).toEqual([])
    })

    test('a course has its name, dates and tracks, expired ones too; old keys with slashes as well', async () => {
      expect(await lms.course({ courseId })).toMatchObject({
        id: courseId,
        name: 'Introduction to Statistics',
        org: 'MITx',
        number: '18.05',
        run: '2026_Autumn',
        start: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        end: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      })
      expect((await lms.course({ courseId })).tracks.map(({ slug }) => slug).toSorted()).toEqual([
        'audit',
        'honor',
        'masters',
        'verified',
      ])
      expect(await lms.course({ courseId: COURSE_KEYS.archive })).toMatchObject({ name: 'Statistics 101' })
    })

    test('a user id becomes a username; an unknown one nothing', async () => {
      const [row] = await rowsOf(lms)
      const learnerId = row?.learner.id ?? ''
      expect(await lms.usernameOf({ courseId, learnerId })).toBe(row?.learner.username)
      expect(await lms.usernameOf({ courseId, learnerId: '99999999' })).toBeNull()
    })
  })

  describe('grading', () => {
    test('types in policy order, cutoffs from the top, subsections in course order', async () => {
      const { types, cutoffs, subsections, frozen } = await lms.gradingInfo!({ courseId })
      expect(types.length).toBe(4)
      expect(types.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1)
      expect(cutoffs.map(({ from }) => from)).toEqual(
        cutoffs.map(({ from }) => from).toSorted((a, b) => b - a),
      )
      const columns = (await chunksOf(lms, { pageSize: 1000 }))[0]?.columns ?? []
      const graded = subsections.filter((subsection) => subsection.graded)
      expect(graded.length).toBeGreaterThan(20)
      expect(
        columns.filter(({ id }) => graded.some((one) => one.id === id)).map(({ label }) => label),
      ).toEqual(graded.map(({ label }) => label))
      expect(subsections.some(({ graded }) => !graded)).toBe(true)
      expect(frozen).toBe(false)
    })

    test('when the work of a learner is due, for staff; what has no date is left out', async () => {
      const learnerId = (await rowsOf(lms)).at(-1)?.learner.id ?? ''
      const { subsections } = await lms.gradingInfo!({ courseId })
      const idOf = (name: string) => subsections.find((one) => one.name === name)?.id ?? ''
      const due = await given(lms.dueDates?.({ courseId, learnerId }))
      expect(due.get(idOf('Homework 3'))).toMatch(/^2026-09-\d\dT23:59:00/)
      expect(due.has(idOf('Syllabus'))).toBe(false)
      await reopen({ user: 'learner' })
      expect(await failure(given(lms.dueDates?.({ courseId, learnerId })))).toMatchObject({
        kind: 'not-found',
      })
    })

    test('frozen grades are told', async () => {
      await reopen({ scenario: 'frozen' })
      expect((await lms.gradingInfo!({ courseId })).frozen).toBe(true)
    })

    test('the policy answers where grading fails over it, and shows which part is missing', async () => {
      await reopen({ scenario: 'broken-policy' })
      expect(await failure(lms.gradingInfo!({ courseId }))).toMatchObject({ kind: 'unavailable' })
      const policy = await given(lms.policy?.({ courseId }))
      expect(policy.types.some(({ weight }) => weight === null)).toBe(true)
    })

    test('all cohorts, more than a page of the server holds by itself', async () => {
      expect((await given(lms.cohorts?.({ courseId }))).map(({ name }) => name)).toHaveLength(13)
    })
  })
})
