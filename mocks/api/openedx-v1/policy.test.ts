import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK, testServer } from '#mocks/http/test-client.ts'

interface Rule {
  assignment_type: string | null
  count: number | null
  dropped: number | null
  weight: number | null
}
interface Info {
  grade_cutoffs: Record<string, number>
  assignment_types: Record<string, Record<string, unknown>>
  subsections: Array<
    Record<string, unknown> & { module_id: string; graded: boolean; short_label: string | null }
  >
  grades_frozen: boolean
  can_see_bulk_management: boolean
}

const POLICY = `/api/grades/v1/policy/courses/${COURSE}/`
const INFO = `${GRADEBOOK}grading-info`

const server = serverForEach('instructor')

describe('the policy', () => {
  test('is a bare array in its own order, whatever page is asked', async () => {
    const policy = await server.json(POLICY)
    expect(policy).toEqual([
      { assignment_type: 'Homework', count: 12, dropped: 2, weight: 0.15 },
      { assignment_type: 'Lab', count: 9, dropped: 2, weight: 0.15 },
      { assignment_type: 'Midterm exam', count: 1, dropped: 0, weight: 0.3 },
      { assignment_type: 'Final exam', count: 1, dropped: 0, weight: 0.4 },
    ])
    expect(await server.json(`${POLICY}?page=7&page_size=0`)).toEqual(policy)
  })

  test('is empty, and not missing, where there are no types', async () => {
    const none = await testServer({ scenario: 'no-policy' })
    expect(await none.json(POLICY)).toEqual([])
    expect(await none.json(INFO)).toMatchObject({ assignment_types: {} })
    await none.close()
  })

  test('has null for what is missing, and a number for a count that is text', async () => {
    const broken = await testServer({ scenario: 'broken-policy' })
    const lab = ((await broken.json(POLICY)) as Rule[]).find((rule) => rule.assignment_type === 'Lab')
    expect(lab).toEqual({ assignment_type: 'Lab', count: 9, dropped: 2, weight: null })
    await broken.close()
    const messy = await testServer({ scenario: 'messy-policy' })
    const [homework] = (await messy.json(POLICY)) as Rule[]
    expect(homework?.count).toBe(15)
    await messy.close()
  })

  test('needs no gradebook: it answers where the flag is off', async () => {
    const off = await testServer({ scenario: 'flag-off' })
    expect((await off.ask(POLICY)).status).toBe(200)
    await off.close()
  })
})

describe('grading-info', () => {
  const info = async (query = '') => (await server.json(INFO + query)) as Info

  test('has its keys in order, types keyed by name in the policy’s order', async () => {
    const all = await info()
    expect(Object.keys(all)).toEqual([
      'grade_cutoffs',
      'assignment_types',
      'subsections',
      'grades_frozen',
      'can_see_bulk_management',
    ])
    expect(all.grade_cutoffs).toEqual({ A: 0.9, B: 0.75, C: 0.6 })
    expect(Object.entries(all.assignment_types).slice(0, 2)).toEqual([
      ['Homework', { type: 'Homework', short_label: 'HW', min_count: 12, drop_count: 2, weight: 0.15 }],
      ['Lab', { type: 'Lab', short_label: 'Lab', min_count: 9, drop_count: 2, weight: 0.15 }],
    ])
  })

  test('numbers even a single exam, and leaves ungraded work without a label', async () => {
    const { subsections } = await info()
    const labels = subsections.map(({ short_label: label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['HW 12', 'Midterm 01', 'Final 01']))
    expect(subsections.filter(({ graded }) => !graded).every((one) => one.short_label === null)).toBe(true)
    // Ungraded, and still of a type.
    expect(subsections).toContainEqual({
      assignment_type: 'Homework',
      graded: false,
      short_label: null,
      module_id: `${COURSE.replace('course', 'block')}+type@sequential+block@hw_00`,
      display_name: 'Homework 0: try the tools',
    })
  })

  test('leaves out what is for staff only or hidden, which the gradebook may show', async () => {
    const { subsections } = await info()
    const blocks = new Set(subsections.map(({ module_id: key }) => key.split('@').at(-1)))
    for (const hidden of ['lab_04', 'trial_exam', 'marking_guide']) expect(blocks).not.toContain(hidden)
    const { results } = (await server.json(`${GRADEBOOK}?page_size=1`)) as {
      results: Array<{ section_breakdown: Array<{ module_id: string }> }>
    }
    const columns = results[0]?.section_breakdown.map(({ module_id: key }) => key.split('@').at(-1))
    expect(columns).toContain('lab_04')
    expect(columns).not.toContain('trial_exam')
  })

  test.each(['', '?graded_only=', '?graded_only=false', '?page=3&page_size=0'])(
    'has everything for “%s”',
    async (query) => {
      expect(await info(query)).toEqual(await info())
    },
  )

  test('tells frozen grades, and bulk management by track or by flag', async () => {
    const frozen = await testServer({ scenario: 'frozen' })
    expect(await frozen.json(INFO)).toMatchObject({ grades_frozen: true })
    await frozen.close()
    const analytics = '/api/grades/v1/gradebook/course-v1:MITx+15.071+2026_Autumn/grading-info'
    expect(await server.json(analytics)).toMatchObject({
      grades_frozen: false,
      can_see_bulk_management: false,
    })
    expect(await info()).toMatchObject({ can_see_bulk_management: true })
  })
})
