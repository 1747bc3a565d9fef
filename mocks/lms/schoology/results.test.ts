import { describe, expect, test } from 'vitest'
import type { School } from '#mocks/lms/store.ts'
import { setScore } from '#mocks/lms/scores.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import {
  ANN,
  BEN,
  TEACHER,
  chapter,
  key,
  problem,
  smallSchool,
  subsection,
} from '#mocks/lms/testing-school.ts'
import { type Section, sectionOf } from './items.ts'
import { type Exception, changeMark, markOf, marksOf } from './marks.ts'
import { type Result, resultsOf } from './results.ts'
import { type ItemSetup, type SectionSetup, setUp } from './setup.ts'

const ITEM: ItemSetup = { categoryId: 1, periodId: 1, scaleId: 0, factor: 1, examWeight: null, counts: true }

const SETUP: SectionSetup = {
  title: 'One',
  periods: [{ id: 1, title: 'Period', weight: 50, start: null, end: null }],
  categories: [{ id: 1, title: 'Work', calculationType: 1, dropLowest: 0, weight: 100 }],
  weighted: true,
  scales: [],
  items: {
    [key('w1')]: ITEM,
    [key('w2')]: ITEM,
    [key('w3')]: ITEM,
    [key('other')]: { ...ITEM, periodId: 0 },
    [key('exam')]: { ...ITEM, categoryId: 0, periodId: 0, examWeight: 50 },
  },
  archived: [],
}

/** The captured answers: 97, 95 and 82 of 100, and 9 points of 12 in an exam that weighs as much as the period. */
function captured(setup: Partial<SectionSetup> = {}): { school: School; section: Section } {
  const blocks = [100, 100, 100, 10, 12].map((points, index) => {
    const name = ['w1', 'w2', 'w3', 'other', 'exam'][index] ?? ''
    return subsection(name, { problems: [problem(`${name}_q`, points)] })
  })
  const { school, course } = smallSchool({
    course: { chapters: [chapter('one', blocks)] },
    answers: { ann: { w1: [97], w2: [95], w3: [82], exam: [9] } },
  })
  setUp(school, course, { ...SETUP, ...setup })
  return { school, section: sectionOf(school, course) }
}

function results(school: School, section: Section): Record<string, number | null> {
  const all = resultsOf(school, section, ANN.id, marksOf(school, section, ANN.id))
  return Object.fromEntries(all.map(({ title, grade }: Result) => [title, grade]))
}

function itemOf(section: Section, block: string) {
  const item = section.items.find(({ place }) => place.subsection.key === key(block))
  if (!item) throw new Error(`No ${block}`)
  return item
}

function except(school: School, section: Section, block: string, exception: Exception): void {
  changeMark(school, section.course, ANN.id, itemOf(section, block), { exception, blank: true })
}

describe('the captured answers', () => {
  test('period 91.33, exam 9 points, final 83.17', () => {
    const { school, section } = captured()
    const { Period: period, 'The exam': exam, Final: final, Other: other } = results(school, section)
    expect(period).toBeCloseTo(91.33, 10)
    expect(exam).toBe(9)
    expect(final).toBeCloseTo(83.17, 10)
    expect(other).toBeNull()
  })

  test('with one assignment excused: 89.5 and 82.25', () => {
    const { school, section } = captured()
    except(school, section, 'w2', 1)
    const { Period: period, Final: final } = results(school, section)
    expect(period).toBeCloseTo(89.5, 10)
    expect(final).toBeCloseTo(82.25, 10)
  })
})

describe('results', () => {
  test('count what is missing as 0, and leave out what is incomplete', () => {
    const { school, section } = captured()
    except(school, section, 'w2', 3)
    expect(results(school, section)['Period']).toBeCloseTo(59.67, 10)
    except(school, section, 'w2', 2)
    expect(results(school, section)['Period']).toBeCloseTo(89.5, 10)
    except(school, section, 'exam', 3)
    expect(results(school, section)).toMatchObject({ 'The exam': null })
    expect(results(school, section)['Final']).toBeCloseTo(44.75, 10)
  })

  test('are null where nothing that is graded weighs anything', () => {
    const { school, section } = captured({
      periods: SETUP.periods.map((period) => ({ ...period, weight: 0 })),
      items: { ...SETUP.items, [key('exam')]: { ...ITEM, examWeight: 0 } },
    })
    expect(results(school, section)['Final']).toBeNull()
    const weightless = captured({ categories: SETUP.categories.map((one) => ({ ...one, weight: 0 })) })
    expect(results(weightless.school, weightless.section)['Period']).toBeNull()
  })

  test('of “Other” are a grade that does not count', () => {
    const { school, section } = captured()
    const before = results(school, section)['Final']
    setScore(school, section.course, ANN.id, problem('other_q', 10).key, 4)
    const after = results(school, section)
    expect(after['Other']).toBeCloseTo(40, 10)
    expect(after['Final']).toBe(before)
  })
})

describe('a mark', () => {
  test('that is blank comes back with a later score or override', () => {
    const { school, section } = captured()
    const points = () => markOf(school, section.course, ANN.id, itemOf(section, 'w1'))?.points
    const blank = () =>
      changeMark(school, section.course, ANN.id, itemOf(section, 'w1'), { exception: 0, blank: true })
    expect(points()).toBe(97)
    blank()
    expect(points()).toBeNull()
    setScore(school, section.course, ANN.id, problem('w1_q', 100).key, 40)
    expect(points()).toBe(40)
    blank()
    expect(points()).toBeNull()
    applyOverride(school, section.course, TEACHER, {
      userId: ANN.id,
      usageKey: key('w1'),
      grade: { earnedGraded: 60 },
    })
    expect(points()).toBe(60)
  })

  test('is of nothing that nobody did', () => {
    const { school, section } = captured()
    const mark = markOf(school, section.course, BEN.id, itemOf(section, 'w1'))
    expect(mark).toMatchObject({ points: null, exception: 0, at: null })
    expect(resultsOf(school, section, BEN.id, marksOf(school, section, BEN.id)).at(-1)?.grade).toBeNull()
  })
})
