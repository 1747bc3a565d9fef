import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { failure } from './fake-server.ts'
import type { Lms } from './lms.ts'
import { allBackends, given, openBackend } from './under-test.ts'

describe.each(allBackends)('$name', (backend) => {
  let lms: Lms
  let mock: MockLms
  let courseId: string
  let username: string

  const reopen = async (options: Parameters<typeof openBackend>[1] = {}) =>
    void ({ lms, mock, courseId, username } = await openBackend(backend, options))
  const rows = async (course = courseId, resume?: string) => {
    const all = []
    for await (const chunk of lms.gradebook!({ courseId: course, ...(resume ? { resume } : {}) })) {
      all.push(...(chunk.rows ?? []))
    }
    return all
  }

  beforeEach(() => reopen())
  afterAll(() => mock.close())

  test('is one of the site that it names, and links nowhere else', () => {
    const site = new URL(lms.site)
    expect(site.protocol).toBe('https:')
    expect(new URL(lms.links.signIn('https://rollbook.example.com/')).origin).toBe(site.origin)
    expect(new URL(lms.links.signOut()).origin).toBe(site.origin)
  })

  test('lists the course by its name, and gives its facts', async () => {
    const listed = (await lms.courses({})).find(({ id }) => id === courseId)
    expect(listed?.name).toBe(backend.courseName)
    expect(await lms.course({ courseId })).toMatchObject({ id: courseId, name: backend.courseName })
  })

  test('one learner by exact username is one row, and the id leads back to the username', async () => {
    const { rows: found = [], resume } = await lms.learnerGrades({ courseId, username })
    expect(found.map(({ learner }) => learner.username)).toEqual([username])
    expect(resume).toBeNull()
    const learnerId = found[0]?.learner.id ?? ''
    expect(await lms.usernameOf({ courseId, learnerId })).toBe(username)
  })

  test('a learner whom nobody knows, and a course that nobody knows, are not found', async () => {
    expect(await failure(lms.learnerGrades({ courseId, username: backend.nobody }))).toMatchObject({
      kind: 'not-found',
    })
    expect(await failure(lms.course({ courseId: backend.noCourse }))).toMatchObject({ kind: 'not-found' })
  })

  test.runIf(backend.lists)('lists each learner once, and each as by username', async () => {
    const all = await rows()
    expect(all.length).toBeGreaterThan(5)
    expect(new Set(all.map(({ learner }) => learner.id)).size).toBe(all.length)
    const alone = await lms.learnerGrades({ courseId, username })
    const listed = all.find(({ learner }) => learner.username === username)
    expect(listed?.total).toBe(alone.rows?.[0]?.total)
    expect(listed?.grades).toEqual(alone.rows?.[0]?.grades)
  })

  test.runIf(backend.lists)('has a cell for each column, or totals and no columns', async () => {
    const columns = new Set<string>()
    let cells = 0
    for await (const chunk of lms.gradebook!({ courseId })) {
      for (const { id } of chunk.columns ?? []) columns.add(id)
      cells += (chunk.rows ?? []).reduce((sum, { grades }) => sum + grades.length, 0)
      cells += chunk.cells?.length ?? 0
    }
    expect(columns.size > 0).toBe(lms.capabilities.rows === 'assignments')
    expect(cells > 0).toBe(lms.capabilities.rows === 'assignments')
  })

  test.runIf(backend.lists)('reading ends with the reason that it is aborted with', async () => {
    const stop = new AbortController()
    stop.abort(new Error('moved on'))
    const reading = async () => {
      for await (const chunk of lms.gradebook!({ courseId }, stop.signal)) expect(chunk).toBeUndefined()
    }
    await expect(reading()).rejects.toThrow('moved on')
  })

  test.runIf(backend.grades)('how the course is graded: each type once, with weights', async () => {
    const { types } = await given(lms.gradingInfo?.({ courseId }))
    expect(types.length).toBeGreaterThan(1)
    expect(new Set(types.map(({ name }) => name)).size).toBe(types.length)
    expect(types.some(({ weight }) => weight !== null && weight > 0)).toBe(true)
  })

  test.each([
    ['offline', { kind: 'unavailable', details: { reason: 'dropped' } }],
    ['html-error', { kind: 'unavailable', details: { reason: 'html' } }],
  ] as const)('%s: has a kind and a reason', async (fault, expected) => {
    mock.change({ faults: [fault] })
    expect(await failure(lms.learnerGrades({ courseId, username }))).toMatchObject(expected)
  })

  test('asked too often, it waits and asks again', async () => {
    mock.change({ faults: ['throttled'] })
    expect((await lms.learnerGrades({ courseId, username })).rows).toHaveLength(1)
  })

  test('nobody is unauthenticated', async () => {
    await reopen({ user: 'nobody' })
    expect(await failure(lms.learnerGrades({ courseId, username }))).toMatchObject({
      kind: 'unauthenticated',
    })
  })

  test('a learner is refused the grades of others', async () => {
    await reopen({ user: 'learner' })
    const asked = backend.lists ? rows() : lms.learnerGrades({ courseId, username: 'ada.lovelace' })
    expect(await failure(asked)).toMatchObject({ kind: 'forbidden' })
  })

  test.runIf(backend.writes)('what is saved is in the next reading, and a refused item is data', async () => {
    const [row] = await rows()
    const cell = row?.grades.find(({ attempted, possible }) => attempted && possible > 1)
    const { subsectionId = '', possible = 0 } = cell ?? {}
    const learnerId = row?.learner.id ?? ''
    const item = { subsectionId, earned: possible - 1, possible: null, reason: null }
    const outcomes = await given(
      lms.saveOverrides?.({
        courseId,
        items: [
          { ...item, learnerId },
          { ...item, learnerId: '99999999' },
        ],
      }),
    )
    expect(outcomes.map(({ saved }) => saved)).toEqual([true, false])
    const again = (await rows())[0]?.grades.find((grade) => grade.subsectionId === subsectionId)
    expect(again).toMatchObject({ attempted: true, earned: possible - 1 })
  })
})

describe('operations and capabilities', () => {
  const shape = async (name: (typeof allBackends)[number]['name']) => {
    const backend = allBackends.find((one) => one.name === name)!
    const { lms, mock } = await openBackend(backend)
    mock.close()
    const operations = Object.keys(lms).filter((key) => typeof lms[key as keyof Lms] === 'function')
    return { operations, links: Object.keys(lms.links), token: lms.token !== undefined, ...lms.capabilities }
  }

  test('openedx-v1', async () => {
    expect(await shape('openedx-v1')).toMatchInlineSnapshot(`
      {
        "batchSize": 100,
        "estimatesTotals": true,
        "exceptions": [],
        "freezeDays": 30,
        "keepsHistory": true,
        "links": [
          "signIn",
          "signOut",
          "profile",
          "course",
          "subsection",
        ],
        "operations": [
          "viewer",
          "courses",
          "course",
          "gradingInfo",
          "policy",
          "cohorts",
          "gradebook",
          "learnerGrades",
          "usernameOf",
          "dueDates",
          "progress",
          "courseHome",
          "submissions",
          "courseTotal",
          "courseTotals",
          "totalLines",
          "problemNames",
          "certificate",
          "creditDeadline",
          "subsectionGrade",
          "saveOverrides",
        ],
        "reasonLength": 300,
        "rows": "assignments",
        "serverFilters": Set {
          "search",
          "username",
          "track",
          "cohort",
          "assignmentGrade",
          "courseGrade",
          "courseTeam",
        },
        "setsGrades": false,
        "token": false,
        "totalColumns": Set {
          "email",
          "letter",
        },
        "usernamesAtOnce": 100,
      }
    `)
  })
  test('openedx-v0', async () => {
    expect(await shape('openedx-v0')).toMatchInlineSnapshot(`
      {
        "batchSize": 0,
        "estimatesTotals": false,
        "exceptions": [],
        "keepsHistory": false,
        "links": [
          "signIn",
          "signOut",
          "profile",
          "course",
          "subsection",
        ],
        "operations": [
          "viewer",
          "courses",
          "course",
          "gradingInfo",
          "learnerGrades",
          "usernameOf",
          "progress",
          "courseTotal",
        ],
        "reasonLength": 0,
        "rows": "totals",
        "serverFilters": Set {
          "username",
        },
        "setsGrades": false,
        "tellsPolicyOnly": true,
        "token": false,
        "totalColumns": Set {
          "letter",
        },
      }
    `)
  })
  test('so2', async () => {
    expect(await shape('so2')).toMatchInlineSnapshot(`
      {
        "batchSize": 0,
        "estimatesTotals": false,
        "exceptions": [],
        "keepsHistory": false,
        "links": [
          "signIn",
          "signOut",
        ],
        "operations": [
          "viewer",
          "courses",
          "course",
          "gradebook",
          "learnerGrades",
          "usernameOf",
          "progress",
          "courseTotal",
          "courseTotals",
        ],
        "reasonLength": 0,
        "rows": "totals",
        "serverFilters": Set {
          "username",
        },
        "setsGrades": false,
        "token": true,
        "totalColumns": Set {
          "email",
          "letter",
          "passedAt",
          "lastActivity",
        },
        "usernamesAtOnce": 100,
      }
    `)
  })
  test('schoology', async () => {
    expect(await shape('schoology')).toMatchInlineSnapshot(`
      {
        "batchSize": 100,
        "estimatesTotals": false,
        "exceptions": [
          "excused",
          "incomplete",
        ],
        "keepsHistory": false,
        "links": [
          "signIn",
          "signOut",
        ],
        "operations": [
          "viewer",
          "courses",
          "course",
          "gradingInfo",
          "gradebook",
          "learnerGrades",
          "usernameOf",
          "dueDates",
          "progress",
          "courseTotal",
          "subsectionGrade",
          "periodGrades",
          "saveComment",
          "saveOverrides",
        ],
        "reasonLength": 0,
        "rows": "assignments",
        "serverFilters": Set {
          "username",
        },
        "setsGrades": true,
        "token": false,
      }
    `)
  })
})
