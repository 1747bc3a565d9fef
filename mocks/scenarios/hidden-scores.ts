import type { Chapter, ShowCorrectness, Subsection } from '#mocks/lms/course-model.ts'
import { DAY, TODAY } from './calendar.ts'
import type { StatisticsPlan } from './courses.ts'

const KINDS: readonly ShowCorrectness[] = ['always', 'past_due', 'never', 'never_but_include_grade']
/** So many homeworks stay due when they were; the others are due in the days to come. */
const DUE_BEFORE = 8

/**
 * Scores hidden in every way, before they are due and after: of homework some, of labs all, for good; the midterm shows
 * since it was due, the final exam will.
 */
export const HIDDEN_SCORES: Partial<StatisticsPlan> = {
  arrange: (chapters) => {
    let homeworks = 0
    const change = (one: Subsection): Subsection => {
      if (!one.graded || one.staffOnly) return one
      if (one.format === 'Lab') return { ...one, showCorrectness: 'never_but_include_grade' }
      if (one.format !== 'Homework') return { ...one, showCorrectness: 'past_due' }
      homeworks += 1
      return homework(one, homeworks)
    }
    return chapters.map((chapter): Chapter => ({ ...chapter, subsections: chapter.subsections.map(change) }))
  },
}

function homework(one: Subsection, number: number): Subsection {
  const showCorrectness = KINDS[(number - 1) % KINDS.length] ?? 'always'
  const due = number > DUE_BEFORE ? TODAY + (number - DUE_BEFORE) * DAY : one.due
  return { ...one, showCorrectness, due, name: `${one.name} (scores: ${showCorrectness})` }
}
