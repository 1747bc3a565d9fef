import { describe, expect, test } from 'vitest'
import { failure, fakeServer, html, json, type Script } from '#src/lms/fake-server.ts'
import type { GradebookQuery, Lms } from '#src/lms/lms.ts'
import { openedxV1 } from './adapter.ts'
import learnerSample from './samples/gradebookOfLearner.json' with { type: 'json' }
import legacySample from './samples/gradebookOfLearner.legacy.json' with { type: 'json' }
import pageSample from './samples/gradebook.json' with { type: 'json' }
import subsectionSample from './samples/subsection.json' with { type: 'json' }
import documentedSample from './samples/subsection.documented.json' with { type: 'json' }
import unavailableSample from './samples/subsection.unavailable.json' with { type: 'json' }

const courseId = 'course-v1:edX+DemoX+Demo_Course'

function served(script: Script) {
  const server = fakeServer(script)
  return { lms: openedxV1(server.session), log: server.log, requests: server.requests }
}

async function readAll(lms: Lms, query: Partial<GradebookQuery> = {}) {
  const chunks = []
  for await (const chunk of lms.gradebook!({ courseId, ...query })) chunks.push(chunk)
  return chunks
}

const page = (next: string | null) => json({ ...pageSample, next })

describe('the gradebook', () => {
  test('each filter under the name that the server knows', async () => {
    const { lms, log } = served({ plays: [page(null)] })
    await readAll(lms, {
      search: 'a+b',
      track: 'audit',
      cohort: '3',
      assignmentGrade: { subsectionId: 'block@x', min: 0, max: 59.5 },
      courseGrade: { min: 10 },
      courseTeam: true,
      pageSize: 20,
      resume: 'cD0y',
    })
    await readAll(lms)
    expect(log.map((line) => line.split('?')[1])).toEqual([
      'user_contains=a%2Bb&enrollment_mode=audit&cohort_id=3&assignment=block%40x&assignment_grade_min=0' +
        '&assignment_grade_max=59.5&course_grade_min=10&page_size=20&cursor=cD0y',
      'excluded_course_roles=all&page_size=50',
    ])
  })

  test('a next link gives its cursor, nothing else: the filters stay, and so does the server', async () => {
    const next = 'http://10.0.0.7:8000/api/grades/v1/gradebook/other/?cursor=cD01MA%3D%3D&user_contains=eve'
    const { lms, requests } = served({ plays: [page(next), page(null)] })
    const chunks = await readAll(lms, { search: 'ada' })
    expect(chunks.map(({ resume }) => resume)).toEqual(['cD01MA==', null])
    expect(requests[1]?.url).toBe(
      'https://lms.example.com/api/grades/v1/gradebook/course-v1:edX+DemoX+Demo_Course/' +
        '?user_contains=ada&excluded_course_roles=all&page_size=50&cursor=cD01MA%3D%3D',
    )
  })

  test('columns come with the first page that shows them', async () => {
    const { lms } = served({ plays: [page('/?cursor=a'), page(null)] })
    const [first, second] = await readAll(lms)
    expect(first?.columns?.map(({ label, type, name }) => [label, type, name])).toEqual([
      ['HW 01', 'Homework', 'Homework 1'],
      ['Lab 01', 'Lab', 'Lab 1'],
    ])
    expect(second?.columns).toEqual([])
    expect(first?.counts).toEqual({ enrolled: 4, matching: 2 })
  })

  test('the newest name counts, the older one else, and nothing that is empty', async () => {
    const { lms } = served({ plays: [page(null)] })
    const [chunk] = await readAll(lms)
    expect(chunk?.rows?.map(({ learner }) => learner)).toEqual([
      { id: '11', username: 'student', name: 'Stu Dent', email: null, studentKey: null },
      {
        id: '14',
        username: 'mona',
        name: 'Mona Masters',
        email: 'mona@example.com',
        studentKey: 'program_user_key_0',
      },
    ])
    const single = served({ plays: [json(learnerSample)] })
    const { rows } = await single.lms.learnerGrades({ courseId, username: 'mona' })
    expect(rows?.[0]?.learner.name).toBe('Mona Masters')
  })

  test('old releases do not say whether something was attempted: points tell', async () => {
    const [cell] = legacySample.section_breakdown
    const scored = { ...cell, module_id: 'other', score_possible: 4, score_earned: 0 }
    const { lms } = served({ plays: [json({ ...legacySample, section_breakdown: [cell, scored] })] })
    const { rows, columns } = await lms.learnerGrades({ courseId, username: 'staff' })
    expect(rows?.[0]?.grades.map(({ attempted }) => attempted)).toEqual([false, true])
    expect(columns?.[0]).toMatchObject({ label: null, type: null, name: 'Demo Course Overview' })
  })
})

describe('overrides', () => {
  const saved = { user_id: 9, usage_id: 'block', success: true, reason: null }
  const item = { learnerId: '9', subsectionId: 'block', earned: 8, possible: null, reason: 'Re-marked' }

  test('possible points are left to the server unless given; nulls make the original count again', async () => {
    const { lms, requests } = served({ plays: [json([saved, saved, saved], 202)] })
    const items = [item, { ...item, possible: 12, reason: null }, { ...item, earned: null }]
    await lms.saveOverrides?.({ courseId, items })
    const id = { user_id: 9, usage_id: 'block' }
    expect(await requests.at(-1)?.json()).toEqual([
      { ...id, grade: { earned_graded_override: 8, comment: 'Re-marked' } },
      { ...id, grade: { earned_graded_override: 8, possible_graded_override: 12, comment: null } },
      {
        ...id,
        grade: {
          earned_all_override: null,
          possible_all_override: null,
          earned_graded_override: null,
          possible_graded_override: null,
          comment: 'Re-marked',
        },
      },
    ])
  })

  test('fewer outcomes than items leave the outcome unknown', async () => {
    const { lms } = served({ plays: [json([saved], 202)] })
    const saving = async () => lms.saveOverrides?.({ courseId, items: [item, item] })
    expect(await failure(saving())).toMatchObject({ kind: 'contract', details: { outcome: 'unknown' } })
  })

  test.each(['', 'abc', '0', '-3', '1.5'])('learner id %j is never sent', async (learnerId) => {
    const { lms, log } = served({})
    const saving = async () => lms.saveOverrides?.({ courseId, items: [{ ...item, learnerId }] })
    expect(await failure(saving())).toMatchObject({ kind: 'invalid', details: { outcome: 'none' } })
    expect(log).toEqual([])
  })
})

const history = (row: object) => ({
  ...subsectionSample,
  history: [{ ...subsectionSample.history[0], ...row }],
})

describe('a subsection', () => {
  const params = { courseId, learnerId: '20', subsectionId: 'block' }
  test.each([
    [
      { system: 'GRADEBOOK', history_type: '+' },
      { through: 'gradebook', change: 'created' },
    ],
    [
      { system: 'grade-import', history_type: '~' },
      { through: 'import', change: 'changed' },
    ],
    [
      { system: 'PROCTORING', history_type: '-' },
      { through: 'proctoring', change: 'deleted' },
    ],
    [
      { system: null, history_user: null },
      { through: 'other', by: null },
    ],
    [{ history_date: '2026-01-02T03:04:05.678901Z' }, { at: '2026-01-02T03:04:05.678901Z', id: '1' }],
  ])('history %j is %j', async (row, entry) => {
    const { lms } = served({ plays: [json(history(row))] })
    expect((await lms.subsectionGrade?.(params))?.history).toMatchObject([entry])
  })

  test('not available to a learner, and as old releases tell it', async () => {
    const unavailable = served({ plays: [json(unavailableSample)] })
    expect(await unavailable.lms.subsectionGrade?.(params)).toMatchObject({
      available: false,
      override: null,
    })
    const documented = served({ plays: [json(documentedSample)] })
    expect(await documented.lms.subsectionGrade?.(params)).toMatchObject({
      available: true,
      graded: { earned: 8, possible: 11 },
      override: { earnedAll: null, possibleAll: null, earnedGraded: 8, possibleGraded: null },
    })
  })

  test('as much history as asked for', async () => {
    const { lms, log } = served({ plays: [json(subsectionSample)] })
    await lms.subsectionGrade?.({ ...params, historyLimit: 1 })
    expect(log).toEqual(['GET /api/grades/v1/subsection/block/?user_id=20&history_record_limit=1'])
  })
})

const cohort = (id: number) => ({ id, name: `Group ${id}`, user_count: id })

const cohortPage = (from: number, count = 100) =>
  json(Array.from({ length: count }, (_, index) => cohort(from + index)))

describe('people', () => {
  test.each([
    ['until a page is short', [cohortPage(0), cohortPage(100), cohortPage(200, 1)], 201, 3],
    [
      'to the end where the last page is full',
      [cohortPage(0), json({ detail: 'Invalid page.' }, 404)],
      100,
      2,
    ],
    ['once where the server knows no pages', [cohortPage(0, 150)], 150, 1],
    ['once more where it gives the same again', [cohortPage(0)], 100, 2],
  ])('cohorts are read %s', async (_, plays, found, requests) => {
    const { lms, log } = served({ plays })
    expect(await lms.cohorts?.({ courseId })).toHaveLength(found)
    expect(log).toHaveLength(requests)
    expect(log.at(-1)).toContain(`?page=${requests}&page_size=100`)
  })

  test('a course without cohorts that one may see is an error', async () => {
    const { lms } = served({ plays: [json({ developer_message: 'Not found.' }, 404)] })
    const reading = async () => lms.cohorts?.({ courseId })
    expect(await failure(reading())).toMatchObject({ kind: 'not-found' })
  })

  test('a release without the roles endpoint has nobody of the staff', async () => {
    const routes = {
      '/api/user/v1/me': [json({ username: 'ada' })],
      '/api/enrollment/v1/roles/': [html(404)],
    }
    expect(await served({ routes }).lms.viewer({})).toEqual({
      username: 'ada',
      name: null,
      globalStaff: false,
    })
  })

  test('an unknown user id is nobody; a server without the endpoint is an error', async () => {
    const params = { courseId, learnerId: '4' }
    expect(await served({ plays: [json({ detail: 'Not found.' }, 404)] }).lms.usernameOf(params)).toBeNull()
    expect(await failure(served({ plays: [html(404)] }).lms.usernameOf(params))).toMatchObject({
      kind: 'not-found',
      details: { reason: 'html' },
    })
  })
})
