import { describe, expect, test } from 'vitest'
import { fakeServer, json } from '#src/lms/fake-server.ts'
import type { SheetChunk } from '#src/lms/lms.ts'
import { schoology } from './adapter.ts'
import enrolmentsSample from './samples/enrollments.json' with { type: 'json' }
import gradesSample from './samples/sectionGrades.json' with { type: 'json' }

const SECTION = '/schoology/v1/sections/7'
const [someEnrolment] = enrolmentsSample.enrollment
const [someGrade] = gradesSample.grades.grade

const next = (start: number) => ({ links: { next: `https://api.schoology.com/v1/any?start=${start}` } })
const enrolment = (id: string) => ({ ...someEnrolment, id, uid: `uid-${id}`, admin: 0, status: '1' })
const grade = (enrollment_id: string, assignment_id: string) => ({
  ...someGrade,
  enrollment_id,
  assignment_id,
  grade: 8,
  exception: 0,
})
const gradesPage = (grades: object[], more: object = {}) => json({ grades: { grade: grades }, ...more })

function served(grades: readonly Response[], enrolments: readonly Response[]) {
  const routes = {
    [`${SECTION}/grades`]: grades,
    [`${SECTION}/enrollments`]: enrolments,
    [`${SECTION}/assignments`]: [json({ assignment: [] })],
    [`${SECTION}/grading_categories`]: [json({ grading_category: [] })],
    [`${SECTION}/grading_periods`]: [json({ grading_period: [] })],
    [`${SECTION}/grading_scales`]: [json({ grading_scale: [] })],
  }
  const { session, log } = fakeServer({ routes })
  return { lms: schoology(session), log }
}

async function chunksOf(lms: ReturnType<typeof schoology>, resume?: string): Promise<SheetChunk[]> {
  const chunks: SheetChunk[] = []
  for await (const chunk of lms.gradebook!({ courseId: '7', ...(resume ? { resume } : {}) })) {
    chunks.push(chunk)
  }
  return chunks
}

const idsIn = (chunks: readonly SheetChunk[]) =>
  chunks.flatMap(({ rows = [] }) => rows.map(({ learner }) => learner.id))

describe('reading page by page', () => {
  const everybody = () => json({ enrollment: ['1', '2', '3'].map(enrolment) })

  test('goes on, after a pause, to those who have nothing assigned', async () => {
    const last = gradesPage([grade('2', 'a')])
    const { lms } = served([gradesPage([grade('1', 'a'), grade('2', 'a')], next(2)), last], [everybody()])
    const [first, ...rest] = await chunksOf(lms)
    expect(idsIn([first!])).toEqual(['1'])
    expect(idsIn(rest)).toEqual(['2', '3'])
    expect(idsIn(await chunksOf(lms, first!.resume!))).toEqual(['2', '3'])
  })

  test('keeps all grades of a learner who fills more than a page', async () => {
    const { lms } = served(
      [
        gradesPage([grade('1', 'a'), grade('1', 'b')], next(2)),
        gradesPage([grade('1', 'c'), grade('2', 'a')]),
      ],
      [everybody()],
    )
    const [first, second] = await chunksOf(lms)
    expect(first?.rows?.[0]?.grades.map(({ subsectionId }) => subsectionId)).toEqual(['a', 'b'])
    expect(second?.cells).toMatchObject([{ learnerId: '1', subsectionId: 'c', earned: 8 }])
    expect(idsIn([second!])).toEqual(['2', '3'])
  })
})

test('somebody behind the first page is found on a server that does not narrow by user', async () => {
  const { lms } = served(
    [gradesPage([grade('2', 'a')])],
    [json({ enrollment: [enrolment('1')], ...next(1) }), json({ enrollment: [enrolment('2')] })],
  )
  const { rows } = await lms.learnerGrades({ courseId: '7', username: 'uid-2' })
  expect(rows?.map(({ learner }) => learner.id)).toEqual(['2'])
})
