import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Endpoint } from '#src/lms/endpoint.ts'
import * as blocks from './endpoints-blocks.ts'
import * as breakdown from './endpoints-breakdown.ts'
import * as certificates from './endpoints-certificates.ts'
import * as courseGrades from './endpoints-course-grades.ts'
import * as courses from './endpoints-courses.ts'
import * as credit from './endpoints-credit.ts'
import * as home from './endpoints-home.ts'
import * as overrides from './endpoints-overrides.ts'
import * as people from './endpoints-people.ts'
import * as progress from './endpoints-progress.ts'
import * as submissions from './endpoints-submissions.ts'
import * as grades from './endpoints.ts'

const contract: Record<string, Endpoint> = {
  ...grades,
  ...overrides,
  ...courseGrades,
  ...breakdown,
  ...submissions,
  ...people,
  ...courses,
  ...progress,
  ...home,
  ...blocks,
  ...certificates,
  ...credit,
}

// After the published documents and, where those are wrong, what the servers' sources send.
// Named `<endpoint>.json`, or `<endpoint>.<case>.json`.
const samples = Object.entries(
  import.meta.glob<unknown>('./samples/*.json', { eager: true, import: 'default' }),
).map(([file, body]) => {
  const [name = '', variant = ''] = file.replace('./samples/', '').replace('.json', '').split('.')
  return { name, variant, body }
})

function sample(name: string, variant = ''): unknown {
  return samples.find((one) => one.name === name && one.variant === variant)?.body
}

type Parent = Record<string, unknown>

/** A copy of a sample with one field taken out (no value given) or replaced. */
function changed(name: string, path: string, ...value: [] | [unknown]): unknown {
  const copy = structuredClone(sample(name))
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((at, key) => at[key] as Parent, copy as Parent)
  if (value.length === 0) delete parent[last]
  else parent[last] = value[0]
  return copy
}

function parses(name: string, body: unknown): boolean {
  return contract[name]?.response.safeParse(body).success ?? false
}

afterEach(() => {
  vi.unstubAllGlobals()
})

// Stands first: what is compiled is compiled at the first parse.
test('parsing compiles no code, as a strict Content-Security-Policy demands', () => {
  vi.stubGlobal('Function', function compile() {
    throw new Error('code was compiled')
  })
  expect(parses('gradebook', sample('gradebook'))).toBe(true)
})

describe('every endpoint', () => {
  test.each(Object.entries(contract))('%s is documented and has a sample', (name, endpoint) => {
    expect(endpoint.doc).toMatch(/^https:\/\/docs\.openedx\.org\//)
    expect(sample(name)).toBeDefined()
  })

  test.each(Object.entries(contract))('%s refuses something else', (name) => {
    expect(parses(name, { developer_message: 'Not found.' })).toBe(false)
    expect(parses(name, null)).toBe(false)
    expect(parses(name, [[]])).toBe(false)
  })

  test.each(samples.filter(({ variant }) => variant !== 'request'))(
    'the sample of $name $variant parses',
    ({ name, body }) => {
      expect(contract[name]?.response.safeParse(body)).toMatchObject({ success: true })
    },
  )

  test.each(samples.filter(({ variant }) => variant === 'request'))(
    'the sample request of $name parses',
    ({ name, body }) => {
      expect(contract[name]?.body?.safeParse(body)).toMatchObject({ success: true })
    },
  )
})

describe('other releases', () => {
  test('fields of older releases are let through, and dropped', () => {
    const parsed = grades.gradebookOfLearner.response.parse(sample('gradebookOfLearner', 'legacy'))
    expect(parsed.section_breakdown[0]).not.toHaveProperty('displayed_value')
    expect(parsed.section_breakdown[0]?.attempted).toBeUndefined()
  })

  test.each([
    ['gradebook', 'results.0.profile_name'],
    ['gradebook', 'results.1.full_name'],
    ['gradebook', 'results.0.email'],
    ['gradebook', 'results.1.external_user_key'],
    ['gradebook', 'total_users_count'],
    ['gradebook', 'filtered_users_count'],
    ['gradebook', 'results.0.section_breakdown.0.label'],
    ['gradebook', 'results.0.section_breakdown.0.category'],
    ['subsection', 'history.0.history_user'],
    ['subsection', 'history.0.system'],
    ['subsection', 'history.0.override_reason'],
    ['progressOfLearner', 'certificate_data'],
    ['progressOfLearner', 'section_scores.0.subsections.0.due'],
    ['courses', 'results.0.end'],
    ['enrollmentCourse', 'course_end'],
  ])('of %s: %s may be absent or null', (name, path) => {
    expect(parses(name, changed(name, path))).toBe(true)
    expect(parses(name, changed(name, path, null))).toBe(true)
  })

  test.each([
    ['gradingInfo', 'grade_cutoffs'],
    ['gradingInfo', 'grades_frozen'],
    ['gradingInfo', 'can_see_bulk_management'],
    ['subsection', 'success'],
    ['progress', 'assignment_type_grade_summary'],
    ['progress', 'final_grades'],
    ['courseMetadata', 'course_modes'],
  ])('of %s: %s may be absent', (name, path) => {
    expect(parses(name, changed(name, path))).toBe(true)
  })

  test('an outcome names its learner by number or text', () => {
    const outcomes = overrides.bulkUpdate.response.parse(sample('bulkUpdate'))
    expect(outcomes.map(({ user_id }) => user_id)).toEqual([9, 9, 9, '1234-I-DO-NOT-EXIST'])
  })
})

describe('what a screen needs is demanded', () => {
  test.each([
    ['gradebook', 'results'],
    ['gradebook', 'results.0.user_id'],
    ['gradebook', 'results.0.username'],
    ['gradebook', 'results.0.percent'],
    ['gradebook', 'results.0.section_breakdown'],
    ['gradebook', 'results.0.section_breakdown.0.module_id'],
    ['gradingInfo', 'assignment_types'],
    ['gradingInfo', 'subsections.1.display_name'],
    ['subsection', 'override'],
    ['subsection', 'history.0.history_id'],
    ['subsection', 'history.0.history_date'],
    ['bulkUpdate', '0.success'],
    ['policy', '0.weight'],
    ['enrollmentCourse', 'course_name'],
    ['roles', 'is_staff'],
    ['cohorts', '0.id'],
    ['progress', 'username'],
    ['progress', 'course_grade.percent'],
    ['courses', 'pagination.num_pages'],
  ])('%s without %s is refused', (name, path) => {
    expect(parses(name, changed(name, path))).toBe(false)
  })

  test.each([
    ['gradebook', 'next', 2],
    ['gradebook', 'results.0.percent', '0.85'],
    ['gradebook', 'results.0.section_breakdown.0.score_earned', null],
    ['gradebook', 'results.0.section_breakdown.0.score_possible', '2.0'],
    ['gradebook', 'results.0.section_breakdown.0.attempted', 'yes'],
    ['gradingInfo', 'grade_cutoffs.Pass', '0.5'],
    ['gradingInfo', 'assignment_types.Homework.weight', '15%'],
    ['subsection', 'history.0.history_id', '1'],
    ['subsection', 'override.earned_graded_override', '0'],
    ['progress', 'course_grade.is_passing', 'no'],
    ['cohorts', '0.user_count', '12'],
  ])('%s whose %s is %j is refused', (name, path, value) => {
    expect(parses(name, changed(name, path, value))).toBe(false)
  })
})
