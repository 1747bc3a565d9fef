import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { FRONT_END, FrontEnd } from './front-end.ts'

// Plays the official gradebook: its calls in its order, with the parameters that it sends.

const V1 = '/api/grades/v1'
const LIST = `${V1}/gradebook/${COURSE}/`

interface Row {
  user_id: number
  username: string
  section_breakdown: Array<{ module_id: string; attempted: boolean; score_possible: number }>
}
interface Page {
  next: string | null
  previous: string | null
  results: Row[]
  filtered_users_count: number
}
interface GradingInfo {
  subsections: Array<{ module_id: string; short_label: string | null; graded: boolean }>
  can_see_bulk_management: boolean
  grades_frozen: boolean
}
interface Roles {
  roles: Array<{ course_id: string; role: string }>
  is_staff: boolean
}

const servers: TestServer[] = []
let app: FrontEnd
beforeEach(async () => {
  const server = await testServer({ user: 'nobody' })
  servers.push(server)
  app = new FrontEnd(server.origin)
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

describe('booting', () => {
  test('sends who is not signed in to the sign-in page and back, with a token that the script can read', async () => {
    expect(await app.authenticate()).toBeUndefined()
    expect(await app.signIn('limited-staff')).toBe(`${FRONT_END}/`)
    expect(await app.authenticate()).toMatchObject({
      user_id: 12,
      preferred_username: 'jonas.eriksen',
      name: 'Jonas Eriksen',
      administrator: false,
      roles: [],
    })
    expect(app.token?.exp).toBeGreaterThan(Date.now() / 1000)
  })

  test('reads what the site tells, and the profile behind the token', async () => {
    const config = (await app.get('/api/mfe_config/v1?mfe=gradebook')) as Record<string, string>
    expect(config).toMatchObject({ ACCESS_TOKEN_COOKIE_NAME: 'edx-jwt-cookie-header-payload' })
    // The front end goes where the site says.
    for (const name of ['LOGIN_URL', 'LOGOUT_URL'] as const) {
      expect([200, 302]).toContain((await app.navigate(config[name] ?? '')).status)
    }
    await app.signIn('instructor')
    const token = await app.authenticate()
    expect(await app.get(`/api/user/v1/accounts/${token?.preferred_username}`)).toMatchObject({
      id: token?.user_id,
      username: token?.preferred_username,
      name: token?.name,
      email: token?.email,
    })
  })

  test('may write and sign out', async () => {
    await app.signIn('instructor')
    await app.authenticate()
    expect(await app.post(`${LIST}bulk-update`, [])).toEqual([])
    await app.navigate(`/logout?redirect_url=${encodeURIComponent(`${FRONT_END}/`)}`)
    expect(await app.authenticate()).toBeUndefined()
    await expect(app.get(LIST)).rejects.toThrow('401')
  })
})

describe('a course', () => {
  beforeEach(async () => {
    await app.signIn('instructor')
    await app.authenticate()
  })

  /** The rows that the gradebook shows first. */
  const firstPage = async (more = '') =>
    (await app.get(`${LIST}?page_size=25&excluded_course_roles=all${more}`)) as Page

  test('is loaded: rights, tracks, cohorts, assignments, a page of 25', async () => {
    // The server ignores `courseId`: the front end looks for its course among all roles.
    const { roles, is_staff: isStaff } = (await app.get(
      `/api/enrollment/v1/roles/?courseId=${encodeURIComponent(COURSE)}`,
    )) as Roles
    const mayEnter = roles.some(
      ({ course_id: id, role }) =>
        id === COURSE && ['staff', 'limited_staff', 'instructor', 'support'].includes(role),
    )
    expect(isStaff || mayEnter).toBe(true)

    const { course_modes: tracks } = (await app.get(
      `/api/enrollment/v1/course/${COURSE}?include_expired=1`,
    )) as {
      course_modes: Array<{ slug: string; name: string }>
    }
    expect(tracks.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['audit', 'verified', 'masters']))

    const cohorts = (await app.get(`/api/cohorts/v1/courses/${COURSE}/cohorts/`)) as unknown[]
    expect(cohorts[0]).toMatchObject({ id: expect.any(Number), name: expect.any(String) })

    const info = (await app.get(`${LIST}grading-info?graded_only=true`)) as GradingInfo
    expect(info.subsections.every(({ graded }) => graded)).toBe(true)
    expect(info).toMatchObject({ can_see_bulk_management: true, grades_frozen: false })

    const { results } = await firstPage()
    expect(results).toHaveLength(25)
    // A row has more: what only the outline hides is graded all the same.
    const columns = results[0]?.section_breakdown.map(({ module_id: id }) => id)
    expect(columns).toEqual(expect.arrayContaining(info.subsections.map(({ module_id: id }) => id)))
  })

  test('is paged by the links of the answers', async () => {
    const first = await firstPage()
    const second = (await app.get(first.next ?? '')) as Page
    const back = (await app.get(second.previous ?? '')) as Page
    expect(new URL(first.next ?? '').searchParams.getAll('excluded_course_roles')).toEqual(['all'])
    expect(second.results[0]?.user_id).not.toBe(first.results[0]?.user_id)
    expect(back.results).toEqual(first.results)
  })

  test('is filtered', async () => {
    const counts = async (more: string) => (await firstPage(more)).filtered_users_count
    const all = await counts('')
    const [row] = (await firstPage()).results
    const [cohort] = (await app.get(`/api/cohorts/v1/courses/${COURSE}/cohorts/`)) as Array<{ id: number }>
    const assignment = encodeURIComponent(row?.section_breakdown[0]?.module_id ?? '')
    const filters = [
      `&user_contains=${row?.username}`,
      '&enrollment_mode=verified',
      `&cohort_id=${cohort?.id}`,
      `&assignment=${assignment}&assignment_grade_min=50&assignment_grade_max=100`,
      '&course_grade_min=60&course_grade_max=100',
    ]
    for (const filter of filters) {
      const count = await counts(filter)
      expect([filter, count > 0 && count < all]).toEqual([filter, true])
    }
  })

  test('takes an override, and shows it with its history', async () => {
    const { results } = await firstPage()
    const row = results.find(({ section_breakdown: cells }) => cells.some(({ attempted }) => attempted))
    const cell = row?.section_breakdown.find(({ attempted }) => attempted)
    const at = `${V1}/subsection/${cell?.module_id}/?user_id=${row?.user_id}&history_record_limit=5`
    const before = (await app.get(at)) as { history: unknown[]; original_grade: object }

    const saved = await app.post(`${LIST}bulk-update`, [
      {
        user_id: row?.user_id,
        usage_id: cell?.module_id,
        grade: { earned_graded_override: '0.5', comment: 'Seen in the office hour' },
      },
    ])
    expect(saved).toEqual([{ user_id: row?.user_id, usage_id: cell?.module_id, success: true, reason: null }])
    const after = (await app.get(at)) as { history: unknown[]; override: object; original_grade: object }
    expect(after.override).toMatchObject({ earned_graded_override: 0.5 })
    expect(after.original_grade).toEqual(before.original_grade)
    expect(after.history).toHaveLength(Math.min(5, before.history.length + 1))
    expect(after.history.at(-1)).toMatchObject({
      history_user: 'nuria.haddad',
      override_reason: 'Seen in the office hour',
    })
    const again = await firstPage(`&user_contains=${row?.username}`)
    const shown = again.results
      .find(({ user_id: id }) => id === row?.user_id)
      ?.section_breakdown.find(({ module_id: id }) => id === cell?.module_id)
    expect(shown).toMatchObject({ attempted: true, score_earned: 0.5, score_possible: cell?.score_possible })
  })

  test('is left where its history of imports is looked for: the front end asks a wrong address', async () => {
    await expect(app.get(`${LIST}bulk-updatehistory/`)).rejects.toThrow('404')
  })
})

test('nothing drifted from the contract', () => {
  expect(servers.flatMap(({ problems }) => problems)).toEqual([])
})
