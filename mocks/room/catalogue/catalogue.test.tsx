import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '#mocks/catalogue/model.ts'
import { mockLms } from '#mocks/node.ts'
import { showRoom } from '#mocks/room/under-test.ts'
import { openSchool } from '#mocks/scenarios/scenarios.ts'
import { addressOf } from './ask.ts'
import { bodyFor } from './body.ts'
import { prefill, valuesOf } from './values.ts'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const search = (text: string) =>
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search endpoints' }), { target: { value: text } })
const operation = (name: RegExp) => screen.findByRole('button', { name })

beforeEach(() => sessionStorage.clear())
afterEach(cleanup)

describe('the catalogue', () => {
  test('lists everything by family, closed, and narrows down by words', async () => {
    await showRoom('catalogue')
    expect((await screen.findByText(/^\d+ operations$/)).textContent).toMatch(/^[34]\d\d operations$/)
    expect(screen.getAllByRole('group').length).toBeGreaterThan(40)
    expect(screen.queryAllByRole('listitem')).toEqual([])
    search('GRADEBOOK post')
    await screen.findByText(/^1 of \d+ operations$/)
    const row = await operation(/^POST\/api\/grades\/v1\/gradebook\/.*bulk-update/)
    expect(row.textContent).toContain('school · used by: Gradebook, Score editor')
    search('no such thing')
    await screen.findByText(/^0 of \d+ operations$/)
  })

  test('shows what Rollbook itself uses', async () => {
    await showRoom('catalogue')
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Used by Rollbook' }))
    await operation(/^GET\/api\/grades\/v1\/gradebook\/.*grading-info/)
    for (const row of screen.getAllByRole('listitem')) expect(row.textContent).toContain('used by: ')
  })

  test('tries an operation, filled in from the school, and shows what comes back', async () => {
    const lms = mockLms()
    await showRoom('catalogue')
    await screen.findByText(/^\d+ operations$/)
    search('get grading-info')
    fireEvent.click(await operation(/^GET\/api\/grades\/v1\/gradebook\/.*grading-info/))
    const form = screen.getByRole('form', { name: /^Try GET / })
    const [course] = within(form).getAllByRole<HTMLInputElement>('textbox')
    expect(course?.value).toBe(COURSE)
    fireEvent.click(within(form).getByRole('button', { name: 'Try it' }))
    await within(form).findByText(/^Status 200, after \d+ ms\.$/)
    expect(screen.getByRole('region', { name: 'Body: Answer' }).textContent).toContain(
      '"assignment_types": {',
    )
    expect(lms.requests).toContainEqual(
      expect.stringMatching(/^GET \/api\/grades\/v1\/gradebook\/.*grading-info/),
    )
  })

  test('writes with a CSRF token and a body', async () => {
    const lms = mockLms()
    await showRoom('catalogue')
    await screen.findByText(/^\d+ operations$/)
    search('post bulk-update')
    fireEvent.click(await operation(/^POST\/api\/grades\/v1\/gradebook\/.*bulk-update/))
    fireEvent.click(screen.getByRole('button', { name: 'Try it' }))
    await screen.findByText(/^Status 202, /)
    expect(lms.world.school.journal).toHaveLength(1)
  })

  test('asks by token where no session is known', async () => {
    mockLms()
    await showRoom('catalogue')
    await screen.findByText(/^\d+ operations$/)
    search('so2 grades')
    fireEvent.click(await operation(/^GET\/api\/so2\/v1\/grades/))
    fireEvent.click(screen.getByRole('button', { name: 'Try it' }))
    // Known, and not of the site's staff.
    await screen.findByText(/^Status 403, /)
    expect(screen.getByRole('region', { name: 'Body: Answer' }).textContent).toContain(
      'You do not have permission to perform this action.',
    )
  })

  test('says where the connection was dropped', async () => {
    mockLms({ faults: ['offline'] })
    await showRoom('catalogue')
    await screen.findByText(/^\d+ operations$/)
    search('get user v1 me')
    fireEvent.click(await operation(/^GET\/api\/user\/v1\/me/))
    fireEvent.click(screen.getByRole('button', { name: 'Try it' }))
    await waitFor(() => expect(screen.getByText('The connection was dropped.')).toBeDefined())
  })
})

describe('what a form begins with', () => {
  const values = valuesOf(openSchool('default'))
  const of = (name: string, type: 'string' | 'integer' = 'string') => prefill({ name, type }, values)

  test('comes from the school', () => {
    expect(of('course_id')).toBe(COURSE)
    expect(of('course_key_string')).toBe(COURSE)
    expect(of('usage_key_string')).toMatch(/^block-v1:MITx\+18\.05\+2026_Autumn\+type@sequential\+block@/)
    expect(of('username')).toMatch(/^[\w.]+$/)
    expect(of('user_id')).toMatch(/^\d+$/)
    expect(of('program_uuid')).toMatch(/^[\da-f-]{36}$/)
    expect(of('id', 'integer')).toBe('1')
    expect(of('provider_id')).toBe('')
  })

  test('has nothing of a learner where nobody is enrolled', () => {
    expect(valuesOf(openSchool('empty', { learners: 0 }))).toMatchObject({ course: COURSE })
  })

  test('is a body with every field that one may write', () => {
    const field = { type: 'string', required: true, readOnly: false, nullable: false } as const
    const entry: Entry = {
      id: 'PUT /x',
      method: 'PUT',
      path: '/x',
      family: 'x',
      summary: '',
      pathParameters: [],
      query: [],
      request: [
        { ...field, name: 'course_key' },
        { ...field, name: 'created', readOnly: true },
        { ...field, name: 'modes[].price', type: 'integer' },
        { ...field, name: 'modes[].name' },
        { ...field, name: 'owner.active', type: 'boolean' },
        { ...field, name: 'tags[]' },
        { ...field, name: 'extra', type: 'object' },
      ],
      response: [],
      form: 'none',
      statuses: [],
      answeredBy: 'catalogue',
      open: false,
      doc: null,
      screens: [],
    }
    expect(JSON.parse(bodyFor(entry, values))).toEqual({
      course_key: COURSE,
      modes: [{ price: 1, name: '' }],
      owner: { active: true },
      tags: [''],
      extra: {},
    })
    expect(bodyFor({ ...entry, request: [] }, values)).toBe('')
  })

  test('becomes an address that says what was typed', () => {
    expect(
      addressOf('/api/x/{course_id}/{name}', { course_id: COURSE, name: 'a/b c?' }, { q: 'a+b', page: '' }),
    ).toBe(`/api/x/${COURSE}/a%2Fb%20c%3F?q=a%2Bb`)
  })
})
