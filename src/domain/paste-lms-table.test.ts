import { expect, test } from 'vitest'
import type { Assignment } from './course.ts'
import { guessMapping } from './paste-columns.ts'
import { LearnerIndex } from './paste-learners.ts'
import { readDelimited } from './read-delimited.ts'

const hw = (block: string, name: string, label: string): Assignment => ({
  id: `block-v1:X+Y+Z+type@sequential+block@${block}`,
  name,
  label,
  type: 'Homework',
})
const assignments = [hw('hw_01', 'Homework 1', 'HW 01'), hw('0123456789ab', 'Homework 2', 'HW 02')]
// Their keys are numbers, as those of users are.
const learners = new LearnerIndex(
  ['7', '8'].map((key) => ({ id: key, username: `u${key}`, name: null, email: null, studentKey: key })),
)
const rolesOf = (text: string, among = assignments) =>
  guessMapping(readDelimited(text), { learners, assignments: among, possible: () => 10, decimal: '.' }).roles
const columns = (key: string) =>
  ['name', 'grade', 'original_grade', 'previous_override', 'new_override'].map((kind) => `${kind}-${key}`)
const WHO = 'user_id,username,student_key,course_id,track,cohort'
const score = (at: number) => ({ kind: 'score', subsectionId: assignments[at]?.id, mode: 'points' })

test('of a table that the LMS wrote, only what is to be overridden is read, in points', () => {
  const roles = rolesOf(
    [
      [WHO, ...columns('hw_01'), ...columns('01234567')].join(','),
      '7,u7,,course-v1:X+Y+Z,audit,,Homework 1,8.0,8.0,,80,Homework 2,7.0,3.0,7.0,',
      '8,u8,,course-v1:X+Y+Z,audit,Tuesday,Homework 1,,,,,Homework 2,5.0,5.0,,',
    ].join('\r\n'),
  )
  const kinds = roles.map((role) => (role.kind === 'learner' ? role.by : role.kind))
  expect(kinds.slice(0, 6)).toEqual(['ignored', 'username', 'studentKey', 'ignored', 'ignored', 'ignored'])
  expect(roles.slice(6).flatMap((role, at) => (role.kind === 'score' ? [[at, role]] : []))).toEqual([
    [4, score(0)],
    [9, score(1)],
  ])
})

test.each([
  ['where no line tells the name, by the id', 'HW_01', '', 0],
  ['where two have the name, by the id', '01234567', 'Twin', 1],
])('%s', (_, key, name, at) => {
  const twins = assignments.map((one) => ({ ...one, name: 'Twin' }))
  const roles = rolesOf(`${[WHO, ...columns(key)].join(',')}\r\n7,u7,,,,,${name},8,8,,9`, twins)
  expect(roles.at(-1)).toEqual(score(at))
})

test('an id that begins like another’s tells nothing', () => {
  const alike = [hw('homework_1', 'Twin', 'A'), hw('homework_2', 'Twin', 'B')]
  const roles = rolesOf(`${[WHO, ...columns('homework')].join(',')}\r\n7,u7,,,,,Twin,8,8,,9`, alike)
  expect(roles.at(-1)).toEqual({ kind: 'ignored' })
})

test('a column that is only called so is none of the LMS’s', () => {
  expect(rolesOf('username,new_override-hw_01\r\nu7,8')[1]).toEqual({ kind: 'ignored' })
  const called = [{ ...hw('a', 'new_override-x', 'A') }]
  expect(rolesOf('username,new_override-x\r\nu7,8', called)[1]).toMatchObject({ kind: 'score' })
})
