import { beforeEach, describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'

const server = serverForEach('learner')
const BATCH = '/api/completion/v1/completion-batch'
const SYLLABUS = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@syllabus'
const TEXT = 'block-v1:MITx+18.05+2026_Autumn+type@html+block@syllabus_text'

let username = ''
beforeEach(async () => {
  username = ((await server.json('/api/user/v1/me')) as { username: string }).username
})

const send = (changes: object, status = 200) =>
  server.json(BATCH, status, {
    body: { username, course_key: COURSE, blocks: { [TEXT]: 1 }, ...changes },
  })
const completion = async (subsection = SYLLABUS) =>
  server.json(`/api/completion/v1/subsection-completion/${username}/${COURSE}/${subsection}`)

test('what is reported counts', async () => {
  expect(await send({ blocks: { [TEXT]: 0 } })).toEqual({ detail: 'ok' })
  expect(await completion()).toEqual({ completion: 0 })
  expect(await send({ blocks: { [TEXT]: 0.5 } })).toEqual({ detail: 'ok' })
  expect(await completion()).toEqual({ completion: 0 })
  expect(await send({ blocks: { [TEXT]: '1.0' } })).toEqual({ detail: 'ok' })
  expect(await completion()).toEqual({ completion: 1 })
})

describe('a batch is refused', () => {
  test.each([
    [{ username: undefined }, 403, 'You do not have permission to perform this action.'],
    [{ username: 'nuria.haddad' }, 403, 'You do not have permission to perform this action.'],
    [{ course_key: undefined }, 400, "Key 'course_key' not found."],
    [{ blocks: undefined }, 400, "Key 'blocks' not found."],
    [{ course_key: 'nonsense' }, 400, 'Invalid course key: nonsense'],
    [{ course_key: 'course-v1:a+b+c' }, 400, 'User is not enrolled in course.'],
    [{ blocks: { nonsense: 1 } }, 400, 'Invalid block key: nonsense'],
    [
      { blocks: { 'block-v1:a+b+c+type@html+block@d': 1 } },
      400,
      `Block with key: 'block-v1:a+b+c+type@html+block@d' is not in course ${COURSE}`,
    ],
    [{ blocks: { [TEXT]: 'much' } }, 400, "could not convert string to float: 'much'"],
    [{ blocks: { [TEXT]: 2 } }, 400, '2 must be between 0.0 and 1.0'],
  ])('%j', async (changes, status, detail) => {
    expect(await send(changes, status)).toEqual({ detail })
  })

  test('as a whole: nothing of it is noted', async () => {
    await send({ blocks: { [TEXT]: 0 } })
    await send({ blocks: { [TEXT]: 1, nonsense: 1 } }, 400)
    expect(await completion()).toEqual({ completion: 0 })
  })

  test('for nobody, for a name that nobody has, and with a crash for what has no keys', async () => {
    expect((await server.send('POST', BATCH, {}, 'nobody')).status).toBe(401)
    expect(
      await server.send(
        'POST',
        BATCH,
        { username: 'no.one', course_key: COURSE, blocks: {} },
        'global-staff',
      ),
    ).toMatchObject({ status: 404, body: { detail: 'User matching query does not exist.' } })
    expect((await server.send('POST', BATCH, [])).status).toBe(500)
    expect((await server.send('POST', BATCH, { username, course_key: COURSE, blocks: [] })).status).toBe(500)
    expect((await server.send('GET', BATCH)).status).toBe(405)
  })
})

test('a subsection is known by learner, course and key', async () => {
  const path = (name: string, course: string, key: string) =>
    `/api/completion/v1/subsection-completion/${name}/${course}/${key}`
  for (const wrong of [
    path('no.one', COURSE, SYLLABUS),
    path(username, 'course-v1:a+b+c', SYLLABUS),
    path(username, COURSE, 'nonsense'),
  ]) {
    expect(await server.json(wrong, 404)).toEqual({ detail: 'Not found.' })
  }
  expect((await server.ask(path(username, COURSE, SYLLABUS), { as: 'nobody' })).status).toBe(401)
})
