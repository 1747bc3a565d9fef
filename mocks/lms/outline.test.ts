import { expect, test } from 'vitest'
import { gradingInfo } from './grading-info.ts'
import { findSubsection, gradedSubsections, subsectionsOf } from './outline.ts'
import { Refusal } from './refusal.ts'
import { DAY, NOW, type SmallSchool, chapter, key, smallSchool, subsection } from './testing-school.ts'

function bulkManagement(given: SmallSchool): boolean {
  const { school, course } = smallSchool(given)
  return gradingInfo(school, course).bulkManagement
}

const chapters = [
  chapter('one', [
    subsection('intro', { graded: false, format: null }),
    subsection('hw1'),
    subsection('secret', { staffOnly: true }),
    subsection('hw2', { hiddenFromOutline: true }),
  ]),
  chapter('two', [subsection('poster', { format: 'Poster' }), subsection('loose', { format: null })], {
    start: NOW + DAY,
  }),
  chapter('team', [subsection('hw3')], { staffOnly: true }),
  chapter('hidden', [subsection('hw4', { start: NOW })], { hiddenFromOutline: true }),
]

test('labels run for each type over the graded subsections that are not staff-only', () => {
  const { course } = smallSchool({ course: { chapters } })
  expect(gradedSubsections(course).map(({ subsection, label }) => [subsection.key, label])).toEqual([
    [key('hw1'), 'HW 01'],
    [key('hw2'), 'HW 02'],
    [key('poster'), null],
    [key('loose'), null],
    [key('hw4'), 'HW 03'],
  ])
})

test('a subsection opens with its chapter or later', () => {
  const { course } = smallSchool({ course: { chapters } })
  const releases = subsectionsOf(course).map(({ released }) => released)
  expect(releases).toEqual([null, null, null, null, NOW + DAY, NOW + DAY, null, NOW])
})

test('a subsection is found by its key', () => {
  const { course } = smallSchool({ course: { chapters } })
  expect(findSubsection(course, key('hw2'))?.hidden).toBe(true)
  expect(findSubsection(course, key('hw9'))).toBeUndefined()
})

test('grading info leaves out what the outline hides, with all that is in it', () => {
  const { school, course } = smallSchool({ course: { chapters } })
  const { subsections } = gradingInfo(school, course)
  expect(subsections.map(({ subsection }) => subsection.key)).toEqual(
    ['intro', 'hw1', 'poster', 'loose'].map(key),
  )
})

test('bulk management follows the flag or a masters mode', () => {
  const masters = { slug: 'masters', name: 'Masters', minPrice: 0, currency: 'usd', expires: NOW - DAY }
  const flags = { writableGradebook: true, bulkManagement: true, freezeAfterEnd: true, progressPage: true }
  expect(bulkManagement({})).toBe(false)
  expect(bulkManagement({ course: { modes: [masters] } })).toBe(true)
  expect(bulkManagement({ course: { flags } })).toBe(true)
})

test('grading info fails over a policy that lacks a key', () => {
  const rules = [{ type: 'Homework', shortLabel: 'HW', minCount: null, dropCount: 0, weight: 1 }]
  const { school, course } = smallSchool({ course: { policy: { rules, cutoffs: [] } } })
  expect(() => gradingInfo(school, course)).toThrow(Refusal)
})
