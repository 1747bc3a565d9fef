import { describe, expect, test } from 'vitest'
import { blockId } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account } from '#mocks/lms/model.ts'
import { type Progress, progressOf } from './progress.ts'
import type { School } from '#mocks/lms/store.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { learnerGrades } from '#mocks/lms/grades.ts'
import {
  ANN,
  DAY,
  NOW,
  TEACHER,
  chapter,
  enrolled,
  key,
  problem,
  smallSchool,
  subsection,
} from '#mocks/lms/testing-school.ts'

/** One full score in each of four types, of which two are hidden from the learner until they are due. */
const DEFAULT_POLICY = {
  rules: [
    ['Homework', 12, 2, 0.15],
    ['Lab', 12, 2, 0.15],
    ['Midterm', 1, 0, 0.3],
    ['Final', 1, 0, 0.4],
  ].map(([type, minCount, dropCount, weight]) => ({
    type: String(type),
    shortLabel: String(type),
    minCount: Number(minCount),
    dropCount: Number(dropCount),
    weight: Number(weight),
  })),
  cutoffs: [{ letter: 'Pass', from: 0.5 }],
}

const due = NOW + DAY

function hiddenScores(): { school: School; course: Course } {
  return smallSchool({
    enrolments: [enrolled(ANN.id, { mode: 'verified' })],
    course: {
      policy: DEFAULT_POLICY,
      chapters: [
        chapter('one', [
          subsection('reading', { graded: false, format: null, problems: [] }),
          subsection('hw1', { problems: [problem('q', 10), problem('p', 2, { graded: false })] }),
          subsection('lab1', { format: 'Lab', showCorrectness: 'never' }),
        ]),
        chapter('exams', [
          subsection('midterm', { format: 'Midterm', showCorrectness: 'never_but_include_grade' }),
          subsection('final', { format: 'Final', showCorrectness: 'past_due', due }),
          subsection('closed', { format: 'Homework', due: NOW - DAY, hideAfterDue: true }),
          subsection('later', { format: 'Homework', start: NOW + DAY }),
          subsection('guide', { staffOnly: true }),
        ]),
      ],
    },
    answers: { ann: { hw1: [10, 1], lab1: [10], midterm: [10], final: [10] } },
  })
}

function seenBy(reader: Account): Progress {
  const { school, course } = hiddenScores()
  return progressOf(school, course, ANN, reader)
}

describe('the total', () => {
  test('is over what the reader may see: the learner waits for the final exam, staff only for what never shows', () => {
    const { school, course } = hiddenScores()
    expect(learnerGrades(school, course, ANN.id).course.percent).toBe(0.73)
    expect(progressOf(school, course, ANN, ANN).courseGrade).toEqual({
      percent: 0.32,
      letter: null,
      passed: false,
    })
    expect(progressOf(school, course, ANN, TEACHER).courseGrade).toEqual({
      percent: 0.72,
      letter: 'Pass',
      passed: true,
    })
  })

  test('does not decide on passing: the stored grade does', () => {
    expect(seenBy(ANN).passing).toBe(true)
  })

  test('counts hidden scores in the final grades, and not those that wait', () => {
    expect(seenBy(ANN).finalGrades).toBe(0.315)
    expect(seenBy(TEACHER).finalGrades).toBe(0.715)
    expect(
      seenBy(ANN).types.map(({ type, hiddenContribution, lastPublished }) => [
        type,
        hiddenContribution,
        lastPublished,
      ]),
    ).toEqual([
      ['Homework', 'none', null],
      ['Lab', 'some', null],
      ['Midterm', 'all', null],
      ['Final', 'all', due],
    ])
  })
})

describe('sections', () => {
  test('hold what is open to the learner, without hidden scores that count', () => {
    const { sections } = seenBy(ANN)
    expect(sections.map(({ chapter, subsections }) => [chapter.name, subsections.map(blockOf)])).toEqual([
      ['one', ['reading', 'hw1', 'lab1']],
      ['exams', ['final', 'closed']],
    ])
  })

  test('tell points, problems, and what must not be shown', () => {
    const [one, exams] = seenBy(ANN).sections
    expect(one?.subsections[1]).toMatchObject({
      grade: { effective: { earnedGraded: 10, possibleGraded: 10 }, percent: 1 },
      problems: [
        { earned: 10, possible: 10 },
        { earned: 1, possible: 2 },
      ],
      showsScores: true,
    })
    expect(one?.subsections[2]?.showsScores).toBe(false)
    expect(exams?.subsections.map(({ showsScores, open }) => [showsScores, open])).toEqual([
      [false, true],
      [true, false],
    ])
  })

  test('are open to staff after they closed, and show what waits', () => {
    const [, exams] = seenBy(TEACHER).sections
    expect(exams?.subsections.map(({ showsScores, open }) => [showsScores, open])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('follow an override', () => {
    const { school, course } = hiddenScores()
    const grade = { earnedGraded: 4, comment: 'Re-marked' }
    applyOverride(school, course, TEACHER, { userId: ANN.id, usageKey: key('hw1'), grade })
    const [one] = progressOf(school, course, ANN, ANN).sections
    expect(one?.subsections[1]?.grade).toMatchObject({ percent: 0.4, override: { reason: 'Re-marked' } })
  })
})

describe('around it', () => {
  test('completion counts units, practice apart from what counts, and what opens later is announced', () => {
    expect(seenBy(ANN)).toMatchObject({
      completion: { complete: 6, incomplete: 1, locked: 0 },
      scheduledContent: true,
      enrolment: { mode: 'verified' },
    })
  })

  test('staff who are not enrolled have an empty page of their own', () => {
    const { school, course } = hiddenScores()
    expect(progressOf(school, course, TEACHER, TEACHER)).toMatchObject({
      enrolment: null,
      courseGrade: { percent: 0, letter: null },
      passing: false,
    })
  })
})

function blockOf({ grade }: { grade: { subsection: { key: string } } }): string {
  return blockId(grade.subsection.key)
}
