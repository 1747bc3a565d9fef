import { expect, test } from 'vitest'
import { seesEnrolments } from './enrolment-access.ts'
import type { RoleName } from './model.ts'
import { KEY, SITE_STAFF, TEACHER, smallSchool } from './testing-school.ts'

function sees(role: RoleName, courseKey: string | null): boolean {
  const { school } = smallSchool({ roles: [{ userId: TEACHER.id, org: 'Test', courseKey, role }] })
  return seesEnrolments(school, TEACHER, KEY)
}

test.each(['staff', 'instructor'] as const)('%s of the very course sees its enrolments', (role) => {
  expect(sees(role, KEY)).toBe(true)
  expect(sees(role, 'course-v1:Test+Other+2026')).toBe(false)
  expect(sees(role, null)).toBe(false)
})

test.each(['limited_staff', 'beta_testers', 'data_researcher'] as const)('%s does not', (role) => {
  expect(sees(role, KEY)).toBe(false)
})

test('staff of the site see all', () => {
  expect(seesEnrolments(smallSchool({ roles: [] }).school, SITE_STAFF, KEY)).toBe(true)
})
