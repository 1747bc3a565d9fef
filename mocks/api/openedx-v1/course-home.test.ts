import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { courseMetadata } from '#src/lms/openedx-v1/endpoints-courses.ts'
import type { dates, outline } from '#src/lms/openedx-v1/endpoints-home.ts'
import type { progress } from '#src/lms/openedx-v1/endpoints-progress.ts'

const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const server = serverForEach('learner')
const home = (name: string, course = COURSE): string => `/api/course_home/${name}/${course}`
const anonymous = { detail: 'Authentication credentials were not provided.' }

describe('every page', () => {
  test.each(['course_metadata', 'progress', 'dates', 'outline'])(
    '%s answers with and without v1',
    async (name) => {
      const plain = await server.json(home(name))
      expect(await server.json(home(`v1/${name}`))).toEqual(plain)
    },
  )

  test.each(['course_metadata', 'progress', 'dates', 'outline'])('%s knows no other course', async (name) => {
    expect(await server.json(home(name, UNKNOWN), 404)).toEqual({ detail: 'Not found.' })
    expect((await server.ask(home(name, 'nonsense'))).status).toBe(404)
    expect((await server.ask(`${home(name)}/`)).status).toBe(404)
  })

  test.each(['progress', 'dates'])('%s is for members', async (name) => {
    expect(await server.json(home(name), 401, { as: 'nobody' })).toEqual(anonymous)
    expect(await server.json(home(name), 401, { as: 'stranger' })).toBe('User not enrolled.')
    expect((await server.ask(home(name), { as: 'instructor' })).status).toBe(200)
    expect((await server.ask(home(name), { as: 'global-staff' })).status).toBe(200)
  })

  test('of another one is for staff', async () => {
    expect(await server.json(`${home('progress')}/11`, 404)).toEqual({ detail: 'Not found.' })
    const own = (await server.json('/api/user/v1/me', 200, { as: 'instructor' })) as { username: string }
    expect(await server.json(`${home('progress')}/11`, 200, { as: 'global-staff' })).toMatchObject(own)
  })
})

test('the time zone is the one that the reader chose', async () => {
  const { username } = (await server.json('/api/user/v1/me')) as { username: string }
  const path = `/api/user/v1/preferences/${username}/time_zone`
  expect((await server.send('PUT', path, '"Asia/Tokyo"')).status).toBe(204)
  for (const name of ['course_metadata', 'dates']) {
    expect(await server.json(home(name))).toMatchObject({ user_timezone: 'Asia/Tokyo' })
  }
  expect(await server.json(home('outline'))).toMatchObject({
    dates_widget: { user_timezone: 'Asia/Tokyo' },
  })
})

describe('dates', () => {
  const read = async () => (await server.json(home('dates'))) as WireOf<typeof dates>

  test('stand in order, with what is done', async () => {
    const { course_date_blocks: all, ...rest } = await read()
    expect(rest).toMatchObject({ has_ended: false, learner_is_full_access: true, user_timezone: null })
    const times = all.map(({ date }) => date ?? '')
    expect(times).toEqual(times.toSorted())
    expect(all[0]).toMatchObject({ date_type: 'course-start-date', title: 'Course starts', complete: null })
    const due = all.filter((one) => one.date_type === 'assignment-due-date')
    expect(due.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Homework 1', 'Midterm', 'Final exam']),
    )
    expect(due.some(({ complete }) => complete)).toBe(true)
    expect(due[0]).toMatchObject({
      learner_has_access: true,
      link: expect.stringContaining('type@sequential+block@'),
      first_component_block_id: expect.stringContaining('type@problem+block@'),
    })
  })

  test('leave out what the outline hides', async () => {
    const { course_date_blocks: all } = await read()
    expect(all.map(({ title }) => title)).not.toContain('Lab 4')
  })

  test('follow what is reported as done', async () => {
    const open = (await read()).course_date_blocks.find((one) => one.complete === false)
    const id = open?.link?.split('/').at(-1) ?? ''
    const me = (await server.json('/api/user/v1/me')) as { username: string }
    const { blocks } = (await server.json(
      `/api/courses/v1/blocks/${id}?username=${me.username}&depth=all&block_types_filter=problem`,
    )) as { blocks: Record<string, unknown> }
    const body = {
      ...me,
      course_key: COURSE,
      blocks: Object.fromEntries(Object.keys(blocks).map((key) => [key, 1])),
    }
    const before = (await server.json(home('progress'))) as WireOf<typeof progress>
    expect(await server.json('/api/completion/v1/completion-batch', 200, { body })).toEqual({ detail: 'ok' })
    const after = (await server.json(home('progress'))) as WireOf<typeof progress>
    expect(after.completion_summary?.complete_count).toBeGreaterThan(
      before.completion_summary?.complete_count ?? 0,
    )
    expect((await read()).course_date_blocks.find((one) => one.title === open?.title)?.complete).toBe(true)
  })
})

describe('the outline', () => {
  const read = async (as: 'learner' | 'stranger' | 'nobody' = 'learner') =>
    (await server.json(home('outline'), 200, { as })) as WireOf<typeof outline>

  test('is a tree of what the learner sees', async () => {
    const { course_blocks: found, enroll_alert: alert } = await read()
    const blocks = Object.values(found?.blocks ?? {})
    const root = blocks.find(({ type }) => type === 'course')
    expect(root).toMatchObject({ display_name: 'Introduction to Statistics', complete: false })
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(['course', 'chapter', 'sequential']))
    const children = blocks.flatMap((block) => block.children)
    expect(new Set(children).size).toBe(blocks.length - 1)
    expect(blocks.map((block) => block.display_name)).not.toContain('Marking guide')
    expect(blocks.map((block) => block.display_name)).not.toContain('Lab 4')
    expect(alert).toEqual({ can_enroll: false, extra_text: '' })
  })

  test('leads to where the learner was', async () => {
    const { course_blocks: found, resume_course: resume } = await read()
    const way = Object.values(found?.blocks ?? {}).filter((block) => block.resume_block)
    expect(way.map(({ type }) => type).sort()).toEqual(['chapter', 'course', 'sequential'])
    expect(resume.has_visited_course).toBe(true)
    expect(resume.url).toBe(way.find(({ type }) => type === 'sequential')?.lms_web_url)
  })

  test('tells those outside how to come in, and no content', async () => {
    expect(await read('stranger')).toMatchObject({
      course_blocks: null,
      enrollment_mode: null,
      enroll_alert: { can_enroll: true },
      resume_course: { has_visited_course: false, url: null },
      dates_widget: { course_date_blocks: [] },
    })
    expect(await read('nobody')).toMatchObject({ course_blocks: null, enroll_alert: { can_enroll: false } })
  })
})

describe('course metadata', () => {
  const read = async (as: 'learner' | 'stranger' | 'nobody' | 'instructor' = 'learner') =>
    (await server.json(home('course_metadata'), 200, { as })) as WireOf<typeof courseMetadata>

  test('tells members how they stand', async () => {
    expect(await read()).toMatchObject({
      is_enrolled: true,
      is_staff: false,
      original_user_is_staff: false,
      celebrations: { first_section: false, streak_length_to_celebrate: null },
      can_view_certificate: false,
      course_access: { has_access: true, error_code: null },
    })
    const staff = await read('instructor')
    expect(staff).toMatchObject({ is_staff: true, studio_access: true, has_course_author_access: true })
    expect(staff.tabs?.map((tab) => tab.tab_id)).toEqual(['outline', 'progress', 'dates', 'instructor'])
  })

  test('tells others why they may not enter', async () => {
    expect(await read('stranger')).toMatchObject({
      celebrations: null,
      verified_mode: null,
      course_access: { has_access: false, error_code: 'enrollment_required', user_fragment: null },
    })
    expect(await read('nobody')).toMatchObject({
      username: null,
      course_access: { has_access: false, error_code: 'authentication_required' },
    })
  })

  test('names the track to go up to', async () => {
    const { username } = await read()
    const audits = { user: username, mode: 'audit', course_details: { course_id: COURSE } }
    const wish = { as: 'global-staff', method: 'POST', body: audits } as const
    await server.json('/api/enrollment/v1/enrollment', 200, wish)
    expect((await read()).verified_mode).toEqual({
      access_expiration_date: null,
      currency: 'USD',
      currency_symbol: '$',
      price: 99,
      sku: null,
      upgrade_url: `${server.origin}/verify_student/upgrade/${COURSE}/`,
    })
  })
})
