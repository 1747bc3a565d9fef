import type { UserId } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { type FinalComment, finalCommentOf } from './final-comments.ts'
import { type Score, type WeightedPart, categoryGrade, finalGrade, periodGrade } from './final-grades.ts'
import { type Section, isExam } from './items.ts'
import type { Mark } from './marks.ts'
import type { GradingCategory } from './setup.ts'

/** The grade of a period, of an exam, or of the whole course. */
export interface Result {
  /** `p<id>`, `other` for what belongs to no period, `a<assignment id>` for an exam, `final`. */
  readonly periodId: string
  readonly title: string
  /** Percent; points for an exam. Null where there is none. */
  readonly grade: number | null
  /** Share of the final grade; null where it has none of its own. */
  readonly weight: number | null
  readonly categories: ReadonlyArray<{ readonly category: GradingCategory; readonly grade: number | null }>
  readonly comment: FinalComment | undefined
}

/** Gives what a section's final grades are made of: periods, “Other”, exams, and the final grade, in this order. */
export function partsOf({ setup, items }: Section): Array<Pick<Result, 'periodId' | 'title' | 'weight'>> {
  return [
    ...setup.periods.map(({ id, title, weight }) => ({ periodId: `p${id}`, title, weight })),
    { periodId: 'other', title: 'Other', weight: null },
    ...items.filter(isExam).map(({ id, place, examWeight }) => ({
      periodId: `a${id}`,
      title: place.subsection.name,
      weight: examWeight,
    })),
    { periodId: 'final', title: 'Final', weight: null },
  ]
}

/** Gives a learner's results in a section from their grades, in the order of `partsOf`. */
export function resultsOf(
  school: School,
  section: Section,
  userId: UserId,
  marks: readonly Mark[],
): Result[] {
  const { course, setup } = section
  const weighed: WeightedPart[] = []
  return partsOf(section).map((part): Result => {
    const { periodId, weight } = part
    const comment = finalCommentOf(school, course, userId, periodId)
    if (periodId === 'final') return { ...part, grade: finalGrade(weighed), categories: [], comment }
    if (periodId.startsWith('a')) {
      const mark = marks.find(({ item }) => `a${item.id}` === periodId)
      const score = mark && scoreOf(mark)
      const percent = score && score.max > 0 ? (score.points / score.max) * 100 : null
      weighed.push({ grade: percent, weight: weight ?? 0 })
      return { ...part, grade: mark?.points ?? null, categories: [], comment }
    }
    const scores = marks.filter((mark) => periodOf(mark) === periodId).flatMap((mark) => scoreOf(mark) ?? [])
    const grade = periodGrade(setup.categories, scores, setup.weighted)
    // “Other” has a grade, and no weight.
    weighed.push({ grade, weight: weight ?? 0 })
    return {
      ...part,
      grade,
      categories: setup.categories.map((category) => gradeOf(category, scores)),
      comment,
    }
  })
}

/** Gives the period to which a grade belongs: `p<id>`, or `other`. An exam belongs to none. */
export function periodOf({ item }: Mark): string {
  if (isExam(item)) return `a${item.id}`
  return item.periodId === 0 ? 'other' : `p${item.periodId}`
}

function gradeOf(category: GradingCategory, scores: readonly Score[]): Result['categories'][number] {
  const own = scores.filter(({ categoryId }) => categoryId === category.id)
  return { category, grade: categoryGrade(category, own) }
}

/** What is excused, incomplete or not graded does not count; what is missing counts 0. */
function scoreOf({ item, points, exception }: Mark): Score | undefined {
  const counted = exception === 3 ? 0 : points
  if (counted === null || !item.counts) return undefined
  return { categoryId: item.categoryId, points: counted, max: item.maxPoints, factor: item.factor }
}
