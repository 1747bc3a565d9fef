import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'

const LIST = `/api/course_modes/v1/courses/${COURSE}/`
const UNKNOWN = '/api/course_modes/v1/courses/course-v1:MITx+Nothing+2026/'
const MERGE_PATCH = 'application/merge-patch+json'
const PROFESSIONAL = {
  course_id: COURSE,
  mode_slug: 'professional',
  mode_display_name: 'Professional',
  currency: 'usd',
}

interface Mode {
  mode_slug: string
  expiration_datetime: string | null
}

const server = serverForEach('global-staff')
const { send } = server

const slugs = async () => ((await server.json(LIST)) as Mode[]).map(({ mode_slug: slug }) => slug)
const offered = async () => {
  const { course_modes: modes } = (await server.json(`/api/enrollment/v1/course/${COURSE}`)) as {
    course_modes: Array<{ slug: string; description: string | null }>
  }
  return modes
}
const patch = (slug: string, body: unknown, type = MERGE_PATCH) =>
  send('PATCH', LIST + slug, body, 'global-staff', type)

describe('the tracks of a course', () => {
  test('are all there, those that expired too', async () => {
    expect(await slugs()).toEqual(['audit', 'verified', 'honor', 'masters'])
    expect(await server.json(`${LIST}verified`)).toEqual({
      course_id: COURSE,
      mode_slug: 'verified',
      mode_display_name: 'Verified certificate',
      min_price: 99,
      currency: 'usd',
      expiration_datetime: null,
      expiration_datetime_is_explicit: false,
      description: null,
      sku: null,
      bulk_sku: null,
    })
  })

  test('are for staff of the site alone', async () => {
    const calls = [
      ['GET', LIST],
      ['POST', LIST],
      ['GET', `${LIST}audit`],
      ['PATCH', `${LIST}audit`],
      ['DELETE', `${LIST}audit`],
    ] as const
    for (const [method, path] of calls) {
      for (const as of ['instructor', 'learner'] as const) {
        const words = { detail: 'You do not have permission to perform this action.' }
        expect(await send(method, path, undefined, as)).toEqual({ status: 403, body: words })
      }
      const words = { detail: 'Authentication credentials were not provided.' }
      expect(await send(method, path, undefined, 'nobody')).toEqual({ status: 401, body: words })
    }
  })

  test('are found by a course and a slug that exist', async () => {
    const nothing = { status: 404, body: { detail: 'Not found.' } }
    expect(await send('GET', UNKNOWN)).toEqual(nothing)
    expect(await send('GET', `${UNKNOWN}audit`)).toEqual(nothing)
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      expect(await send(method, `${LIST}gold`)).toEqual(nothing)
    }
    expect((await send('GET', '/api/course_modes/v1/courses/a:b+c+d/')).status).toBe(500)
  })

  test('have no other methods', async () => {
    const response = await server.ask(`${LIST}audit`, { method: 'PUT' })
    expect([response.status, response.headers.get('Allow')]).toEqual([
      405,
      'GET, PATCH, DELETE, HEAD, OPTIONS',
    ])
  })
})

describe('a new track', () => {
  test('is offered at once', async () => {
    const body = {
      ...PROFESSIONAL,
      min_price: '149',
      description: 'With feedback',
      expiration_datetime: '2027-01-31T12:00:00+02:00',
      expiration_datetime_is_explicit: 'true',
    }
    const made = await send('POST', LIST, body)
    expect(made).toEqual({
      status: 201,
      body: {
        ...body,
        min_price: 149,
        expiration_datetime: '2027-01-31T10:00:00Z',
        expiration_datetime_is_explicit: true,
        sku: null,
        bulk_sku: null,
      },
    })
    expect(await server.json(`${LIST}professional`)).toEqual(made.body)
    expect(await offered()).toContainEqual(
      expect.objectContaining({ slug: 'professional', description: 'With feedback' }),
    )
    const metadata = `/api/course_home/course_metadata/${COURSE}`
    const { course_modes: modes } = (await server.json(metadata)) as { course_modes: unknown[] }
    expect(modes).toContainEqual({ slug: 'professional', name: 'Professional' })
  })

  test('says what is missing', async () => {
    const required = ['This field is required.']
    expect(await send('POST', LIST, {})).toEqual({
      status: 400,
      body: { course_id: required, mode_slug: required, mode_display_name: required, currency: required },
    })
  })

  test('says what is wrong with each field', async () => {
    const body = {
      ...PROFESSIONAL,
      mode_slug: null,
      mode_display_name: ' ',
      currency: ['usd'],
      min_price: 1.5,
      expiration_datetime: 'tomorrow',
      expiration_datetime_is_explicit: 'maybe',
    }
    expect(await send('POST', LIST, body)).toEqual({
      status: 400,
      body: {
        mode_slug: ['This field may not be null.'],
        mode_display_name: ['This field may not be blank.'],
        currency: ['Not a valid string.'],
        min_price: ['A valid integer is required.'],
        expiration_datetime: [
          'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
        ],
        expiration_datetime_is_explicit: ['Must be a valid boolean.'],
      },
    })
    expect(await send('POST', LIST, [])).toEqual({
      status: 400,
      body: { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
    })
    expect(await slugs()).toHaveLength(4)
  })

  test('crashes where it is there already, or its course is not', async () => {
    expect((await send('POST', LIST, { ...PROFESSIONAL, mode_slug: 'audit' })).status).toBe(500)
    expect((await send('POST', LIST, { ...PROFESSIONAL, course_id: 'course-v1:No+No+No' })).status).toBe(500)
    expect((await send('POST', LIST, { ...PROFESSIONAL, mode_slug: 'audit', currency: 'eur' })).status).toBe(
      201,
    )
    expect((await send('GET', `${LIST}audit`)).status).toBe(500)
  })
})

describe('a change', () => {
  test('merges, and shows everywhere', async () => {
    const empty = { status: 204, body: '' }
    expect(await patch('verified', { mode_display_name: 'Certificate', min_price: 25 })).toEqual(empty)
    expect(await server.json(`${LIST}verified`)).toMatchObject({
      mode_display_name: 'Certificate',
      min_price: 25,
      currency: 'usd',
    })
    expect(await offered()).toContainEqual(expect.objectContaining({ slug: 'verified', name: 'Certificate' }))
    expect(await patch('verified', { expiration_datetime: '2026-01-01T00:00:00Z' })).toEqual(empty)
    expect((await offered()).map(({ slug }) => slug)).not.toContain('verified')
    expect(await slugs()).toContain('verified')
    expect(await patch('verified', undefined)).toEqual(empty)
  })

  test('must be a merge patch', async () => {
    expect(await patch('verified', { min_price: 1 }, 'application/json')).toEqual({
      status: 415,
      body: { detail: 'Unsupported media type "application/json" in request.' },
    })
  })

  test('leaves course and slug alone', async () => {
    expect(await patch('verified', { course_id: COURSE, mode_slug: 'gold', min_price: 1 })).toEqual({
      status: 400,
      body: { course_id: ['This field cannot be modified.'], mode_slug: ['This field cannot be modified.'] },
    })
    expect(await patch('verified', { min_price: 'much' })).toMatchObject({ status: 400 })
    expect(await server.json(`${LIST}verified`)).toMatchObject({ min_price: 99 })
  })
})

describe('taking a track out', () => {
  test('leaves the learners who have it', async () => {
    expect(await send('DELETE', `${LIST}verified`)).toEqual({ status: 204, body: '' })
    expect(await slugs()).toEqual(['audit', 'honor', 'masters'])
    const rows = (await server.json(`${GRADEBOOK}?enrollment_mode=verified`)) as { results: unknown[] }
    expect(rows.results.length).toBeGreaterThan(0)
  })

  test('of masters ends bulk management', async () => {
    const info = () => server.json(`${GRADEBOOK}grading-info`)
    expect(await info()).toMatchObject({ can_see_bulk_management: true })
    await send('DELETE', `${LIST}masters`)
    expect(await info()).toMatchObject({ can_see_bulk_management: false })
    await send('POST', LIST, { ...PROFESSIONAL, mode_slug: 'masters' })
    expect(await info()).toMatchObject({ can_see_bulk_management: true })
  })
})
