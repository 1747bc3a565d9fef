import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, testServer } from '#mocks/http/test-client.ts'

interface Submission {
  state: {
    attempts: number
    student_answers: Record<string, string>
    last_submission_time?: string
    score: { raw_earned: number }
  } | null
  grade: number | null
  max_grade: number | null
}
interface Problem {
  location: string
  name: string
  submission_history: Submission[]
  data: string
}
interface Result {
  course_id: string
  course_name: string
  user: string
  problems: Problem[]
}
interface Page {
  next: string | null
  previous: string | null
  results: Result[]
}

const PATH = `/api/grades/v1/submission_history/${COURSE}/`
const AMARA = `${PATH}?username=amara.okafor`

const server = serverForEach('global-staff')

const page = async (query = '') => (await server.json(`${PATH}?${query}`)) as Page

async function problemsOf(username: string): Promise<Problem[]> {
  return (await page(`username=${username}`)).results[0]?.problems ?? []
}

describe('the checks', () => {
  test('are: signed in, site staff, the key; a course may be unknown', async () => {
    const broken = '/api/grades/v1/submission_history/a+b+c/'
    expect(await server.json(broken, 401, { as: 'nobody' })).toEqual({
      developer_message: 'Incorrect authentication credentials.',
    })
    for (const as of ['instructor', 'learner'] as const) {
      expect(await server.json(broken, 403, { as })).toEqual({
        developer_message: 'You do not have permission to perform this action.',
      })
    }
    expect(await server.json(broken, 400)).toEqual({
      developer_message: 'The provided course key cannot be parsed.',
      error_code: 'invalid_course_key',
    })
    const empty = { next: null, previous: null, results: [] }
    expect(await server.json('/api/grades/v1/submission_history/course-v1:MITx+Nothing+2026/')).toEqual(empty)
    expect(await page('username=nobody.at.all')).toEqual(empty)
    expect(await page('username=tomasz.zielinski')).toEqual(empty)
  })

  test('let staff ask 120 times a minute', async () => {
    const path = `${PATH}?username=nobody.at.all`
    const answers = []
    for (let count = 0; count < 121; count += 1) answers.push(await server.ask(path))
    expect(answers.slice(0, 120).every(({ status }) => status === 200)).toBe(true)
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    expect(last?.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect(await last?.json()).toEqual({
      developer_message: expect.stringMatching(
        /^Request was throttled\. Expected available in \d+ seconds?\.$/,
      ),
    })
  })
})

describe('the list', () => {
  test('goes by enrolment, page by page, those without submissions too', async () => {
    const first = await page('page_size=5')
    expect(first.results.map(({ user }) => user).slice(0, 2)).toEqual(['nuria.haddad', 'jonas.eriksen'])
    expect(first.results[0]).toEqual({
      course_id: COURSE,
      course_name: 'Introduction to Statistics',
      user: 'nuria.haddad',
      problems: [],
    })
    const second = (await server.json(PATH + new URL(first.next ?? '').search)) as Page
    expect(second.results).toHaveLength(5)
    expect(await server.json(PATH + new URL(second.previous ?? '').search)).toMatchObject({
      results: first.results,
    })
  })

  test('answers over a broken policy: nothing has to be graded', async () => {
    const broken = await testServer({ scenario: 'broken-policy' })
    const { results } = (await broken.json(AMARA, 200, { as: 'global-staff' })) as Page
    expect(results[0]?.problems.length).toBeGreaterThan(0)
    await broken.close()
  })
})

describe('a problem', () => {
  test('has the newest submission first, with what was answered and how many points it brought', async () => {
    const problems = await problemsOf('amara.okafor')
    const repeated = problems.filter(({ submission_history: history }) => history.length > 1)
    expect(repeated.length).toBeGreaterThan(5)
    for (const { submission_history: history } of repeated) {
      const attempts = history.map(({ state }) => state?.attempts)
      expect(attempts).toEqual(attempts.toSorted((one, other) => Number(other) - Number(one)))
      expect(attempts.at(-1)).toBe(1)
      const times = history.flatMap(({ state }) => state?.last_submission_time ?? [])
      expect(times).toEqual(times.toSorted().toReversed())
    }
    for (const { submission_history: history } of problems) {
      for (const { state, grade, max_grade: max } of history) {
        expect(Object.keys(state?.student_answers ?? {}).length).toBeGreaterThan(0)
        expect(state?.score.raw_earned).toBe(grade)
        expect(max).toBeGreaterThan(0)
      }
    }
    const timed = problems.map(({ submission_history: [newest] }) => newest?.state?.last_submission_time)
    expect(timed.some((at) => at === undefined)).toBe(true)
    expect(timed.some((at) => at !== undefined && Date.parse(at) < Date.UTC(2026, 10, 20, 9))).toBe(true)
  })

  test('has raw points, of which the weighted ones of the course are made', async () => {
    // A lab's first question: 4 raw points that are worth 5.
    const problem = (await problemsOf('amara.okafor')).find(({ location }) => /lab_\d+_q1$/.test(location))
    expect(problem?.submission_history[0]?.max_grade).toBe(4)
    expect(problem?.data).toContain('weight="5"')
  })

  test('is XML that holds together, with as many questions as answers', async () => {
    for (const {
      data,
      submission_history: [newest],
    } of await problemsOf('amara.okafor')) {
      expect(data).toMatch(/^<problem display_name="[^"<>]*"(?: weight="[\d.]+")?>\n[^]*<\/problem>\n$/)
      const questions = data.match(/<numericalresponse /g)?.length
      expect(questions).toBe(Object.keys(newest?.state?.student_answers ?? {}).length)
    }
  })

  test('is left out where it was not answered, and where it comes from a library', async () => {
    const { results } = await page('page_size=40')
    const problems = results.flatMap((result) => result.problems)
    expect(problems.every(({ submission_history: history }) => history.length > 0)).toBe(true)
    const blocks = new Set(problems.map(({ location }) => location.split('@').at(-1)))
    expect(blocks).toContain('hw_02_q1')
    expect(blocks).toContain('hw_03_p1')
    expect(blocks).not.toContain('hw_02_p1')
    expect(new Set(results.map((result) => result.problems.length)).size).toBeGreaterThan(5)
  })

  test('is the same each time', async () => {
    expect(await problemsOf('amara.okafor')).toEqual(await problemsOf('amara.okafor'))
  })
})
