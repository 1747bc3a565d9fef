import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { certificateInCourse } from '#src/lms/openedx-v1/endpoints-certificates.ts'
import type { gradebookOfLearner } from '#src/lms/openedx-v1/endpoints.ts'
import type { progress } from '#src/lms/openedx-v1/endpoints-progress.ts'

type Certificate = WireOf<typeof certificateInCourse>

const server = serverForEach('global-staff', { scenario: 'certificates' })
const of = (username: string): string => `/api/certificates/v0/certificates/${username}/`
const inCourse = (username: string): string => `${of(username)}courses/${COURSE}/`
const PERSONA = 'certificate-downloadable'

async function read(username: string): Promise<Certificate> {
  return (await server.json(inCourse(username))) as Certificate
}

async function row(username: string) {
  return (await server.json(`${GRADEBOOK}?username=${username}`)) as WireOf<typeof gradebookOfLearner>
}

/** Sets every graded score of a learner, as the gradebook does. */
async function override(username: string, share: number): Promise<void> {
  const { user_id: id, section_breakdown: cells } = await row(username)
  const body = cells.map(({ module_id: usage }) => ({
    user_id: id,
    usage_id: usage,
    grade: { earned_graded_override: 100 * share, possible_graded_override: 100 },
  }))
  await server.json(`${GRADEBOOK}bulk-update`, 202, { body })
}

async function stateOf(username: string): Promise<string | null | undefined> {
  const { user_id: id } = await row(username)
  const path = `/api/course_home/progress/${COURSE}/${id}`
  const { certificate_data: data } = (await server.json(path)) as WireOf<typeof progress>
  return data === null ? null : data?.cert_status
}

test('one has the fields of the record, the grade as text', async () => {
  const one = await read(PERSONA)
  expect(one).toEqual({
    username: PERSONA,
    course_id: COURSE,
    course_display_name: 'Introduction to Statistics',
    course_organization: 'MITx',
    certificate_type: 'verified',
    created_date: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
    modified_date: one.created_date,
    status: 'downloadable',
    is_passing: true,
    download_url: `${server.origin}/certificates/${one.uuid}`,
    grade: String((await row(PERSONA)).percent),
    uuid: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(await server.json(of(PERSONA))).toContainEqual(one)
})

test('a state that is told without a record has none', async () => {
  for (const name of ['none', 'requesting', 'audit_passing', 'audit_notpassing', 'auditing']) {
    expect(await server.json(inCourse(`certificate-${name}`), 404)).toEqual({
      error_code: 'no_certificate_for_user',
    })
  }
  expect((await read('certificate-earned_but_not_available')).status).toBe('downloadable')
  expect(await read('certificate-invalidated')).toMatchObject({ is_passing: false, download_url: null })
})

describe('a certificate follows the grade', () => {
  test('a failing one takes it away, a passing one brings it back', async () => {
    const before = await read(PERSONA)
    await override(PERSONA, 0.1)
    expect(await stateOf(PERSONA)).toBe('notpassing')
    const lost = await read(PERSONA)
    expect(lost).toMatchObject({ status: 'notpassing', is_passing: false, download_url: null, grade: '0.1' })
    expect(lost.modified_date).not.toBe(before.modified_date)
    await override(PERSONA, 0.95)
    expect(await stateOf(PERSONA)).toBe('downloadable')
  })

  test('the grade on it stays, though today’s is another one', async () => {
    const before = await read(PERSONA)
    await override(PERSONA, 0.7)
    expect((await row(PERSONA)).percent).toBe(0.7)
    expect(await read(PERSONA)).toMatchObject({ status: 'downloadable', grade: before.grade })
  })

  test('a pass issues one', async () => {
    await override('certificate-notpassing', 0.9)
    expect(await stateOf('certificate-notpassing')).toBe('downloadable')
    expect(await read('certificate-notpassing')).toMatchObject({ grade: '0.9', is_passing: true })
  })

  test('a failing grade leaves nothing to ask for', async () => {
    await override('certificate-requesting', 0.1)
    expect(await stateOf('certificate-requesting')).toBeNull()
  })
})

describe('who may ask', () => {
  test('oneself, and staff', async () => {
    expect((await server.ask(of(PERSONA), { as: 'learner' })).status).toBe(200)
    expect((await server.ask(inCourse(PERSONA), { as: 'learner' })).status).toBe(200)
    expect((await server.ask(inCourse(PERSONA), { as: 'instructor' })).status).toBe(200)
    for (const path of [of('certificate-error'), inCourse('certificate-error')]) {
      expect(await server.json(path, 403, { as: 'learner' })).toEqual({
        detail: 'You do not have permission to perform this action.',
      })
      expect(await server.json(path, 401, { as: 'nobody' })).toEqual({
        detail: 'Authentication credentials were not provided.',
      })
    }
  })

  test('and for what there is', async () => {
    expect(await server.json(`${of(PERSONA)}courses/course-v1:a+b+c/`, 404)).toEqual({
      error_code: 'no_certificate_for_user',
    })
    expect(await server.json(`${of(PERSONA)}courses/a+b+c/`, 400)).toEqual({
      error_code: 'course_id_not_valid',
    })
    expect(await server.json(of('no.one'), 404)).toEqual({ detail: 'Not found.' })
    expect((await server.ask(of(PERSONA).slice(0, -1))).status).toBe(301)
  })
})

describe('where no scenario speaks', () => {
  const frozen = serverForEach('global-staff', { scenario: 'frozen' })
  const running = serverForEach('learner')

  test('a course that is over gives those who passed a certificate, as far as they were checked', async () => {
    const page = (await frozen.json(`${GRADEBOOK}?page_size=100&enrollment_mode=verified`)) as {
      results: Array<{ user_id: number; percent: number }>
    }
    const states = new Set<string | null | undefined>()
    for (const { user_id: id, percent } of page.results) {
      const path = `/api/course_home/progress/${COURSE}/${id}`
      const own = (await frozen.json(path)) as WireOf<typeof progress>
      const state = own.certificate_data?.cert_status
      states.add(state)
      const checked = own.verification_data?.status === 'approved'
      if (percent < 0.6) expect(state).toBe('notpassing')
      else expect(state).toBe(checked ? 'downloadable' : 'unverified')
    }
    expect(states).toEqual(new Set(['notpassing', 'downloadable', 'unverified']))
  })

  test('a course that goes on gives nobody one', async () => {
    const { username } = (await running.json('/api/user/v1/me')) as { username: string }
    expect(await running.json(of(username))).toEqual([])
    expect(await running.json(inCourse(username), 404)).toEqual({ error_code: 'no_certificate_for_user' })
  })
})
