import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'
import { CERTIFICATE_STATES } from '#mocks/lms/standing-model.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { gradebook } from '#src/lms/openedx-v1/endpoints.ts'
import type { progress } from '#src/lms/openedx-v1/endpoints-progress.ts'

type Progress = WireOf<typeof progress>
type Server = ReturnType<typeof serverForEach>
const OWN = `/api/course_home/progress/${COURSE}`

async function read(server: Server, path = OWN, as: 'learner' | 'instructor' = 'learner'): Promise<Progress> {
  return (await server.json(path, 200, { as })) as Progress
}

/** User ids by username, of the learners whose names begin alike. */
async function idsOf(server: Server, begin: string): Promise<Map<string, number>> {
  const page = (await server.json(`${GRADEBOOK}?username_contains=${begin}&page_size=50`)) as WireOf<
    typeof gradebook
  >
  return new Map(page.results.map((row) => [row.username, row.user_id]))
}

async function progressOf(server: Server, username: string): Promise<Progress> {
  const id = (await idsOf(server, username)).get(username)
  return read(server, `${OWN}/${id}/`, 'instructor')
}

const subsections = ({ section_scores: sections }: Progress) => sections.flatMap((one) => one.subsections)

describe('certificates', () => {
  const server = serverForEach('instructor', { scenario: 'certificates' })

  test('each state has a learner, named by it, whose grade agrees', async () => {
    const ids = await idsOf(server, 'certificate-')
    for (const state of CERTIFICATE_STATES) {
      const page = await read(server, `${OWN}/${ids.get(`certificate-${state}`)}`, 'instructor')
      expect(page.certificate_data?.cert_status).toBe(state)
      expect(page.user_has_passing_grade).toBe(!state.includes('notpassing'))
    }
    expect((await progressOf(server, 'certificate-none')).certificate_data).toBeNull()
  })

  test('only what can be had has an address, and what is earned a day', async () => {
    expect((await read(server)).certificate_data).toEqual({
      cert_status: 'downloadable',
      cert_web_view_url: expect.stringMatching(/\/certificates\/[0-9a-f]{32}$/),
      download_url: null,
      certificate_available_date: null,
    })
    expect((await progressOf(server, 'certificate-earned_but_not_available')).certificate_data).toEqual({
      cert_status: 'earned_but_not_available',
      cert_web_view_url: null,
      download_url: null,
      certificate_available_date: '2026-11-29T12:00:00Z',
    })
    expect((await progressOf(server, 'certificate-error')).certificate_data).toMatchObject({
      cert_web_view_url: null,
      download_url: null,
    })
  })

  test('who must be checked again is told where', async () => {
    expect((await progressOf(server, 'certificate-unverified')).verification_data).toEqual({
      link: expect.stringContaining('/account/id-verification'),
      status: 'must_reverify',
      status_date: '2026-09-03T12:00:00Z',
    })
    expect((await read(server)).verification_data).toMatchObject({ link: null, status: 'approved' })
  })
})

describe('credit', () => {
  const server = serverForEach('instructor', { scenario: 'credit' })

  test('is partly earned by the one who signs in', async () => {
    expect((await read(server)).credit_course_requirements).toEqual({
      dashboard_url: `${server.origin}/dashboard`,
      eligibility_status: 'partial_eligible',
      requirements: [
        {
          display_name: 'Minimum grade',
          min_grade: 0.75,
          status: 'satisfied',
          status_date: '2026-11-20T09:00:00Z',
        },
        {
          display_name: 'Proctored midterm',
          min_grade: null,
          status: 'submitted',
          status_date: '2026-10-31T09:00:00Z',
        },
        {
          display_name: 'Identity verification',
          min_grade: null,
          status: 'satisfied',
          status_date: '2026-09-21T09:00:00Z',
        },
      ],
    })
  })

  test.each([
    ['credit-eligible', 'eligible'],
    ['credit-not-eligible-exam-failed', 'not_eligible'],
    ['credit-not-eligible-exam-declined', 'not_eligible'],
    ['credit-nothing-done-yet', 'partial_eligible'],
  ])('%s is %s', async (username, status) => {
    const { credit_course_requirements: credit } = await progressOf(server, username)
    expect(credit?.eligibility_status).toBe(status)
  })

  test('comes with a page that draws no graph', async () => {
    expect((await read(server)).disable_progress_graph).toBe(true)
  })

  test('is no matter outside of a credit track', async () => {
    expect((await progressOf(server, 'credit-not-in-a-credit-track')).credit_course_requirements).toBeNull()
  })
})

describe('audit, locked', () => {
  const server = serverForEach('instructor', { scenario: 'audit-locked' })

  test('graded work is closed until one upgrades, and is no part of what is left', async () => {
    const page = await read(server)
    expect(page).toMatchObject({
      enrollment_mode: 'audit',
      certificate_data: { cert_status: 'audit_passing' },
      verification_data: { status: 'none', link: null },
      access_expiration: {
        expiration_date: '2026-12-10T09:00:00Z',
        masquerading_expired_course: false,
        upgrade_deadline: '2026-11-27T09:00:00Z',
        upgrade_url: `${server.origin}/basket/add/?sku=8CF08E5`,
      },
      verified_mode: {
        access_expiration_date: '2026-12-10T09:00:00Z',
        currency: 'USD',
        currency_symbol: '$',
        price: 99,
        sku: '8CF08E5',
      },
    })
    const graded = subsections(page).filter((one) => one.has_graded_assignment)
    expect(graded.length).toBeGreaterThan(0)
    for (const one of graded) {
      expect(one).toMatchObject({ learner_has_access: false, url: null, num_points_earned: 0 })
    }
    const open = subsections(page).filter((one) => !one.has_graded_assignment)
    expect(open.every((one) => one.learner_has_access && one.url !== null)).toBe(true)
    expect(page.completion_summary?.locked_count).toBeGreaterThan(graded.length)
  })

  test('staff find it open', async () => {
    const { username } = await read(server)
    const graded = subsections(await progressOf(server, username)).filter((one) => one.has_graded_assignment)
    expect(graded.every((one) => !one.learner_has_access && one.url !== null)).toBe(true)
  })

  test('whoever upgrades finds it open, and has nothing to upgrade to', async () => {
    const { username } = await read(server)
    const wish = { user: username, mode: 'verified', course_details: { course_id: COURSE } }
    await server.json('/api/enrollment/v1/enrollment', 200, {
      as: 'global-staff',
      method: 'POST',
      body: wish,
    })
    expect(await read(server)).toMatchObject({
      enrollment_mode: 'verified',
      access_expiration: null,
      verified_mode: null,
      completion_summary: { locked_count: 0 },
    })
  })
})

describe('once access is over', () => {
  const server = serverForEach('instructor', { scenario: 'audit-locked', now: '2026-12-11T00:00:00Z' })

  test('the page refuses the learner, the course says why, and staff still read it', async () => {
    expect(await server.json(OWN, 403, { as: 'learner' })).toEqual({
      detail: 'Access expired on Dec 10, 2026',
    })
    const path = `/api/course_home/course_metadata/${COURSE}`
    const { username, course_access: access } = (await server.json(path, 200, { as: 'learner' })) as {
      username: string
      course_access: object
    }
    expect(access).toMatchObject({
      has_access: false,
      error_code: 'audit_expired',
      user_message: 'Access expired on Dec 10, 2026',
    })
    expect((await progressOf(server, username)).access_expiration).toMatchObject({
      masquerading_expired_course: true,
      upgrade_deadline: null,
      upgrade_url: null,
    })
  })
})

describe('under a learner’s mask', () => {
  const server = serverForEach('instructor', { scenario: 'masquerade' })

  test('staff get that learner’s pages as their own, and stay staff underneath', async () => {
    const page = await read(server, OWN, 'instructor')
    expect(page).toMatchObject({
      enrollment_mode: 'audit',
      access_expiration: {
        expiration_date: '2026-11-18T09:00:00Z',
        masquerading_expired_course: true,
      },
    })
    const graded = subsections(page).filter((one) => one.has_graded_assignment)
    expect(graded.every((one) => one.url === null)).toBe(true)
    expect(await server.json(`/api/course_home/course_metadata/${COURSE}`)).toMatchObject({
      username: page.username,
      is_enrolled: true,
      is_staff: false,
      original_user_is_staff: true,
      course_access: { has_access: true },
    })
    expect(await server.json(`/api/course_home/outline/${COURSE}`)).toMatchObject({
      enrollment_mode: 'audit',
      access_expiration: { masquerading_expired_course: true },
    })
    expect(await server.json(`/api/course_home/dates/${COURSE}`)).toMatchObject({
      learner_is_full_access: false,
      dates_banner_info: { content_type_gating_enabled: true, missed_gated_content: true },
    })
  })

  test('others’ pages are read as staff', async () => {
    const { username } = await read(server)
    const graded = subsections(await progressOf(server, username)).filter((one) => one.has_graded_assignment)
    expect(graded.every((one) => one.url !== null)).toBe(true)
  })
})

describe('before the course begins', () => {
  const server = serverForEach('instructor', { now: '2026-08-01T00:00:00Z' })

  test('nobody but staff gets in', async () => {
    for (const name of ['progress', 'dates', 'outline']) {
      const path = `/api/course_home/v1/${name}/${COURSE}`
      expect(await server.json(path, 403, { as: 'learner' })).toEqual({
        detail: 'Course does not start until Aug 31, 2026',
      })
      expect((await server.ask(path)).status).toBe(200)
    }
  })
})

describe('hidden scores', () => {
  const server = serverForEach('instructor', { scenario: 'hidden-scores' })

  test('show in each way, before they are due and after', async () => {
    const page = await read(server)
    const homework = subsections(page).filter(
      (one) => one.assignment_type === 'Homework' && one.has_graded_assignment,
    )
    const ways = homework.map((one) => [
      one.show_correctness,
      Date.parse(one.due ?? '') > Date.UTC(2026, 10, 20, 9),
      one.show_grades,
    ])
    for (const way of [
      ['always', false, true],
      ['always', true, true],
      ['past_due', false, true],
      ['past_due', true, false],
      ['never', false, false],
      ['never', true, false],
    ]) {
      expect(ways).toContainEqual(way)
    }
    // What is hidden for good and counted all the same does not appear at all.
    expect(subsections(page).some((one) => one.show_correctness === 'never_but_include_grade')).toBe(false)
  })

  test('are told by type', async () => {
    const types = (await read(server)).assignment_type_grade_summary ?? []
    expect(
      Object.fromEntries(
        types.map((one) => [one.type, [one.has_hidden_contribution, one.last_grade_publish_date]]),
      ),
    ).toEqual({
      Homework: ['some', '2026-11-22T09:00:00Z'],
      Lab: ['all', null],
      'Midterm exam': ['none', null],
      'Final exam': ['all', '2026-11-25T12:00:00Z'],
    })
  })
})

describe('switched off', () => {
  const server = serverForEach('instructor', { scenario: 'switched-off' })

  test('the page is not found, and has no tab', async () => {
    expect(await server.json(OWN, 404, { as: 'learner' })).toEqual({ detail: 'Not found.' })
    const { tabs } = (await server.json(`/api/course_home/course_metadata/${COURSE}`)) as {
      tabs: Array<{ tab_id: string }>
    }
    expect(tabs.map((tab) => tab.tab_id)).toEqual(['outline', 'dates', 'instructor'])
  })

  test('the catalogue hides the course from all but its team', async () => {
    const path = `/api/course_home/course_metadata/${COURSE}`
    const refusal = { detail: 'You do not have permission to perform this action.' }
    expect(await server.json(path, 403, { as: 'stranger' })).toEqual(refusal)
    expect(await server.json(path, 403, { as: 'nobody' })).toEqual(refusal)
    const one = `/api/courses/v1/courses/${COURSE}/`
    expect(await server.json(one, 404, { as: 'stranger' })).toEqual({
      developer_message: 'Course not found.',
    })
    expect(await server.json(one)).toMatchObject({ hidden: true })
    const { results } = (await server.json('/api/courses/v1/courses/', 200, { as: 'learner' })) as {
      results: Array<{ id: string }>
    }
    expect(results.map(({ id }) => id)).not.toContain(COURSE)
  })

  test('the site tells no settings', async () => {
    expect((await server.ask('/api/mfe_config/v1', { as: 'nobody' })).status).toBe(404)
  })
})

describe('everything dropped', () => {
  const server = serverForEach('instructor', { scenario: 'all-dropped' })

  test('counts nothing', async () => {
    const types = (await read(server)).assignment_type_grade_summary ?? []
    expect(types.find(({ type }) => type === 'Lab')).toMatchObject({
      average_grade: 0,
      weighted_grade: 0,
      num_droppable: 99,
      has_hidden_contribution: 'none',
    })
  })
})
