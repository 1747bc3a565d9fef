import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'

const server = serverForEach('instructor')
const LIST = '/api/courses/v1/courses/'
const IDS = '/api/courses/v1/course_ids/'
const ARCHIVE = 'edX/Stats101/2013_Spring'

const ids = async (query: string): Promise<string[]> =>
  ((await server.json(`${LIST}?${query}`)) as { results: Array<{ id: string }> }).results.map(({ id }) => id)

describe('the list', () => {
  test('is narrowed by organisation in any case, by keys one by one or joined, by permissions', async () => {
    expect(await ids('org=EDX')).toEqual([ARCHIVE])
    const keys = [COURSE, ARCHIVE].map(encodeURIComponent)
    expect(await ids(`course_keys=${keys.join(',')}`)).toEqual([COURSE, ARCHIVE])
    expect(await ids(`course_keys=${keys.join('&course_keys=')}`)).toEqual([COURSE, ARCHIVE])
    expect(await ids('permissions=staff')).toEqual([])
    expect(await ids('username=nuria.haddad&permissions=staff&permissions=instructor')).toEqual([
      COURSE,
      ARCHIVE,
    ])
    expect(await ids('mobile=true')).toEqual([])
    expect(await ids('mobile=false&page_size=100')).toEqual(await ids('page_size=100'))
  })

  test('tells what is wrong with it', async () => {
    expect(await server.json(`${LIST}?course_keys=nonsense`, 400)).toEqual({
      field_errors: { course_keys: { developer_message: "'nonsense' is not a valid course key." } },
    })
    expect(await server.json(`${LIST}?username=no.one`, 404, { as: 'global-staff' })).toEqual({
      developer_message: 'Not found.',
    })
    expect(await server.json(`${LIST}?page=99`, 404)).toEqual({ developer_message: 'Invalid page.' })
  })

  test('gives a picture and a way to the blocks', async () => {
    const { results } = (await server.json(LIST)) as { results: object[] }
    expect(results[0]).toMatchObject({
      start_display: 'Aug 31, 2026',
      start_type: 'timestamp',
      pacing: 'instructor',
      hidden: false,
      media: { course_image: { uri: expect.stringMatching(/^\/asset-v1\//) }, course_video: { uri: null } },
      blocks_url: `${server.origin}/api/courses/v2/blocks/?course_id=${encodeURIComponent(COURSE)}`,
    })
  })
})

describe('one course', () => {
  test('is as in the list, with a description, open to anybody', async () => {
    const { results } = (await server.json(`${LIST}?course_keys=${encodeURIComponent(COURSE)}`)) as {
      results: object[]
    }
    const one = await server.json(`${LIST}${COURSE}/`, 200, { as: 'nobody' })
    expect(one).toEqual({ ...results[0], overview: expect.stringContaining('Introduction to Statistics') })
    expect((await server.ask(`${LIST}${ARCHIVE}`)).status).toBe(200)
  })

  test('is not found, or not for this one to ask about', async () => {
    expect(await server.json(`${LIST}course-v1:a+b+c/`, 404)).toEqual({
      developer_message: 'Course not found.',
    })
    expect((await server.ask(`${LIST}${COURSE}/?username=tomasz.zielinski`)).status).toBe(403)
  })
})

describe('ids', () => {
  const paged = (results: string[]) => ({
    results,
    pagination: { next: null, previous: null, count: results.length, num_pages: 1 },
  })

  test('are of those courses where somebody has a role', async () => {
    const own = `${IDS}?username=nuria.haddad&role=`
    expect(await server.json(`${own}INSTRUCTOR`)).toEqual(paged([COURSE, ARCHIVE]))
    expect(await server.json(`${own}staff`)).toEqual(paged([COURSE, 'course-v1:MITx+15.071+2026_Autumn']))
    expect(await server.json(`${own}juggler`)).toEqual(paged([]))
    const all = (await server.json(`${IDS}?username=grace.mbeki&role=staff`, 200, {
      as: 'global-staff',
    })) as { results: string[] }
    expect(all.results).toHaveLength(4)
    expect(await server.json(`${IDS}?role=staff`, 200, { as: 'nobody' })).toEqual(paged([]))
  })

  test('need name and role', async () => {
    const wrong = (name: string, words: string) => ({
      field_errors: { [name]: { developer_message: words } },
    })
    expect(await server.json(`${IDS}?username=nuria.haddad`, 400)).toEqual(
      wrong('role', 'This field is required.'),
    )
    expect(await server.json(`${IDS}?role=staff`, 400)).toEqual(
      wrong('username', 'A username is required for non-anonymous access.'),
    )
    expect((await server.ask(`${IDS}?role=staff&username=jonas.eriksen`)).status).toBe(403)
  })
})
