import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CourseSummary } from '#src/lms/lms.ts'
import { groupCourses, searchCourses, standingIn } from './course-groups.ts'

const NOW = new Date('2026-11-20T09:00:00Z')
const COLLATOR = new Intl.Collator('en')

function course(id: string, facts: Partial<CourseSummary> = {}): CourseSummary {
  return {
    id,
    name: id,
    org: 'MITx',
    number: null,
    run: null,
    start: null,
    end: null,
    role: 'staff',
    enrolled: false,
    ...facts,
  }
}

const idsOf = (courses: readonly CourseSummary[] = []) => courses.map(({ id }) => id)

describe('standingIn', () => {
  test.each([
    ['a role in the team', { role: 'staff' }, 'teaching'],
    ['a role that the app has no words for', { role: 'course_coach' }, 'teaching'],
    ['a role and an enrolment', { role: 'instructor', enrolled: true }, 'teaching'],
    ['an enrolment alone', { role: null, enrolled: true }, 'learning'],
    ['testing it', { role: 'beta_testers' }, 'learning'],
    ['neither', { role: null }, 'site'],
  ] as const)('%s', (_, facts, standing) => {
    expect(standingIn(course('a', facts))).toBe(standing)
  })
})

describe('groupCourses', () => {
  test('puts taught courses first and leaves empty groups out', () => {
    const groups = groupCourses(
      [course('seen', { role: null }), course('learnt', { role: null, enrolled: true }), course('taught')],
      NOW,
      COLLATOR,
    )
    expect(groups.map(({ standing }) => standing)).toEqual(['teaching', 'learning', 'site'])
    expect(groupCourses([course('taught')], NOW, COLLATOR)).toHaveLength(1)
  })

  test('has a course past from the moment of its end on; without an end it never is', () => {
    const [group] = groupCourses(
      [
        course('over', { end: '2026-11-20T08:59:59Z' }),
        course('ends now', { end: '2026-11-20T10:00:00+01:00' }),
        course('endless'),
      ],
      NOW,
      COLLATOR,
    )
    expect(idsOf(group?.past)).toEqual(['over'])
    expect(idsOf(group?.current).toSorted()).toEqual(['endless', 'ends now'])
  })

  test('orders by the latest start, then the latest end of past ones, then the name; unknown dates last', () => {
    const [group] = groupCourses(
      [
        course('undated'),
        course('B', { start: '2026-09-01T00:00:00Z' }),
        course('Á', { start: '2026-09-01T00:00:00Z' }),
        course('new', { start: '2026-11-01T00:00:00Z' }),
        course('older', { start: '2026-01-01T00:00:00Z', end: '2026-02-01T00:00:00Z' }),
        course('old', { start: '2025-01-01T00:00:00Z', end: '2026-08-01T00:00:00Z' }),
      ],
      NOW,
      COLLATOR,
    )
    expect(idsOf(group?.current)).toEqual(['new', 'Á', 'B', 'undated'])
    expect(idsOf(group?.past)).toEqual(['old', 'older'])
  })

  test('loses no course and lists none twice', () => {
    const date = fc.option(fc.constantFrom('2020-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'no date'))
    const facts = fc.record({
      start: date,
      end: date,
      role: fc.option(fc.constantFrom('staff', 'beta_testers')),
      enrolled: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(facts), (all) => {
        const courses = all.map((one, index) => course(String(index), one))
        const listed = groupCourses(courses, NOW, COLLATOR).flatMap(({ current, past }) => [
          ...current,
          ...past,
        ])
        expect(idsOf(listed).toSorted()).toEqual(idsOf(courses).toSorted())
      }),
    )
  })
})

describe('searchCourses', () => {
  const courses = [
    course('a', { name: 'Introducción a la Estadística', number: '18.05', run: '2026_Autumn' }),
    course('b', { name: 'Statistics 101', org: null, number: null }),
  ]

  test.each([
    ['estadistica', ['a']],
    ['MITX  autumn', ['a']],
    ['18.05', ['a']],
    ['stat', ['b']],
    ['autumn 101', []],
    ['  ', ['a', 'b']],
  ])('“%s”', (text, ids) => {
    expect(idsOf(searchCourses(courses, text))).toEqual(ids)
  })
})
