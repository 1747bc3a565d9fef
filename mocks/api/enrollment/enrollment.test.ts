import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'

const BASE = '/api/enrollment/v1/enrollment'
const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const ARCHIVE = 'edX/Stats101/2013_Spring'
const NOTHING = { status: 200, body: '' }
const NOT_PROVIDED = { detail: 'Authentication credentials were not provided.' }

interface Enrollment {
  user: string
  mode: string
  is_active: boolean
  created: string
  course_details: { course_id: string; course_modes: Array<{ slug: string }> }
}
interface Me {
  username: string
}

const server = serverForEach('learner')
const { send } = server

const learner = async () => ((await server.json('/api/user/v1/me')) as Me).username
/** Usernames of the gradebook's last page. */
const listed = async () => {
  const { results } = (await server.json(`${GRADEBOOK}?page_size=500`, 200, { as: 'instructor' })) as {
    results: Me[]
  }
  return results.map(({ username }) => username)
}

describe('one enrolment', () => {
  test('is the caller’s, by course or by name and course', async () => {
    const mine = (await server.json(`${BASE}/${COURSE}`)) as Enrollment
    expect(mine).toMatchObject({
      user: await learner(),
      is_active: true,
      course_details: { course_id: COURSE },
    })
    expect(mine.course_details.course_modes.map(({ slug }) => slug)).not.toContain('honor')
    expect(await server.json(`${BASE}/${mine.user},${COURSE}`)).toEqual(mine)
    expect(await server.json(`${BASE}/${mine.user},${COURSE}`, 200, { as: 'global-staff' })).toEqual(mine)
  })

  test('that there is not is an empty answer', async () => {
    expect(await send('GET', `${BASE}/${COURSE}`, undefined, 'stranger')).toEqual(NOTHING)
    expect(await send('GET', `${BASE}/${UNKNOWN}`)).toEqual(NOTHING)
    expect(await send('GET', `${BASE}/no.such,${COURSE}`, undefined, 'global-staff')).toEqual(NOTHING)
    expect(await send('GET', `${BASE}/${ARCHIVE}`, undefined, 'stranger')).toEqual(NOTHING)
  })

  test('of somebody else exists for staff of the site alone', async () => {
    for (const name of [await learner(), 'no.such']) {
      expect(await send('GET', `${BASE}/${name},${COURSE}`, undefined, 'instructor')).toEqual({
        status: 404,
        body: '',
      })
    }
  })

  test('needs a caller, and a key that can be parsed', async () => {
    for (const path of [BASE, `${BASE}/${COURSE}`, `${BASE}/bob,${COURSE}`]) {
      expect(await send('GET', path, undefined, 'nobody')).toEqual({ status: 401, body: NOT_PROVIDED })
    }
    expect((await send('GET', `${BASE}/a:b+c+d`)).status).toBe(500)
  })
})

describe('the enrolments of one person', () => {
  const courses = async (query: string, as: Parameters<typeof send>[3]) => {
    const list = (await server.json(BASE + query, 200, { as })) as Enrollment[]
    return list.map(({ course_details: { course_id: id } }) => id)
  }

  test('are the caller’s, in the order of enrolment, without those that ended', async () => {
    const before = (await server.json(BASE)) as Enrollment[]
    expect(before.map(({ created }) => created)).toEqual(before.map(({ created }) => created).sort())
    const body = { user: await learner(), is_active: false, course_details: { course_id: COURSE } }
    await server.json(BASE, 200, { as: 'global-staff', body })
    expect(await courses('', 'learner')).not.toContain(COURSE)
  })

  test('are seen by staff of their courses, whole organisations aside, and by staff of the site', async () => {
    const name = await learner()
    const own = await courses('', 'learner')
    const seen = await courses(`?user=${name}`, 'instructor')
    // Here the instructor learns, too.
    const elsewhere = 'course-v1:DelftX+TWD101+2026_Autumn'
    expect(own).toEqual(expect.arrayContaining([COURSE, elsewhere]))
    expect(seen).toEqual(own.filter((id) => id !== elsewhere))
    expect(await courses(`?user=${name}`, 'limited-staff')).toEqual([])
    expect(await courses(`?user=${name}`, 'stranger')).toEqual([])
    expect(await courses(`?user=${name}`, 'global-staff')).toEqual(own)
    expect(await courses('?user=no.such', 'global-staff')).toEqual([])
    expect(await courses('?user=', 'learner')).toEqual([])
  })
})

describe('enrolling', () => {
  const details = { course_details: { course_id: COURSE } }

  test('puts a learner at the end of the gradebook', async () => {
    const before = await listed()
    const made = await server.json(BASE, 200, { as: 'stranger', body: details })
    expect(made).toMatchObject({ user: 'tomasz.zielinski', mode: 'audit', is_active: true })
    expect(await listed()).toEqual([...before, 'tomasz.zielinski'])
    expect(await server.json(`${BASE}/${COURSE}`, 200, { as: 'stranger' })).toEqual(made)
    const { results } = (await server.json('/api/enrollment/v1/enrollments/?page_size=1', 200, {
      as: 'global-staff',
    })) as { results: unknown[] }
    expect(results).toEqual([expect.objectContaining({ user: 'tomasz.zielinski', course_id: COURSE })])
  })

  test('hides a learner who leaves, and shows them in their place when they come back', async () => {
    const before = await listed()
    const name = await learner()
    const change = (is_active: boolean) =>
      server.json(BASE, 200, { as: 'global-staff', body: { ...details, user: name, is_active } })
    expect(await change(false)).toMatchObject({ is_active: false })
    expect(await listed()).toEqual(before.filter((each) => each !== name))
    await change(true)
    expect(await listed()).toEqual(before)
  })

  test('changes the mode, for staff of the site', async () => {
    const body = { ...details, user: await learner(), mode: 'masters' }
    expect(await server.json(BASE, 200, { as: 'global-staff', body })).toMatchObject({ mode: 'masters' })
    const row = await server.json(`${GRADEBOOK}?username=${body.user}`, 200, { as: 'instructor' })
    expect(row).toHaveProperty('full_name')
  })

  test('joins a cohort on the way', async () => {
    const body = { ...details, cohort: 'Waiting list' }
    await server.json(BASE, 200, { as: 'stranger', body })
    const { results } = (await server.json(`${GRADEBOOK}?cohort_id=13`, 200, { as: 'instructor' })) as {
      results: Me[]
    }
    expect(results.map(({ username }) => username)).toEqual(['tomasz.zielinski'])
    expect(await send('POST', BASE, { ...details, cohort: 'No such' }, 'stranger')).toEqual({
      status: 400,
      body: { message: 'An error occured while adding to cohort [No such]' },
    })
  })

  test('leaves an active enrolment alone, unless staff of the site ask', async () => {
    const before = await server.json(`${BASE}/${COURSE}`)
    expect(await server.json(BASE, 200, { body: { ...details, is_active: false } })).toEqual(before)
    expect(await server.json(`${BASE}/${COURSE}`)).toEqual(before)
  })

  const noCourse = (key: string) => `No course '${key}' found for enrollment`
  test.each([
    [{}, 400, 'Course ID must be specified to create a new enrollment.'],
    [undefined, 400, 'Course ID must be specified to create a new enrollment.'],
    [{ course_details: { course_id: 'x' }, mode: 'verified' }, 400, noCourse('x')],
    [{ course_details: { course_id: UNKNOWN } }, 400, noCourse(UNKNOWN)],
    [
      { ...details, mode: 'verified' },
      403,
      'User does not have permission to create enrollment with mode [verified].',
    ],
    [{ ...details, is_active: 'yes' }, 400, "'yes' is an invalid enrollment activation status."],
  ])('of %j is refused', async (body, status, message) => {
    expect(await send('POST', BASE, body, 'stranger')).toEqual({ status, body: { message } })
  })

  test('in a closed mode is refused with those that are open', async () => {
    const refused = await send('POST', BASE, { ...details, mode: 'honor' }, 'stranger')
    expect(refused).toEqual({
      status: 400,
      body: {
        message: `The [honor] course mode is expired or otherwise unavailable for course run [${COURSE}].`,
        course_details: await server.json(`/api/enrollment/v1/course/${COURSE}`),
      },
    })
  })

  test('others is for staff of the site', async () => {
    const body = { ...details, user: 'tomasz.zielinski' }
    expect(await send('POST', BASE, body, 'instructor')).toEqual({ status: 404, body: '' })
    expect(await server.json(BASE, 200, { as: 'global-staff', body })).toMatchObject({ user: body.user })
    expect(await send('POST', BASE, { ...details, user: 'no.such' }, 'global-staff')).toEqual({
      status: 406,
      body: { message: 'The user no.such does not exist.' },
    })
  })

  test('needs a caller, an object, and course details that are one', async () => {
    expect(await send('POST', BASE, details, 'nobody')).toEqual({ status: 401, body: NOT_PROVIDED })
    for (const body of [[], { course_details: 'x' }])
      expect((await send('POST', BASE, body)).status).toBe(500)
    expect(await send('POST', BASE, '{', 'learner')).toMatchObject({ status: 400 })
  })

  test('is throttled', async () => {
    const limit = 40
    const statuses = await Promise.all(
      Array.from({ length: limit + 1 }, async () => (await send('POST', BASE, {})).status),
    )
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  })
})

describe('leaving everything', () => {
  const path = '/api/enrollment/v1/unenroll/'

  test('ends all enrolments, and names the organisations', async () => {
    const body = { username: await learner() }
    const first = await send('POST', path, body, 'global-staff')
    expect(first).toMatchObject({ status: 200, body: expect.arrayContaining(['MITx']) })
    expect(await server.json(BASE)).toEqual([])
    expect(await send('POST', path, body, 'global-staff')).toEqual({ status: 204, body: '' })
  })

  test('is for staff of the site, with a name that exists', async () => {
    const words = { detail: 'You do not have permission to perform this action.' }
    expect(await send('POST', path, { username: 'x' }, 'instructor')).toEqual({ status: 403, body: words })
    expect(await send('POST', path, {}, 'nobody')).toEqual({ status: 401, body: NOT_PROVIDED })
    expect(await send('POST', path, {}, 'global-staff')).toEqual({
      status: 404,
      body: 'Username not specified.',
    })
    expect(await send('POST', path, { username: 'no.such' }, 'global-staff')).toEqual({
      status: 404,
      body: 'No retirement request status for username.',
    })
  })
})
