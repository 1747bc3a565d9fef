import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'

const UNKNOWN = 'course-v1:MITx+Nothing+2026'

let server: TestServer
let messy: TestServer
let broken: TestServer
beforeAll(async () => {
  server = await testServer()
  messy = await testServer({ scenario: 'messy-policy' })
  broken = await testServer({ scenario: 'broken-policy' })
})
afterAll(() => Promise.all([server, messy, broken].map((one) => one.close())))

const read = async <Body>(
  path: string,
  as: 'instructor' | 'learner' | 'stranger' | 'global-staff' = 'instructor',
) => (await server.json(path, 200, { as })) as Body

describe('grading-info', () => {
  interface Info {
    grade_cutoffs: Record<string, number>
    assignment_types: Record<string, { type: string }>
    subsections: Array<{ graded: boolean; short_label: string | null; assignment_type: string | null }>
    grades_frozen: boolean
    can_see_bulk_management: boolean
  }

  test('keys the types by name and numbers the labels in each', async () => {
    const info = await read<Info>(`${GRADEBOOK}grading-info`)
    expect(Object.entries(info.assignment_types).every(([key, { type }]) => key === type)).toBe(true)
    const labels = info.subsections
      .map(({ short_label: label }) => label)
      .filter((label) => label?.startsWith('HW'))
    expect(labels.slice(0, 3)).toEqual(['HW 01', 'HW 02', 'HW 03'])
    expect(info).toMatchObject({ grades_frozen: false, can_see_bulk_management: true })
  })

  test.each(['true', 'True', '1'])('leaves out what is not graded for graded_only=%s', async (word) => {
    const all = await read<Info>(`${GRADEBOOK}grading-info`)
    const graded = await read<Info>(`${GRADEBOOK}grading-info?graded_only=${word}`)
    expect(all.subsections.some((one) => !one.graded)).toBe(true)
    expect(graded.subsections).toEqual(all.subsections.filter((one) => one.graded))
  })

  test('has no label for a type that the policy does not know', async () => {
    const info = (await messy.json(`${GRADEBOOK}grading-info?graded_only=1`)) as Info
    const unlabelled = info.subsections.filter(({ short_label: label }) => label === null)
    expect(unlabelled.length).toBeGreaterThan(0)
    expect(unlabelled.every(({ assignment_type: type }) => !(String(type) in info.assignment_types))).toBe(
      true,
    )
  })

  test('crashes over a policy that cannot be read, while the policy itself still answers', async () => {
    expect((await broken.ask(`${GRADEBOOK}grading-info`)).status).toBe(500)
    expect(await broken.json(`/api/grades/v1/policy/courses/${COURSE}/`)).toContainEqual(
      expect.objectContaining({ weight: null }),
    )
    expect(await broken.json(GRADEBOOK)).toMatchObject({ results: [] })
  })
})

describe('enrolment', () => {
  test('tells a course’s name and open tracks to anybody, the closed ones on demand', async () => {
    interface Course {
      course_name: string
      course_modes: Array<{ slug: string }>
    }
    const slugs = ({ course_modes: modes }: Course) => modes.map(({ slug }) => slug)
    const open = await read<Course>(`/api/enrollment/v1/course/${COURSE}`)
    const all = await read<Course>(`/api/enrollment/v1/course/${COURSE}?include_expired=1`)
    expect(open.course_name).toBe('Introduction to Statistics')
    expect(slugs(open)).not.toContain('honor')
    expect(slugs(all)).toEqual(expect.arrayContaining([...slugs(open), 'honor']))
  })

  test('knows no course by its own kind of refusal', async () => {
    expect(await server.json(`/api/enrollment/v1/course/${UNKNOWN}`, 400)).toEqual({
      message: `No course found for course ID '${UNKNOWN}'`,
    })
  })

  test('tells the caller’s roles, and whether they are site staff', async () => {
    interface Roles {
      roles: Array<{ course_id: string; role: string }>
      is_staff: boolean
    }
    const mine = await read<Roles>('/api/enrollment/v1/roles/')
    expect(mine.is_staff).toBe(false)
    expect(mine.roles).toContainEqual({ org: 'MITx', course_id: COURSE, role: 'instructor' })
    const here = await read<Roles>(`/api/enrollment/v1/roles/?course_id=${encodeURIComponent(COURSE)}`)
    expect(new Set(here.roles.map(({ course_id: id }) => id))).toEqual(new Set([COURSE]))
    // The official gradebook sends another name, which the server does not know.
    const ignored = await read<Roles>(`/api/enrollment/v1/roles/?courseId=${encodeURIComponent(COURSE)}`)
    expect(ignored).toEqual(mine)
    expect(await read<Roles>('/api/enrollment/v1/roles/', 'global-staff')).toMatchObject({ is_staff: true })
    expect(await read<Roles>('/api/enrollment/v1/roles/', 'learner')).toEqual({ roles: [], is_staff: false })
  })

  test('lists the caller’s own courses', async () => {
    const own = await read<Array<{ user: string; course_details: { course_id: string } }>>(
      '/api/enrollment/v1/enrollment',
      'learner',
    )
    const me = await read<{ username: string }>('/api/user/v1/me', 'learner')
    expect(own.map(({ course_details: { course_id: id } }) => id)).toContain(COURSE)
    expect(own.every(({ user }) => user === me.username)).toBe(true)
    expect(await read<unknown[]>('/api/enrollment/v1/enrollment', 'stranger')).toEqual([])
  })
})

describe('cohorts', () => {
  const path = `/api/cohorts/v1/courses/${COURSE}/cohorts/`
  interface Cohort {
    id: number
    name: string
    user_count: number
  }

  test('are a bare array, by name, cut at ten without a word', async () => {
    const cut = await read<Cohort[]>(path)
    const all = await read<Cohort[]>(`${path}?page_size=100`)
    expect(cut).toHaveLength(10)
    expect(all.length).toBeGreaterThan(10)
    expect(cut).toEqual(all.slice(0, 10))
    expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).sort())
    expect(await read<Cohort[]>(`${path}?page=2`)).toEqual(all.slice(10))
    expect(await server.json(`${path}?page=3`, 404)).toEqual({ developer_message: 'Invalid page.' })
    expect(await read<Cohort[]>(`${path}?ordering=desc&page_size=100`)).toEqual(all.toReversed())
  })

  test('are for the course team', async () => {
    const refusal = { developer_message: 'You do not have permission to perform this action.' }
    expect(await server.json(path, 403, { as: 'learner' })).toEqual(refusal)
    const unknown = `/api/cohorts/v1/courses/${UNKNOWN}/cohorts/`
    expect(await server.json(unknown, 403)).toEqual(refusal)
    expect(await server.json(unknown, 404, { as: 'global-staff' })).toEqual({
      developer_message: 'Not found.',
    })
  })
})

describe('the course list', () => {
  interface List {
    results: Array<{ id: string; name: string }>
    pagination: { next: string | null; count: number; num_pages: number }
  }

  const ids = async (query: string) =>
    (await read<List>(`/api/courses/v1/courses/?${query}`)).results.map(({ id }) => id)

  test('nests its pages', async () => {
    const { results, pagination } = await read<List>('/api/courses/v1/courses/?page_size=1')
    expect(results).toHaveLength(1)
    expect(pagination).toMatchObject({ count: pagination.num_pages, next: expect.stringContaining('page=2') })
  })

  test('is another one’s for site staff only', async () => {
    const { username } = await read<{ username: string }>('/api/user/v1/me', 'learner')
    const path = `/api/courses/v1/courses/?username=${username}`
    expect((await server.ask(path)).status).toBe(403)
    expect((await server.ask(path, { as: 'learner' })).status).toBe(200)
    expect((await server.ask(path, { as: 'global-staff' })).status).toBe(200)
  })

  test('can be narrowed', async () => {
    expect(await ids('search_term=STATISTICS')).toEqual([COURSE, 'edX/Stats101/2013_Spring'])
    expect(await ids('org=edX')).toEqual(['edX/Stats101/2013_Spring'])
    expect(await ids('active_only=true')).not.toContain('edX/Stats101/2013_Spring')
    expect(await ids('username=nuria.haddad&permissions=staff')).not.toContain(
      'course-v1:DelftX+TWD101+2026_Autumn',
    )
  })
})

describe('course metadata', () => {
  test('answers with or without v1, and tells a stranger what is missing', async () => {
    const path = `course_metadata/${COURSE}`
    const staff = await read<object>(`/api/course_home/${path}`)
    expect(staff).toMatchObject({
      title: 'Introduction to Statistics',
      is_staff: true,
      course_access: { has_access: true },
    })
    expect(await read<object>(`/api/course_home/v1/${path}`)).toEqual(staff)
    expect(await read<object>(`/api/course_home/${path}`, 'stranger')).toMatchObject({
      is_enrolled: false,
      course_access: { has_access: false, error_code: 'enrollment_required' },
    })
    expect(await server.json(`/api/course_home/course_metadata/${UNKNOWN}`, 404)).toEqual({
      detail: 'Not found.',
    })
  })
})

describe('progress', () => {
  const own = `/api/course_home/progress/${COURSE}`
  interface Progress {
    username: string
    course_grade: { percent: number }
    section_scores: Array<{ subsections: unknown[] }>
    grading_policy: { assignment_policies: unknown[] }
  }

  test('is one’s own, or for staff anybody’s, with and without the slash and v1', async () => {
    const mine = await read<Progress>(own, 'learner')
    const { results } = await read<{
      results: Array<{ user_id: number; username: string; percent: number }>
    }>(`${GRADEBOOK}?user_contains=${mine.username}`)
    const row = results.find(({ username }) => username === mine.username)
    // Staff see every score; some are hidden from the learner until they are due.
    const staff = await read<Progress>(`${own}/${row?.user_id}`)
    expect(staff.course_grade.percent).toBe(row?.percent)
    const paths = ['', '/'].flatMap((slash) => [
      `${own}/${row?.user_id}${slash}`,
      `/api/course_home/v1/progress/${COURSE}/${row?.user_id}${slash}`,
    ])
    for (const path of paths) expect((await read<Progress>(path)).username).toBe(mine.username)
  })

  test('refuses with a bare string who is not enrolled, and with 404 everything else', async () => {
    expect(await server.json(own, 401, { as: 'stranger' })).toBe('User not enrolled.')
    for (const path of [`${own}/11`, `${own}/bob`, `/api/course_home/progress/${UNKNOWN}`]) {
      expect(await server.json(path, 404, { as: 'learner' })).toEqual({ detail: 'Not found.' })
    }
    expect(await server.json(`${own}/987654321`, 404)).toEqual({ detail: 'Not found.' })
  })
})

test('nothing drifted from the contract', () => {
  expect([server, messy, broken].flatMap(({ problems }) => problems)).toEqual([])
})
