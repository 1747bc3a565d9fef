import { expect, test } from 'vitest'
import { externalIdOf, userOfExternalId } from '#mocks/lms/lti/external-ids.ts'
import { mockLms } from '#mocks/node.ts'

const MEMBERS = 'http://lms.test/api/lti_consumer/v1/lti/1/memberships'

interface Members {
  members: Array<{ user_id: string; roles: string[]; email: string; name?: string }>
}

function ask(path = MEMBERS, token = 'mock-tool', accept = '*/*'): Promise<Response> {
  return fetch(path, { headers: { Authorization: `Bearer ${token}`, Accept: accept } })
}

test('tell the tool who is in its course, by the ids that scores go by', async () => {
  const { world } = mockLms()
  const response = await ask()
  expect(response.headers.get('Content-Type')).toBe(
    'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
  )
  const body = (await response.json()) as Members
  expect(body).toMatchObject({ id: MEMBERS, context: { id: 'course-v1:MITx+18.05+2026_Autumn' } })
  const { members } = body
  expect(members[0]).toMatchObject({
    status: 'Active',
    roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'],
    name: 'Nuria Haddad',
  })
  expect(members.at(-1)?.roles).toEqual(['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'])
  expect(new Set(members.map(({ user_id: id }) => id)).size).toBe(members.length)
  for (const { user_id: id, email } of members) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect(world.school.world.directory.byId(userOfExternalId(world.school, id) ?? 0)?.email).toBe(email)
  }
  expect(((await (await ask()).json()) as Members).members).toEqual(members)
})

test('are of a school: the same person has another id elsewhere', () => {
  const { world } = mockLms()
  const elsewhere = { ...world.school, world: { ...world.school.world, seed: 1 } }
  const ids = [world.school, elsewhere].map((school) => externalIdOf(school, 11))
  expect(ids[0]).not.toBe(ids[1])
  expect(userOfExternalId(elsewhere, ids[0] ?? '')).toBeUndefined()
  expect(userOfExternalId(elsewhere, ids[1] ?? '')).toBe(11)
  expect(userOfExternalId(elsewhere, 'nonsense')).toBeUndefined()
  expect(userOfExternalId(elsewhere, '0000000b-0000-4000-8000-000000000000')).toBeUndefined()
})

test('refuse other scopes, other media types, single members, and more than a tool may know', async () => {
  mockLms()
  const refused = [
    await ask(MEMBERS, 'mock-tool:lineitem'),
    await ask(MEMBERS, 'mock-instructor'),
    await ask(MEMBERS, 'mock-tool', 'application/json'),
    await ask(`${MEMBERS}/1`),
    await ask(MEMBERS.replace('/1/', '/9/')),
  ]
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 406, 403, 403])
  mockLms({ learners: 6000, subsections: 8 })
  const response = await ask()
  expect([response.status, await response.json()]).toEqual([
    403,
    {
      error: 'above_response_limit',
      explanation: 'The number of retrieved users is bigger than the maximum allowed in the configuration.',
    },
  ])
})
