import { accountById } from '#mocks/lms/accounts.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'

/** Gives as whom somebody looks at a course: a learner for staff who put on that learner's mask, else themselves. */
export function seenAs(school: School, course: Course, account: Account): Account {
  const mask = school.world.masquerade?.(course, account.id) ?? null
  return (mask === null ? undefined : accountById(school, mask)) ?? account
}
