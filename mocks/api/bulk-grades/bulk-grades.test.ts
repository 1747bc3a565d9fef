import { beforeEach, describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '#mocks/lms/csv.ts'
import { replay } from '#mocks/lms/journal.ts'
import type { Persona } from '#mocks/lms/model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { type MockLms, mockLms } from '#mocks/node.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'

const ORIGIN = 'http://lms.test'
const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const TABLE = `/api/bulk_grades/course/${COURSE}/`
const GRADEBOOK = `/api/grades/v1/gradebook/${COURSE}/`
const key = (block: string) => `block-v1:MITx+18.05+2026_Autumn+type@sequential+block@${block}`

type Fields = Record<string, string>
interface Status {
  total: number
  processed: number
  saved: number
  error_rows: Fields[]
  error_messages: string[]
  percentage: string
  can_commit: boolean
  result_id: string | null
  saved_error_id: number | null
  waiting: boolean
}
interface Row {
  user_id: number
  username: string
  percent: number
  section_breakdown: Array<{ module_id: string; attempted: boolean; score_earned: number }>
}

let lms: MockLms
beforeEach(() => {
  lms = mockLms()
})

function ask(path: string, as: Persona | null = 'instructor', init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (as) headers.set('Authorization', `Bearer mock-${as}`)
  return fetch(ORIGIN + path, { ...init, headers })
}

/** Asks where the answer's head is enough: a connection that closes over a table half read is an error of its own. */
async function readThrough(path: string, as?: Persona): Promise<Response> {
  const response = await ask(path, as)
  await response.text()
  return response
}

async function table(query = '', path = TABLE): Promise<Fields[]> {
  const response = await ask(path + query)
  expect(response.status).toBe(200)
  const [header = [], ...rows] = readCsv(await response.text())
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

function send(fields: Readonly<Record<string, string | Blob>>, as: Persona | null = 'instructor') {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.set(name, value)
    else body.set(name, value, 'grades.csv')
  }
  return ask(TABLE, as, { method: 'POST', body })
}

async function upload(content: string | Blob): Promise<Status> {
  const response = await send({ csv: new Blob([content]) })
  expect(response.status).toBe(200)
  return (await response.json()) as Status
}

async function poll(resultId: string | null): Promise<Status> {
  const response = await send({ result_id: resultId ?? '' })
  expect(response.status).toBe(200)
  return (await response.json()) as Status
}

/** The answer once it is done. */
async function done(content: string): Promise<Status> {
  const { result_id: resultId } = await upload(content)
  await poll(resultId)
  return poll(resultId)
}

/** A table with these rows, for the course that is tested. */
function csv(names: readonly string[], ...rows: ReadonlyArray<readonly string[]>): string {
  return writeCsv([
    ['user_id', 'course_id', ...names],
    ...rows.map(([id = '', ...rest]) => [id, COURSE, ...rest]),
  ])
}

async function rowOf(userId: string): Promise<Row> {
  const { username } = (await table()).find((row) => row['user_id'] === userId) ?? {}
  return (await (await ask(`${GRADEBOOK}?username=${username}`)).json()) as Row
}
const earned = (row: Row, block: string) =>
  row.section_breakdown.find(({ module_id: id }) => id === key(block))?.score_earned

/** Two learners who take the course. */
async function learners(): Promise<[string, string]> {
  const rows = (await table()).filter((row) => row['grade-hw_01'] && row['grade-hw_02'])
  return [rows[0]?.['user_id'] ?? '', rows[1]?.['user_id'] ?? '']
}

describe('the table', () => {
  test('has a name that a header can hold, whatever the course is called', async () => {
    lms.change({ scenario: 'so2-instance' })
    const name = async (course: string) => {
      const response = await readThrough(`/api/bulk_grades/course/${course}/`, 'global-staff')
      expect(response.status).toBe(200)
      return response.headers.get('Content-Disposition')
    }
    expect(await name('course-v1:KyotoUx+統計+2026')).toMatch(
      /^attachment; filename\*=utf-8''course-v1%3AKyotoUx%2B%E7%B5%B1%E8%A8%88%2B2026-[\w.%-]+\.csv$/,
    )
    expect(await name('course-v1:ÉcoleX+LETTERS+2026')).toContain('%C3%89coleX')
  })

  test('is a file with a row for each learner and five columns for each subsection', async () => {
    const response = await ask(TABLE)
    expect(response.headers.get('Content-Type')).toBe('text/csv')
    expect(response.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="course-v1:MITx\+18\.05\+2026_Autumn-\d{4}-\d\d-\d\dT[\d:]{8}\.csv"$/,
    )
    const text = await response.text()
    const [header = [], ...rows] = readCsv(text)
    expect(header.slice(0, 11)).toEqual([
      'user_id',
      'username',
      'student_key',
      'course_id',
      'track',
      'cohort',
      'name-hw_01',
      'grade-hw_01',
      'original_grade-hw_01',
      'previous_override-hw_01',
      'new_override-hw_01',
    ])
    expect(header).toHaveLength(6 + 24 * 5)
    expect(text).toMatch(/\r\n$/)
    const page = (await (await ask(`${GRADEBOOK}?page_size=1000`)).json()) as { results: Row[] }
    expect(rows.map(([id]) => id)).toEqual(page.results.map(({ user_id: id }) => String(id)))
  })

  test('has points as floats, nothing where nothing was attempted, and keys of the master’s track only', async () => {
    const rows = await table()
    const page = (await (await ask(`${GRADEBOOK}?page_size=1000`)).json()) as { results: Row[] }
    for (const [index, row] of rows.entries()) {
      const points = earned(page.results[index] as Row, 'final') ?? 0
      expect(row['grade-final']).toBe(row['grade-final'] === '' ? '' : points.toFixed(1))
      expect(row['new_override-final']).toBe('')
      expect(row['student_key'] !== '').toBe(row['track'] === 'masters')
    }
    expect(new Set(rows.map((row) => row['grade-final'] === ''))).toEqual(new Set([true, false]))
    const overrides = rows.flatMap((row) =>
      Object.entries(row).filter(([name, value]) => name.startsWith('previous_override-') && value),
    )
    expect(overrides.length).toBeGreaterThan(0)
    const overridden = rows.flatMap((row) =>
      Object.keys(row).map((name) => [row[name], row[name.replace('previous_override', 'grade')]]),
    )
    expect(overridden.filter(([previous, grade]) => previous && previous !== grade)).toEqual([])
  })

  test('is narrowed by track, cohort name, roles and assignment', async () => {
    const all = await table()
    const tracks = await table('?track=verified')
    expect(tracks).toEqual(all.filter((row) => row['track'] === 'verified'))
    const cohorts = await table('?cohort=Friday+morning&track=')
    expect(cohorts.length).toBeGreaterThan(0)
    expect(cohorts).toEqual(all.filter((row) => row['cohort'] === 'Friday morning'))
    expect(await table('?cohort=No+such')).toEqual([])
    expect(await table('?track=none')).toEqual([])
    expect((await table('?excludedCourseRoles=staff&excludedCourseRoles=instructor')).length).toBe(
      all.length - 2,
    )
    const one = await table(`?assignment=${encodeURIComponent(key('hw_03'))}`)
    expect(Object.keys(one[0] ?? {}).slice(6)).toEqual(
      ['name', 'grade', 'original_grade', 'previous_override', 'new_override'].map((kind) => `${kind}-hw_03`),
    )
    const exams = Object.keys((await table('?assignmentType=Final+exam'))[0] ?? {})
    expect(exams).toHaveLength(11)
  })

  test('is narrowed by grades; a limit of zero counts as none', async () => {
    const all = await table()
    const assignment = `assignment=${encodeURIComponent(key('hw_03'))}`
    const good = await table(`?${assignment}&assignmentGradeMin=70&assignmentGradeMax=100`)
    expect(good.map((row) => row['user_id'])).toEqual(
      all
        .filter((row) => Number(row['grade-hw_03'] || '-1') >= 7 && Number(row['grade-hw_03']) <= 10)
        .map((row) => row['user_id']),
    )
    expect(await table(`?${assignment}&assignmentGradeMin=0`)).toHaveLength(all.length)
    expect(await table('?assignmentGradeMin=70')).toHaveLength(all.length)
    const passed = await table('?courseGradeMin=80')
    const page = (await (await ask(`${GRADEBOOK}?course_grade_min=80&page_size=1000`)).json()) as {
      results: Row[]
    }
    expect(passed.map((row) => row['user_id'])).toEqual(page.results.map(({ user_id: id }) => String(id)))
    // Who has no grade yet has zero here, unlike in the gradebook.
    expect((await table('?courseGradeMax=50')).length).toBeGreaterThan(0)
  })

  test.each([
    '?courseGradeMin=many',
    '?assignment=nonsense',
    `?assignment=${encodeURIComponent(key('nowhere'))}&assignmentGradeMin=5`,
    '?error_id=1',
    '?error_id=x',
  ])('crashes over %s', async (query) => {
    const response = await ask(TABLE + query)
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })

  test('quotes text with commas', async () => {
    const text = await (await ask(TABLE)).text()
    expect(text).toContain('"Homework 7: Sampling distributions, the central limit theorem, ')
  })
})

describe('an upload', () => {
  test('is waited for, told by the second poll, and shows in the gradebook with its history', async () => {
    const [one, other] = await learners()
    const before = await rowOf(other)
    const first = await upload(
      csv(['new_override-hw_01', 'new_override-hw_02'], [one, '1.5', ''], [other, '', ' ']),
    )
    expect(first).toEqual({
      total: 2,
      processed: 2,
      saved: 0,
      error_rows: [],
      error_messages: [],
      percentage: '0.0%',
      can_commit: true,
      result_id: expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
      saved_error_id: null,
      waiting: true,
    })
    expect(await poll(first.result_id)).toEqual({ waiting: true, result_id: first.result_id })
    const last = {
      total: 2,
      processed: 2,
      saved: 2,
      error_rows: [],
      error_messages: [],
      percentage: '100.0%',
      can_commit: false,
      result_id: null,
      saved_error_id: null,
      waiting: false,
    }
    expect(await poll(first.result_id)).toEqual(last)
    expect(await poll(first.result_id)).toEqual(last)
    expect(earned(await rowOf(one), 'hw_01')).toBe(1.5)
    expect(await rowOf(other)).toEqual(before)
    const detail = (await (
      await ask(`/api/grades/v1/subsection/${key('hw_01')}/?user_id=${one}`)
    ).json()) as { history: Array<Record<string, unknown>> }
    expect(detail.history.at(-1)).toMatchObject({
      override_reason: 'Bulk Grade Import',
      system: 'grade-import',
      history_user: 'nuria.haddad',
      earned_graded_override: 1.5,
    })
  })

  test('takes back the table that came, and saves every row of it', async () => {
    const text = await (await ask(TABLE)).text()
    const { length } = lms.world.school.journal
    const status = await done(text)
    expect(status).toMatchObject({ saved: status.total, percentage: '100.0%' })
    expect(lms.world.school.journal.slice(length).every(({ kind }) => kind === 'put')).toBe(true)
  })

  test('leaves out rows that are wrong, saves the others, and gives the wrong ones back', async () => {
    const [one, other] = await learners()
    const names = ['new_override-hw_01', 'new_override-hw_02']
    const content = writeCsv([
      ['user_id', 'course_id', ...names],
      [one, COURSE, '2', ''],
      [other, 'course-v1:a+b+c', '3', ''],
      [other, COURSE, 'many', ''],
      [one, COURSE, '4', ''],
      ['12', COURSE, '5', '-1'],
      ['13', COURSE, '0x10', ''],
      ['987654', COURSE, '1', ''],
      ['14', COURSE, '1', ''],
      ['bob', COURSE, '1', ''],
    ])
    const first = await upload(content)
    const checked = [
      `Wrong course id course-v1:a+b+c != ${COURSE} (on line 2)`,
      'Grade must be a number (on lines 3, 6)',
      `Repeated user_id: ${one} (on lines 1, 4)`,
      'Grade must not be negative (on line 5)',
    ]
    expect(first).toMatchObject({ total: 9, processed: 4, saved: 0, error_messages: checked, waiting: true })
    expect(first.error_rows.map((row) => row['error'])).toEqual([
      `Wrong course id course-v1:a+b+c != ${COURSE}`,
      'Grade must be a number',
      `Repeated user_id: ${one}`,
      'Grade must not be negative',
      'Grade must be a number',
    ])
    await poll(first.result_id)
    const last = await poll(first.result_id)
    expect(last).toMatchObject({ saved: 1, percentage: '11.1%', saved_error_id: first.saved_error_id })
    expect(last.error_messages).toEqual([
      ...checked,
      'User matching query does not exist. (on line 7)',
      'CourseEnrollment matching query does not exist. (on line 8)',
      "Field 'id' expected a number but got 'bob'. (on line 9)",
    ])
    expect(earned(await rowOf(one), 'hw_01')).toBe(2)
    const rows = await table(`?error_id=${first.saved_error_id}`)
    expect(rows.map(({ status, error }) => [status, error]).slice(0, 3)).toEqual([
      ['Success', ''],
      ['Failure', `Wrong course id course-v1:a+b+c != ${COURSE}`],
      ['Failure', 'Grade must be a number'],
    ])
    expect(rows[2]?.['new_override-hw_01']).toBe('many')
    const name = (await ask(`${TABLE}?error_id=${first.saved_error_id}`)).headers.get('Content-Disposition')
    expect(name).toContain('-graded-results-')
    const elsewhere = `/api/bulk_grades/course/course-v1:MITx+15.071+2026_Autumn/?error_id=${first.saved_error_id}`
    expect((await ask(elsewhere)).status).toBe(403)
  })

  test('without any good row is answered at once', async () => {
    const status = await upload(csv(['new_override-hw_01'], ['12', '-1']))
    expect(status).toMatchObject({
      total: 1,
      processed: 0,
      waiting: false,
      can_commit: false,
      saved_error_id: 1,
    })
    expect(await upload(csv([]))).toMatchObject({
      total: 0,
      percentage: '0.0%',
      waiting: false,
      error_messages: [],
    })
  })

  test.each<[string, string, string]>([
    ['no user_id', 'course_id\r\nx\r\n', 'Missing column: user_id'],
    ['no course_id', 'user_id\r\n1\r\n', 'Missing column: course_id'],
    ['nothing in it', '', 'Missing column: user_id'],
    [
      'too much in it',
      `user_id,course_id\r\n${'x'.repeat(2 * 1024 * 1024)}`,
      'The CSV file must be under 2097152 bytes',
    ],
  ])('with %s is answered with 200 and words', async (_words, content, message) => {
    expect(await upload(content)).toEqual({
      total: 0,
      processed: 0,
      saved: 0,
      error_rows: [],
      error_messages: [message],
      percentage: '0.0%',
      can_commit: false,
      result_id: null,
      saved_error_id: null,
      waiting: false,
    })
  })

  test('takes quotes, a byte order mark and other line ends', async () => {
    const [one] = await learners()
    expect(
      await done(`\u{FEFF}"user_id",course_id,"new_override-hw_01"\n${one},"${COURSE}","3"`),
    ).toMatchObject({
      saved: 1,
    })
    expect(earned(await rowOf(one), 'hw_01')).toBe(3)
  })

  test('crashes without a file, with text for one, over a column of no subsection, and over broken UTF-8', async () => {
    const json = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }
    const answers = await Promise.all([
      send({}),
      send({ csv: 'user_id' }),
      ask(TABLE, 'instructor', json),
      send({ csv: new Blob([csv(['new_override-nowhere'], ['12', '1'])]) }),
      send({ csv: new Blob([new Uint8Array([0xff, 0xfe, 0x41])]) }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500])
    expect(lms.world.school.journal).toEqual([])
  })

  test('that nobody knows is waited for for ever', async () => {
    for (const _ of [1, 2, 3]) expect(await poll('nothing')).toEqual({ waiting: true, result_id: 'nothing' })
  })
})

test('the history has every file that was read, the newest first', async () => {
  const [one] = await learners()
  await upload(csv(['new_override-hw_01'], [one, '2']))
  await upload('user_id\r\n')
  await upload(csv(['new_override-hw_01'], [one, '3'], [one, '4']))
  const history = (await (await ask(`${TABLE}history/`)).json()) as Array<{ modified: string }>
  expect(history).toMatchObject([
    {
      id: 2,
      class_name: 'GradeCSVProcessor',
      unique_id: COURSE,
      operation: 'commit',
      user: 'nuria.haddad',
      original_filename: 'grades.csv',
      data: {
        total_rows: 2,
        processed_rows: 1,
        saved_rows: 1,
        error_message: `Repeated user_id: ${one} (on lines 1, 2)`,
      },
    },
    { id: 1, data: { total_rows: 1, processed_rows: 1, saved_rows: 1 } },
  ])
  expect(history[1]).not.toHaveProperty('data.error_message')
  expect((history[0]?.modified ?? '') > (history[1]?.modified ?? '')).toBe(true)
})

test('the intervention report has the master’s track with what they did', async () => {
  const rows = await table('', `${TABLE}intervention/`)
  const masters = (await table()).filter((row) => row['track'] === 'masters')
  expect(rows.map((row) => row['student_key'])).toEqual(masters.map((row) => row['student_key']))
  expect(rows[0]).toMatchObject({
    email: expect.stringContaining('@') as unknown,
    'grade-hw_01': masters[0]?.['grade-hw_01'],
    'number of problems overall': expect.stringMatching(/^\d+$/) as unknown,
  })
  expect(Object.keys(rows[0] ?? {}).slice(-2)).toEqual(['course grade letter', 'course grade numeric'])
  expect(
    (await table('?courseGradeMin=80', `${TABLE}intervention/`)).every(
      (row) => Number(row['course grade numeric']) >= 0.8,
    ),
  ).toBe(true)
  const name = (await readThrough(`${TABLE}intervention/`)).headers.get('Content-Disposition')
  expect(name).toContain('-intervention-')
})

describe.each([TABLE, `${TABLE}history/`, `${TABLE}intervention/`])('%s', (path) => {
  test.each<[Persona, number]>([
    ['nobody', 401],
    ['learner', 403],
    ['stranger', 403],
    ['limited-staff', 200],
    ['global-staff', 200],
  ])('answers %s with %i', async (as, status) => {
    expect((await readThrough(path, as)).status).toBe(status)
  })

  test('knows courses, slashes and methods', async () => {
    const of = (course: string) => path.replace(COURSE, course)
    const answers = await Promise.all([
      ask(of('course-v1:No+such+course')),
      ask(of('a+b+c')),
      ask(path, 'instructor', { method: 'PUT' }),
      ask(path.slice(0, -1), 'instructor', { redirect: 'manual' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 500, 405, 301])
  })
})

test('a write by the session cookie needs a CSRF token', async () => {
  const response = await send({ csv: new Blob([csv([])]) }, null)
  expect(response.status).toBe(403)
  expect((await send({ csv: new Blob([csv([])]) }, 'learner')).status).toBe(403)
})

test('uploads come back with the journal', async () => {
  const [one] = await learners()
  await done(csv(['new_override-hw_01'], [one, '2'], ['bob', '3']))
  const { school } = lms.world
  const again = replay(openSchool('default'), JSON.parse(JSON.stringify(school.journal)) as Write[])
  expect(again.tables).toEqual(school.tables)
  expect(again.overrides).toEqual(school.overrides)
})
