import { describe, expect, test } from 'vitest'
import { replay } from './journal.ts'
import type { Problem } from './course-model.ts'
import { setScore } from './scores.ts'
import { solutionsOf, submissionsOf } from './submissions.ts'
import { ANN, BEN, chapter, problem, smallSchool, subsection } from './testing-school.ts'

const THREE = problem('three', 3)
const ESSAY = problem('essay', 100)
const LIBRARY: Problem = { ...problem('drawn', 2), fromLibrary: true }
const CLASS = {
  course: { chapters: [chapter('one', [subsection('hw1', { problems: [THREE, ESSAY, LIBRARY] })])] },
  answers: { ann: { hw1: [2, 60, 2] }, Ben: { hw1: [null, 100, 1] } },
}

const namesOf = (of: ReturnType<typeof submissionsOf>) => of.map(({ problem: { name } }) => name)

describe('what a learner submitted', () => {
  test('is what was answered, without what is from a library', () => {
    const { school, course } = smallSchool(CLASS)
    expect(namesOf(submissionsOf(school, course, ANN.id))).toEqual(['three', 'essay'])
    expect(namesOf(submissionsOf(school, course, BEN.id))).toEqual(['essay'])
    expect(submissionsOf(school, course, 999)).toEqual([])
  })

  test('has as many parts right as points, in the newest submission', () => {
    const { school, course } = smallSchool(CLASS)
    const [three, essay] = submissionsOf(school, course, ANN.id).map(({ submissions }) => submissions[0])
    expect(three?.earned).toBe(2)
    expect(three?.answers?.map(({ given, solution }) => given === solution)).toEqual([true, true, false])
    expect(essay?.answers?.map(({ given, solution }) => given === solution)).toEqual([false])
    const [full] = submissionsOf(school, course, BEN.id)
    expect(full?.submissions[0]?.answers?.map(({ given, solution }) => given === solution)).toEqual([true])
  })

  test('is hidden with a subsection that the learner cannot see', () => {
    const { school, course } = smallSchool({
      ...CLASS,
      course: {
        chapters: [chapter('one', [subsection('hw1', { problems: [THREE, ESSAY], onlyCohorts: [7] })])],
        cohorts: [{ id: 7, name: 'Seven', assignmentType: 'manual' }],
      },
    })
    expect(submissionsOf(school, course, ANN.id)).toEqual([])
  })
})

describe('a score from outside', () => {
  test('stands before what was answered, without answers', () => {
    const { school, course } = smallSchool(CLASS)
    const before = submissionsOf(school, course, ANN.id)[0]?.submissions
    setScore(school, course, ANN.id, THREE.key, 1.5)
    const after = submissionsOf(school, course, ANN.id)[0]?.submissions
    expect(after?.slice(1)).toEqual(before)
    expect(after?.[0]).toEqual({
      attempt: (before?.length ?? 0) + 1,
      answers: null,
      earned: 1.5,
      at: school.now,
    })
  })

  test('is the only one where nothing was answered, also when it was taken back; and is there after a reload', () => {
    const { school, course } = smallSchool(CLASS)
    setScore(school, course, BEN.id, THREE.key, 3)
    expect(submissionsOf(school, course, BEN.id)[0]?.submissions).toMatchObject([
      { earned: 3, answers: null },
    ])
    setScore(school, course, BEN.id, THREE.key, null)
    const left = submissionsOf(school, course, BEN.id)
    expect(left[0]?.submissions).toMatchObject([{ earned: null, answers: null }])
    const again = smallSchool(CLASS)
    replay(again.school, school.journal)
    expect(submissionsOf(again.school, again.course, BEN.id)).toEqual(left)
  })
})

test.each([
  [1, 1],
  [10, 10],
  [11, 1],
  [0, 1],
  [2.5, 1],
])('a problem of %d points has %d questions', (rawPossible, parts) => {
  const solutions = solutionsOf(problem('any', rawPossible))
  expect(solutions).toHaveLength(parts)
  expect(solutions.every((solution) => solution >= 1 && solution <= 101)).toBe(true)
})
