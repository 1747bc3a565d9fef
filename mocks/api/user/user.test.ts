import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { GRADEBOOK } from '#mocks/http/test-client.ts'
import type { Persona } from '#mocks/lms/model.ts'

const BASE = '/api/user/v1/accounts'
const MERGE_PATCH = 'application/merge-patch+json'
const NOT_PROVIDED = { detail: 'Authentication credentials were not provided.' }
const NO_PERMISSION = { detail: 'You do not have permission to perform this action.' }
const NURIA = 'nuria.haddad'
const TOMASZ = 'tomasz.zielinski'

interface Account {
  username: string
  id: number
  email: string
  name: string
}

const server = serverForEach('learner')
const { send } = server
const own = async (as: Persona = 'learner') => {
  const { username } = (await server.json('/api/user/v1/me', 200, { as })) as { username: string }
  return (await server.json(`${BASE}/${username}`, 200, { as })) as Account
}
const patch = (username: string, body: unknown, as: Persona = 'learner', type = MERGE_PATCH) =>
  send('PATCH', `${BASE}/${username}`, body, as, type)

describe('an account', () => {
  test('is whole for its owner and staff of the site', async () => {
    const mine = await own()
    expect(mine).toMatchObject({
      username: mine.username,
      account_privacy: 'all_users',
      is_active: true,
      bio: null,
      language_proficiencies: [],
      profile_image: {
        has_image: false,
        image_url_full: `${server.origin}/static/images/profiles/default_500.png`,
      },
    })
    expect(await server.json(`${BASE}/${mine.username}`, 200, { as: 'global-staff' })).toEqual(mine)
  })

  test('shows others no name, address or number', async () => {
    const { username } = await own()
    const seen = (await server.json(`${BASE}/${username}`, 200, { as: 'instructor' })) as object
    expect(Object.keys(seen).sort()).toEqual([
      'accomplishments_shared',
      'account_privacy',
      'bio',
      'country',
      'course_certificates',
      'date_joined',
      'language_proficiencies',
      'level_of_education',
      'profile_image',
      'social_links',
      'time_zone',
      'username',
    ])
    expect(await server.json(`${BASE}/${username}?view=shared`)).toEqual(seen)
  })

  test('that is private shows others next to nothing', async () => {
    const { username } = await own()
    expect(await patch(username, { account_privacy: 'private' })).toMatchObject({
      status: 200,
      body: { account_privacy: 'private' },
    })
    const seen = (await server.json(`${BASE}/${username}`, 200, { as: 'instructor' })) as object
    expect(Object.keys(seen).sort()).toEqual(['account_privacy', 'profile_image', 'username'])
  })

  test('that nobody has is an empty answer', async () => {
    for (const as of ['learner', 'global-staff'] as const) {
      expect(await send('GET', `${BASE}/no.such`, undefined, as)).toEqual({ status: 404, body: '' })
    }
  })
})

describe('accounts', () => {
  test('come by their names, those that exist', async () => {
    const { username } = await own()
    const list = (await server.json(`${BASE}?username=${username},${NURIA},no.such,`)) as Account[]
    expect(list.map((one) => [one.username, 'email' in one])).toEqual([
      [username, true],
      [NURIA, false],
    ])
    expect(await send('GET', `${BASE}?username=no.such`)).toEqual({ status: 404, body: '' })
    expect(await server.json(BASE)).toEqual([await own()])
  })

  test('come by address or number for staff of the site', async () => {
    const mine = await own()
    for (const query of [`email=${mine.email.toUpperCase()}`, `lms_user_id=${mine.id}`]) {
      expect(await server.json(`${BASE}?${query}`, 200, { as: 'global-staff' })).toEqual([mine])
      expect(await send('GET', `${BASE}?${query}`)).toEqual({ status: 403, body: NO_PERMISSION })
    }
    expect(await send('GET', `${BASE}?email=no@such.org`, undefined, 'global-staff')).toEqual({
      status: 404,
      body: '',
    })
  })

  test('are searched by many addresses, by staff of the site', async () => {
    const { id, username, email } = await own()
    const path = `${BASE}/search_emails`
    const body = { emails: [email, 'no@such.org'] }
    expect(await send('POST', path, body, 'global-staff')).toEqual({
      status: 200,
      body: [{ id, username, email }],
    })
    expect(await send('POST', path, {}, 'global-staff')).toEqual({ status: 404, body: '' })
    expect(await send('POST', path, body)).toEqual({ status: 403, body: NO_PERMISSION })
  })

  test('need a caller', async () => {
    const calls = [
      ['GET', '/api/user/v1/me'],
      ['GET', BASE],
      ['GET', `${BASE}/${NURIA}`],
      ['PATCH', `${BASE}/${NURIA}`],
      ['POST', `${BASE}/search_emails`],
    ] as const
    for (const [method, path] of calls) {
      expect(await send(method, path, undefined, 'nobody')).toEqual({ status: 401, body: NOT_PROVIDED })
    }
  })
})

describe('a change', () => {
  test('of the name shows in the gradebook, and nowhere else', async () => {
    const before = await own()
    const { status, body } = await patch(before.username, { name: 'Someone Else' })
    expect([status, body]).toEqual([200, { ...before, name: 'Someone Else' }])
    expect(
      await server.json(`${GRADEBOOK}?username=${before.username}`, 200, { as: 'instructor' }),
    ).toMatchObject({ profile_name: 'Someone Else' })
    expect(await server.json(`${GRADEBOOK}?username=${NURIA}`, 200, { as: 'instructor' })).toMatchObject({
      profile_name: 'Nuria Haddad',
    })
  })

  test('of several fields merges, and null empties', async () => {
    const { username } = await own()
    const fields = {
      bio: 'I count.',
      city: 'Oslo',
      country: 'NO',
      gender: 'f',
      goals: 'To count better',
      language_proficiencies: [{ code: 'no' }],
      level_of_education: 'b',
      mailing_address: 'Storgata 1',
      phone_number: '+47 1',
      secondary_email: 'a@b.org',
      social_links: [{ platform: 'facebook', social_link: 'https://www.facebook.com/x' }],
      state: 'MA',
      year_of_birth: 1999,
    }
    await patch(username, fields)
    await patch(username, { country: null, unheard_of: 1 })
    expect(await own()).toMatchObject({ ...fields, country: null })
  })

  test.each([
    [
      { name: ' ' },
      'name',
      "Value ' ' is not valid for field 'name': The name field must be at least 1 character long.",
    ],
    [{ name: 7 }, 'name', "Value '7' is not valid for field 'name': Not a valid string."],
    [
      { country: 'Norway' },
      'country',
      `Value 'Norway' is not valid for field 'country': "Norway" is not a valid choice.`,
    ],
    [{ gender: 'x' }, 'gender', `Value 'x' is not valid for field 'gender': "x" is not a valid choice.`],
    [
      { year_of_birth: 'old' },
      'year_of_birth',
      "Value 'old' is not valid for field 'year_of_birth': A valid integer is required.",
    ],
    [
      { language_proficiencies: ['no'] },
      'language_proficiencies',
      `Value '["no"]' is not valid for field 'language_proficiencies': Expected a list of items.`,
    ],
  ])('to %j is refused', async (body, field, words) => {
    const before = await own()
    expect(await patch(before.username, { ...body, goals: 'None' })).toEqual({
      status: 400,
      body: {
        field_errors: { [field]: { developer_message: words, user_message: 'This value is invalid.' } },
      },
    })
    expect(await own()).toEqual(before)
  })

  test('of a bio has its limit', async () => {
    const { username } = await own()
    const { status, body } = await patch(username, { bio: 'x'.repeat(301) })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('The about me field must be at most 300 characters long.')
  })

  test('of what is fixed is refused, field by field', async () => {
    const { username } = await own()
    expect(await patch(username, { username: 'x', is_active: false })).toEqual({
      status: 400,
      body: {
        field_errors: Object.fromEntries(
          ['username', 'is_active'].map((field) => [
            field,
            {
              developer_message: 'This field is not editable via this API',
              user_message: `The '${field}' field cannot be edited.`,
            },
          ]),
        ),
      },
    })
  })

  test('of the address waits for a mail', async () => {
    const mine = await own()
    expect(await patch(mine.username, { email: 'new@example.org' })).toMatchObject({
      status: 200,
      body: mine,
    })
    const wrong = [
      ['nowhere', 'Valid e-mail address required.'],
      [mine.email, 'Old email is the same as the new email.'],
    ] as const
    for (const [email, words] of wrong) {
      expect(await patch(mine.username, { email })).toEqual({
        status: 400,
        body: {
          field_errors: {
            email: {
              developer_message: `Error thrown from validate_new_email: '${words}'`,
              user_message: words,
            },
          },
        },
      })
    }
  })

  test('is for the owner alone; staff of the site learn that there is an account', async () => {
    const body = { name: 'Mallory' }
    expect(await patch(NURIA, body)).toEqual({ status: 404, body: '' })
    expect(await patch(NURIA, body, 'global-staff')).toEqual({ status: 403, body: '' })
    expect(await own('instructor')).toMatchObject({ name: 'Nuria Haddad' })
  })

  test('must be a merge patch of an object', async () => {
    const { username } = await own()
    expect(await patch(username, { name: 'X' }, 'learner', 'application/json')).toEqual({
      status: 415,
      body: { detail: 'Unsupported media type "application/json" in request.' },
    })
    expect((await patch(username, ['name'])).status).toBe(500)
  })
})

describe('preferences', () => {
  const path = (name: string, key = '') => `/api/user/v1/preferences/${name}${key && `/${key}`}`
  const set = (body: unknown, name = TOMASZ, as: Persona = 'stranger', type = MERGE_PATCH) =>
    send('PATCH', path(name), body, as, type)
  const all = () => server.json(path(TOMASZ), 200, { as: 'stranger' })
  const DONE = { status: 204, body: '' }
  const MISSING = { status: 404, body: '' }

  test('are set by merge patch, and taken out by null', async () => {
    expect(await all()).toEqual({ 'pref-lang': 'en' })
    expect(await set({ time_zone: 'Europe/Oslo', 'pref-lang': null, rows: 50 })).toEqual(DONE)
    expect(await all()).toEqual({ time_zone: 'Europe/Oslo', rows: '50' })
    expect(await server.json(`${BASE}/${TOMASZ}`)).toMatchObject({ time_zone: 'Europe/Oslo' })
  })

  test('are read, set and taken out one by one', async () => {
    const key = path(TOMASZ, 'theme')
    expect(await send('GET', key, undefined, 'stranger')).toEqual(MISSING)
    expect(await send('PUT', key, '"dark"', 'stranger', 'application/json')).toEqual(DONE)
    expect(await send('GET', key, undefined, 'stranger')).toEqual({ status: 200, body: 'dark' })
    expect(await send('DELETE', key, undefined, 'stranger')).toEqual(DONE)
    expect(await send('DELETE', key, undefined, 'stranger')).toEqual(MISSING)
  })

  test.each([
    [
      { time_zone: 'Oslo' },
      'time_zone',
      "Value 'Oslo' not valid for preference 'time_zone': Not in timezone set.",
    ],
    [{ a: ' ' }, 'a', "Preference 'a' cannot be set to an empty value."],
    [{ 'a b': 'c' }, 'a b', "Invalid user preference key 'a b'."],
  ])('refuse %j', async (body, key, words) => {
    const { status, body: refused } = await set({ theme: 'dark', ...body })
    expect(status).toBe(400)
    expect(refused).toMatchObject({ field_errors: { [key]: { developer_message: words } } })
    expect(await all()).toEqual({ 'pref-lang': 'en' })
  })

  test('may be called like anything that JavaScript knows of every object', async () => {
    for (const key of ['constructor', '__proto__']) {
      expect(await send('GET', path(TOMASZ, key), undefined, 'stranger')).toEqual(MISSING)
      await send('PUT', path(TOMASZ, key), '"x"', 'stranger')
      expect(await send('GET', path(TOMASZ, key), undefined, 'stranger')).toEqual({ status: 200, body: 'x' })
    }
  })

  test('say to a person which time zone it is', async () => {
    expect(await set({ time_zone: 'Oslo' })).toMatchObject({
      body: {
        field_errors: { time_zone: { user_message: "Value 'Oslo' is not a valid time zone selection." } },
      },
    })
  })

  test('refuse one that is empty, and a patch of nothing', async () => {
    const words = "Preference 'theme' cannot be set to an empty value."
    expect(await send('PUT', path(TOMASZ, 'theme'), '""', 'stranger')).toEqual({
      status: 400,
      body: { developer_message: words, user_message: words },
    })
    const nothing = 'No data provided for user preference update'
    for (const body of [{}, ['a'], undefined]) {
      expect(await set(body)).toEqual({
        status: 400,
        body: { developer_message: nothing, user_message: nothing },
      })
    }
    expect((await set({ a: 'b' }, TOMASZ, 'stranger', 'application/json')).status).toBe(415)
  })

  test('are nobody else’s business; staff of the site read them', async () => {
    const notFound = { status: 404, body: { detail: 'Not found.' } }
    const calls = [
      ['GET', path(TOMASZ)],
      ['PATCH', path(TOMASZ)],
      ['GET', path(TOMASZ, 'pref-lang')],
      ['PUT', path(TOMASZ, 'pref-lang')],
      ['DELETE', path(TOMASZ, 'pref-lang')],
    ] as const
    for (const [method, address] of calls) {
      expect(await send(method, address, undefined, 'instructor')).toEqual(notFound)
      expect(await send(method, address, undefined, 'nobody')).toEqual({ status: 401, body: NOT_PROVIDED })
    }
    const staff = (method: string, address: string, body?: unknown) =>
      send(method, address, body, 'global-staff', method === 'PATCH' ? MERGE_PATCH : undefined)
    expect(await staff('GET', path(TOMASZ))).toMatchObject({ status: 200 })
    expect(await staff('GET', path('no.such'))).toEqual(MISSING)
    const forbidden = { status: 403, body: '' }
    expect(await staff('PATCH', path(TOMASZ), { a: 'b' })).toEqual(forbidden)
    expect(await staff('PUT', path(TOMASZ, 'a'), '"b"')).toEqual(forbidden)
    expect(await staff('DELETE', path(TOMASZ, 'pref-lang'))).toEqual(forbidden)
  })
})
