import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { FRONT_END, FrontEnd } from './front-end.ts'

// Plays the official learning front end on its way to the progress page.

const HOME = '/api/course_home'

interface Metadata {
  username: string
  tabs: Array<{ tab_id: string }>
  course_access: { has_access: boolean; error_code: string | null }
  is_staff: boolean
}
interface Progress {
  username: string
  course_grade: { percent: number }
  section_scores: Array<{ subsections: Array<{ show_grades: boolean; block_key: string }> }>
}

let server: TestServer
let app: FrontEnd
beforeAll(async () => {
  server = await testServer({ user: 'nobody' })
})
beforeEach(() => {
  app = new FrontEnd(server.origin)
})
afterAll(() => server.close())

const metadata = async () => (await app.get(`${HOME}/course_metadata/${COURSE}`)) as Metadata

describe('a learner', () => {
  beforeEach(async () => {
    await app.signIn('learner')
    await app.authenticate()
  })

  test('is let in, with tabs', async () => {
    const { username, course_access: access, tabs } = await metadata()
    expect([username, access]).toEqual([
      app.token?.preferred_username,
      expect.objectContaining({ has_access: true, error_code: null }),
    ])
    expect(tabs.map(({ tab_id: id }) => id)).toEqual(expect.arrayContaining(['outline', 'progress', 'dates']))
  })

  test('finds outline, dates and progress, which speak of the same subsections', async () => {
    const outline = (await app.get(`${HOME}/outline/${COURSE}`)) as {
      course_blocks: { blocks: Record<string, { type: string }> }
    }
    const dates = (await app.get(`${HOME}/dates/${COURSE}`)) as {
      course_date_blocks: Array<{ date_type: string }>
    }
    const progress = (await app.get(`${HOME}/progress/${COURSE}`)) as Progress
    expect(progress.username).toBe(app.token?.preferred_username)
    expect(dates.course_date_blocks.map(({ date_type: type }) => type)).toEqual(
      expect.arrayContaining(['course-start-date', 'assignment-due-date', 'course-end-date']),
    )
    const scored = progress.section_scores.flatMap(({ subsections }) => subsections)
    expect(scored.length).toBeGreaterThan(0)
    const { blocks } = outline.course_blocks
    const known = scored.filter(({ block_key: key }) => blocks[key]?.type === 'sequential')
    // Scores stay of what the outline hides.
    expect(known.length).toBeGreaterThan(scored.length / 2)
  })

  test('sees no other learner’s progress', async () => {
    await expect(app.get(`${HOME}/progress/${COURSE}/1003/`)).rejects.toThrow('404')
  })
})

test('staff open a learner’s progress', async () => {
  await app.signIn('instructor')
  await app.authenticate()
  expect((await metadata()).is_staff).toBe(true)
  const progress = (await app.get(`${HOME}/progress/${COURSE}/1003/`)) as Progress
  expect(progress.username).toBe('bjorn.thorsson')
})

test('who is not enrolled is told what to do, and comes back after signing in', async () => {
  expect(await app.signIn('stranger')).toBe(`${FRONT_END}/`)
  await app.authenticate()
  expect((await metadata()).course_access).toMatchObject({
    has_access: false,
    error_code: 'enrollment_required',
  })
  await expect(app.get(`${HOME}/progress/${COURSE}`)).rejects.toThrow('401 "User not enrolled."')
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
