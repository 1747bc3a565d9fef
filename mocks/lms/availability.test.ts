import { describe, expect, test } from 'vitest'
import { availableTo, countsInTotal, showsScores } from './availability.ts'
import type { ShowCorrectness, Subsection } from './course-model.ts'
import type { RoleName, UserId } from './model.ts'
import { blockId } from './keys.ts'
import { subsectionsOf } from './outline.ts'
import {
  ANN,
  BEN,
  DAY,
  KEY,
  NOW,
  SITE_STAFF,
  TEACHER,
  chapter,
  enrolled,
  smallSchool,
  subsection,
} from './testing-school.ts'

const chapters = [
  chapter('one', [
    subsection('open'),
    subsection('opened', { start: NOW }),
    subsection('soon', { start: NOW + 4 * DAY }),
    subsection('later', { start: NOW + 6 * DAY }),
    subsection('guide', { staffOnly: true }),
    subsection('group', { onlyCohorts: [1] }),
    subsection('unlisted', { hiddenFromOutline: true }),
  ]),
]

function availableBlocks(userId: UserId, roles: readonly RoleName[] = []): string[] {
  const { school, course } = smallSchool({
    course: { chapters, cohorts: [{ id: 1, name: 'The group', assignmentType: 'manual' }] },
    enrolments: [enrolled(ANN.id, { cohortId: 1 }), enrolled(BEN.id, { cohortId: 2 })],
    roles: [
      { userId: TEACHER.id, org: 'Test', courseKey: KEY, role: 'limited_staff' },
      ...roles.map((role) => ({ userId, org: 'Test', courseKey: KEY, role })),
    ],
  })
  return subsectionsOf(course)
    .filter(availableTo(school, course, userId))
    .map((place) => blockId(place.subsection.key))
}

test('learners get what is open and meant for their cohort', () => {
  expect(availableBlocks(ANN.id)).toEqual(['open', 'opened', 'group', 'unlisted'])
  expect(availableBlocks(BEN.id)).toEqual(['open', 'opened', 'unlisted'])
})

test('beta testers get it five days earlier', () => {
  expect(availableBlocks(BEN.id, ['beta_testers'])).toEqual(['open', 'opened', 'soon', 'unlisted'])
})

test('the team gets everything', () => {
  const all = ['open', 'opened', 'soon', 'later', 'guide', 'group', 'unlisted']
  expect(availableBlocks(TEACHER.id)).toEqual(all)
  expect(availableBlocks(SITE_STAFF.id)).toEqual(all)
})

function treatment(showCorrectness: ShowCorrectness, due: Subsection['due'], staff: boolean): string {
  const reader = { staff, now: NOW }
  if (showsScores({ showCorrectness, due }, reader)) return 'shown'
  return countsInTotal({ showCorrectness, due }, reader) ? 'counted' : 'left out'
}

describe('scores', () => {
  const past = NOW - DAY
  const future = NOW + DAY
  const cases: ReadonlyArray<[ShowCorrectness, Subsection['due'], string, string]> = [
    ['always', future, 'shown', 'shown'],
    ['past_due', past, 'shown', 'shown'],
    ['past_due', null, 'shown', 'shown'],
    ['past_due', future, 'left out', 'shown'],
    ['never', past, 'left out', 'left out'],
    ['never_but_include_grade', future, 'counted', 'counted'],
  ]

  test.each(cases)(
    'that show %s, due %s, are %s for the learner and %s for staff',
    (show, due, learner, staff) => {
      expect(treatment(show, due, false)).toBe(learner)
      expect(treatment(show, due, true)).toBe(staff)
    },
  )
})
