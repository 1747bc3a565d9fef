import { sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import type { Persona } from '#mocks/lms/model.ts'
import { type MockLms, mockLms } from '#mocks/node.ts'

export type Row = Readonly<Record<string, unknown>>

/** A grade as it travels. */
export interface GradeRow extends Row {
  readonly enrollment_id: number
  readonly assignment_id: number
  readonly grade: number | null
  readonly exception: number
  readonly max_points: number
  readonly timestamp: number
  readonly comment: string | null
  readonly comment_status: number | null
}

export interface GradesBody {
  readonly grades: { readonly grade: readonly GradeRow[] }
  readonly period: readonly Row[]
  readonly final_grade: ReadonlyArray<{ readonly enrollment_id: string; readonly period: readonly Row[] }>
  readonly links: Readonly<Record<string, string>>
}

interface Wish {
  readonly as?: Persona
  readonly accept?: string
  /** Sent by PUT: text as XML, else JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
}

export interface SchoologyClient {
  readonly lms: MockLms
  /** Id of the section that the scenario is about. */
  readonly section: number
  /** Below the base path. */
  ask(path: string, wish?: Wish): Promise<Response>
  /** The JSON of an answer that must have this status. */
  json<T = Row>(path: string, status?: number, wish?: Wish): Promise<T>
  grades(query?: string, wish?: Wish): Promise<GradesBody>
  /** Assignment ids by title. */
  assignment(title: string): Promise<number>
  /** Enrolment id of a learner by place in the list. */
  learner(place: number): number
}

/** Starts a simulated LMS and asks it as any client of Schoology would. */
export function schoologyClient(scenario = 'schoology'): SchoologyClient {
  const lms = mockLms({ scenario })
  const [course] = lms.world.school.world.courses
  if (!course) throw new Error('No course')
  const section = sectionIdOf(course)
  const ask = (path: string, { as, accept, body, headers, method }: Wish = {}) =>
    fetch(`http://lms.test/schoology/v1${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'PUT'),
      headers: {
        Accept: accept ?? 'application/json',
        ...(as ? { Authorization: `Bearer mock-${as}` } : {}),
        ...(body === undefined
          ? {}
          : { 'Content-Type': typeof body === 'string' ? 'text/xml' : 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    })
  async function json<T>(path: string, status = 200, wish: Wish = {}): Promise<T> {
    const response = await ask(path, wish)
    const text = await response.text()
    if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${text}`)
    return JSON.parse(text) as T
  }
  return {
    lms,
    section,
    ask,
    json,
    grades: (query = '?limit=200', wish = {}) => json(`/sections/${section}/grades${query}`, 200, wish),
    assignment: async (title) => {
      const path = `/sections/${section}/assignments?limit=200`
      const { assignment } = await json<{ assignment: Array<{ id: number; title: string }> }>(path)
      const found = assignment.find((one) => one.title === title)
      if (!found) throw new Error(`No ${title}`)
      return found.id
    },
    learner: (place) => course.roster.firstId + place,
  }
}
