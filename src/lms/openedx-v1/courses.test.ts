import { describe, expect, test } from 'vitest'
import { failure, fakeServer, html, json, lost, type Script } from '#src/lms/fake-server.ts'
import { openedxV1 } from './adapter.ts'
import detailsSample from './samples/enrollmentCourse.json' with { type: 'json' }
import metadataSample from './samples/courseMetadata.json' with { type: 'json' }

const ENROLLMENT = '/api/enrollment/v1/enrollment'
const ROLES = '/api/enrollment/v1/roles/'
const LIST = '/api/courses/v1/courses/'

function served(script: Script) {
  const server = fakeServer(script)
  return { lms: openedxV1(server.session), log: server.log }
}

const enrolled = (course_id: string, is_active = true) => ({
  user: 'ada',
  is_active,
  course_details: { ...detailsSample, course_id, course_name: `Name of ${course_id}` },
})
const role = (org: string, course_id: string | null, name = 'staff') => ({ org, course_id, role: name })
const listed = (id: string, org: string) => ({
  id,
  org,
  number: 'n',
  name: `List name of ${id}`,
  start: null,
  end: null,
})
const list = (results: object[], num_pages = 1) =>
  json({ results, pagination: { next: null, previous: null, count: results.length, num_pages } })

/** What the three sources say; the list of courses is asked only where a test gives one. */
const sources = (enrollments: object[], roles: object[], is_staff = false, ...pages: Response[]) => ({
  routes: {
    [ENROLLMENT]: [json(enrollments)],
    [ROLES]: [json({ roles, is_staff })],
    [LIST]: pages,
    '/api/user/v1/me': [json({ username: 'ada' })],
  },
})

describe('the courses of the viewer', () => {
  test('a learner has those enrolled in, but not those left; the site is not searched', async () => {
    const { lms, log } = served(
      sources([enrolled('course-v1:a+b+c'), enrolled('course-v1:a+b+d', false)], []),
    )
    expect(await lms.courses({})).toEqual([
      {
        id: 'course-v1:a+b+c',
        name: 'Name of course-v1:a+b+c',
        org: 'a',
        number: 'b',
        run: 'c',
        start: '2013-02-05T05:00:00Z',
        end: null,
        role: null,
        enrolled: true,
      },
    ])
    expect(log).toHaveLength(2)
  })

  test('the highest of several roles in a course is shown', async () => {
    const id = 'course-v1:a+b+c'
    const roles = [role('a', id, 'data_researcher'), role('a', id, 'instructor'), role('a', id, 'staff')]
    const { lms } = served(sources([enrolled(id)], roles))
    expect(await lms.courses({})).toMatchObject([{ id, role: 'instructor', enrolled: true }])
  })

  test('a course one teaches without being enrolled has its name from the list of its organisation', async () => {
    const { lms, log } = served(
      sources(
        [],
        [role('a', 'course-v1:a+b+c')],
        false,
        list([listed('course-v1:a+b+c', 'a'), listed('course-v1:a+x+y', 'a')]),
      ),
    )
    expect(await lms.courses({})).toMatchObject([
      { id: 'course-v1:a+b+c', name: 'List name of course-v1:a+b+c', role: 'staff', enrolled: false },
    ])
    expect(log.at(-1)).toBe(`GET ${LIST}?username=ada&org=a&page=1&page_size=100`)
  })

  test('one that no list names is called by its number and run', async () => {
    const { lms } = served(sources([], [role('a', 'course-v1:a+b+c'), role('o', 'o/n/r')], false, list([])))
    expect((await lms.courses({})).map(({ name, org }) => [name, org])).toEqual([
      ['b c', 'a'],
      ['n r', 'o'],
    ])
  })

  test.each(['', 'None', null])(
    'a role with course id %j is one in all courses of the organisation',
    async (none) => {
      const courses = list([listed('course-v1:A+b+c', 'A'), listed('course-v1:A+b+d', 'A')])
      const { lms } = served(sources([], [role('a', none)], false, courses))
      expect(await lms.courses({})).toMatchObject([{ role: 'staff' }, { role: 'staff' }])
    },
  )

  test('staff of the site see all of the list, as far as it is read', async () => {
    const { lms, log } = served(sources([], [], true, list([listed('course-v1:a+b+c', 'a')], 3000)))
    expect(await lms.courses({})).toMatchObject([{ id: 'course-v1:a+b+c', role: null, enrolled: false }])
    expect(log.filter((line) => line.includes(LIST))).toHaveLength(10)
  })

  test('a release without roles still shows what one is enrolled in', async () => {
    const { routes } = sources([enrolled('course-v1:a+b+c')], [])
    const { lms } = served({ routes: { ...routes, [ROLES]: [html(404)] } })
    expect(await lms.courses({})).toHaveLength(1)
  })
})

describe('a course', () => {
  const courseId = 'course-v1:edX+DemoX+Demo_Course'
  const facts = `/api/enrollment/v1/course/${courseId}`
  const metadata = `/api/course_home/course_metadata/${courseId}`
  const crash = json({}, 500)

  test('expired tracks are asked for', async () => {
    const { lms, log } = served({ routes: { [facts]: [json(detailsSample)] } })
    expect(await lms.course({ courseId })).toMatchObject({ tracks: [{ slug: 'audit', name: 'Audit' }] })
    expect(log).toEqual([`GET ${facts}?include_expired=1`])
  })

  test('the course home knows the title where the enrolment service fails', async () => {
    const { lms } = served({ routes: { [facts]: [crash], [metadata]: [json(metadataSample)] } })
    expect(await lms.course({ courseId })).toEqual({
      id: courseId,
      name: 'Demonstration Course',
      org: 'edX',
      number: 'DemoX',
      run: 'Demo_Course',
      start: '2013-02-05T05:00:00Z',
      end: null,
      tracks: [{ slug: 'audit', name: 'Audit' }],
    })
  })

  test('who has waited in vain is not kept waiting for the course home, too', async () => {
    const slow = json({}, 408)
    const { lms, log } = served({
      routes: { [facts]: [slow, slow, slow], [metadata]: [json(metadataSample)] },
    })
    expect(await failure(lms.course({ courseId }))).toMatchObject({ details: { reason: 'timeout' } })
    expect(log.filter((line) => line.includes('course_metadata'))).toEqual([])
  })

  test('where both fail, the first failure is told', async () => {
    const routes = { [facts]: [crash], [metadata]: [json({ detail: 'Not found.' }, 404)] }
    expect(await failure(served({ routes }).lms.course({ courseId }))).toMatchObject({
      kind: 'unavailable',
      details: { endpoint: 'GET /api/enrollment/v1/course/:courseId' },
    })
  })

  test('aborting in between is aborting', async () => {
    const stop = new AbortController()
    const leave = () => {
      stop.abort(new Error('left'))
      throw lost
    }
    const { lms } = served({ routes: { [facts]: [crash], [metadata]: [leave] } })
    expect(String(await failure(lms.course({ courseId }, stop.signal)))).toBe('Error: left')
  })
})
