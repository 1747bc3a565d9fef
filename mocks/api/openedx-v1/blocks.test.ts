import { beforeEach, describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { blocks } from '#src/lms/openedx-v1/endpoints-blocks.ts'
import type { progress } from '#src/lms/openedx-v1/endpoints-progress.ts'

type Tree = Exclude<WireOf<typeof blocks>, readonly unknown[]>

const server = serverForEach('learner')
const HERE = `course_id=${encodeURIComponent(COURSE)}`
const ROOT = 'block-v1:MITx+18.05+2026_Autumn+type@course+block@course'
const HOMEWORK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'

let me = ''
beforeEach(async () => {
  me = ((await server.json('/api/user/v1/me')) as { username: string }).username
})

const read = async (query: string, as: 'learner' | 'instructor' = 'learner', path = '') =>
  (await server.json(`/api/courses/v1/blocks/${path}?${query}`, 200, { as })) as Tree
const refused = (
  query: string,
  status: number,
  as: 'learner' | 'instructor' | 'nobody' | 'stranger' = 'learner',
) => server.json(`/api/courses/v1/blocks/?${query}`, status, { as })

describe('what is asked for', () => {
  test('is the root alone, unless a depth is given', async () => {
    const alone = await read(`${HERE}&username=${me}`)
    expect(alone).toEqual({
      root: ROOT,
      blocks: {
        [ROOT]: {
          id: ROOT,
          block_id: 'course',
          lms_web_url: `${server.origin}/courses/${COURSE}/jump_to/${ROOT}`,
          legacy_web_url: expect.stringContaining('experience=legacy'),
          student_view_url: `${server.origin}/xblock/${ROOT}`,
          type: 'course',
          display_name: 'Introduction to Statistics',
        },
      },
    })
    const types = async (depth: string) =>
      new Set(
        Object.values((await read(`${HERE}&username=${me}&depth=${depth}`)).blocks).map(({ type }) => type),
      )
    expect(await types('1')).toEqual(new Set(['course', 'chapter']))
    expect(await types('3')).toEqual(new Set(['course', 'chapter', 'sequential', 'vertical']))
    expect(await types('all')).toEqual(
      new Set(['course', 'chapter', 'sequential', 'vertical', 'problem', 'html']),
    )
  })

  test('may be a part, by v2 too', async () => {
    const query = `username=${me}&depth=all`
    const part = await read(query, 'learner', HOMEWORK)
    expect(part.root).toBe(HOMEWORK)
    expect(Object.keys(part.blocks)).toHaveLength(8)
    expect(await server.json(`/api/courses/v2/blocks/${HOMEWORK}/?${query}`)).toEqual(part)
    const whole = await read(`${HERE}&${query}`)
    expect(await server.json(`/api/courses/v2/blocks/?${HERE}&${query}`)).toEqual(whole)
  })

  test('has fields on request only, and none that would be null', async () => {
    const fields = 'children,graded,format&requested_fields=due,show_correctness,has_score,weight,completion'
    const { blocks: found } = await read(
      `username=${me}&depth=all&requested_fields=${fields}`,
      'learner',
      HOMEWORK,
    )
    expect(found[HOMEWORK]).toMatchObject({
      graded: true,
      format: 'Homework',
      due: '2026-09-07T23:59:00Z',
      show_correctness: 'always',
      has_score: false,
    })
    expect(found[HOMEWORK]).not.toHaveProperty('weight')
    expect(found[HOMEWORK]?.children).toHaveLength(2)
    const problems = Object.values(found).filter(({ type }) => type === 'problem')
    expect(problems.map(({ display_name: name, graded }) => [name, graded])).toEqual([
      ['Question 1', true],
      ['Question 2', true],
      ['Question 3', true],
      ['Question 4', true],
      ['Practice 1', false],
    ])
    expect(problems.every((one) => !('children' in one))).toBe(true)
    expect(problems.every(({ completion }) => completion === 0 || completion === 1)).toBe(true)
  })

  test('can be counted, filtered, listed and gathered', async () => {
    const counted = await read(`${HERE}&username=${me}&block_counts=problem,video`)
    expect(counted.blocks[ROOT]?.block_counts).toEqual({ problem: expect.any(Number), video: 0 })
    const filtered = await read(`${HERE}&username=${me}&depth=all&block_types_filter=chapter,html`)
    expect(new Set(Object.values(filtered.blocks).map(({ type }) => type))).toEqual(
      new Set(['chapter', 'html']),
    )
    const list = (await server.json(
      `/api/courses/v1/blocks/?${HERE}&username=${me}&depth=all&return_type=list&student_view_data=html`,
    )) as Extract<WireOf<typeof blocks>, readonly unknown[]>
    expect(list[0]?.id).toBe(ROOT)
    expect(list.find(({ type }) => type === 'html')?.student_view_data).toMatchObject({ enabled: true })
    const gathered = await read(`${HERE}&username=${me}&depth=2&nav_depth=2`)
    expect(gathered.blocks[HOMEWORK]?.descendants).toHaveLength(7)
  })

  test('numbers the problems as the progress page does', async () => {
    const own = (await server.json(`/api/course_home/progress/${COURSE}`)) as WireOf<typeof progress>
    const { blocks: found } = await read(`${HERE}&username=${me}&depth=all&requested_fields=children`)
    const leaves = (id: string): string[] =>
      found[id]?.type === 'problem' ? [id] : (found[id]?.children ?? []).flatMap(leaves)
    const open = own.section_scores.flatMap((one) => one.subsections).filter(({ url }) => url !== null)
    expect(open.length).toBeGreaterThan(20)
    for (const one of open) expect(leaves(one.block_key)).toHaveLength(one.problem_scores.length)
  })
})

describe('who sees what', () => {
  test('learners miss what is closed, staff-only or for other cohorts; staff with all_blocks miss nothing', async () => {
    const own = await read(`${HERE}&username=${me}&depth=2`)
    const all = await read(`${HERE}&all_blocks=true&depth=2`, 'instructor')
    const names = ({ blocks: found }: Tree) => Object.values(found).map((one) => one.display_name)
    for (const name of ['Marking guide', 'For the course team', 'Midterm']) {
      expect(names(own)).not.toContain(name)
      expect(names(all)).toContain(name)
    }
    expect(await read(`${HERE}&username=${me}&depth=2`, 'instructor')).toEqual(own)
  })

  test('is refused in words', async () => {
    const words = (developer_message: string) => ({ developer_message })
    expect(await refused(HERE, 400)).toEqual({
      field_errors: { username: words('This field is required unless all_blocks is requested.') },
    })
    expect(await refused(`${HERE}&all_blocks=1`, 403)).toEqual(
      words(`'${me}' does not have permission to access all blocks in '${COURSE}'.`),
    )
    expect(await refused(`${HERE}&username=nuria.haddad`, 403)).toEqual(
      words(`'${me}' does not have permission to access view for 'nuria.haddad' in '${COURSE}'.`),
    )
    expect(await refused(`${HERE}&username=`, 403, 'nobody')).toEqual(
      words("Course blocks for '' cannot be accessed."),
    )
    expect(await refused(`${HERE}&username=tomasz.zielinski`, 403, 'stranger')).toEqual(
      words("Course blocks for 'tomasz.zielinski' cannot be accessed."),
    )
    expect(await refused(`${HERE}&username=no.one`, 404, 'instructor')).toEqual(
      words("Requested user 'no.one' does not exist."),
    )
  })

  test('is refused for what is malformed', async () => {
    const field = (name: string, developer_message: string) => ({
      field_errors: { [name]: { developer_message } },
    })
    expect(await refused('username=x', 400)).toEqual({ developer_message: 'course_id is required.' })
    expect(await refused('course_id=x', 400)).toEqual({
      developer_message: "'x' is not a valid course key.",
    })
    expect(await refused('course_id=course-v1:a%2Bb%2Bc', 404)).toEqual({
      developer_message: 'Course course-v1:a+b+c not found.',
    })
    expect(await refused(`${HERE}&username=${me}&depth=deep`, 400)).toEqual(
      field('depth', "'deep' is not a valid depth value."),
    )
    expect(await refused(`${HERE}&username=${me}&return_type=xml`, 400)).toEqual(
      field('return_type', 'Select a valid choice. xml is not one of the available choices.'),
    )
    expect(await server.json('/api/courses/v1/blocks/nonsense?all_blocks=1', 400)).toEqual(
      field('usage_key', "'nonsense' is not a valid usage key."),
    )
    const missing = HOMEWORK.replace('hw_01', 'hw_99')
    expect(await server.json(`/api/courses/v1/blocks/${missing}?all_blocks=1`, 404)).toEqual({
      developer_message: `Block not found: ${missing}`,
    })
  })
})

test('old keys hold slashes', async () => {
  const root = 'i4x://edX/Stats101/course/2013_Spring'
  const query = 'all_blocks=1&depth=1'
  const path = `/api/courses/v1/blocks/${encodeURIComponent(root)}?${query}`
  const tree = (await server.json(path, 200, { as: 'global-staff' })) as Tree
  expect(tree.root).toBe(root)
  expect(tree.blocks[root]?.block_id).toBe('2013_Spring')
})

test('metadata of a block are for those who see it', async () => {
  const path = `/api/courses/v1/block_metadata/${HOMEWORK}`
  expect(await server.json(path)).toEqual({ id: HOMEWORK, type: 'sequential' })
  expect(await server.json(`${path}/?include=index_dictionary`)).toEqual({
    id: HOMEWORK,
    type: 'sequential',
    index_dictionary: { content: { display_name: 'Homework 1' }, content_type: 'SEQUENTIAL' },
  })
  expect(await server.json(path.replace('v1', 'v2'))).toEqual({ id: HOMEWORK, type: 'sequential' })
  expect((await server.ask(path, { as: 'nobody' })).status).toBe(401)
  expect((await server.ask(path, { as: 'stranger' })).status).toBe(403)
})
