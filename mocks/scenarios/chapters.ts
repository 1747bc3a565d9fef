import { usageKey } from '#mocks/lms/keys.ts'
import type { Chapter, Problem, Subsection } from '#mocks/lms/course-model.ts'
import type { CourseKey, Instant } from '#mocks/lms/model.ts'
import { type AssignmentCounts, subsection } from './assignments.ts'
import { DAY, endOfDay, type Term } from './calendar.ts'

const TOPICS = [
  'Describing data',
  'Probability',
  'Conditional probability',
  'Random variables',
  'Expectation and variance',
  'The normal distribution',
  'Sampling distributions, the central limit theorem, and why averages behave better than single measurements',
  'Confidence intervals',
  'Testing hypotheses',
  'Comparing two groups',
  'Correlation and regression',
  'Bayesian inference',
] as const

export interface OutlinePlan {
  readonly courseKey: CourseKey
  readonly term: Term
  readonly counts: AssignmentCounts
  /** Cohorts that get everything; the others miss the last lab but one. Null: no such lab. */
  readonly fullCohorts: readonly number[] | null
}

/**
 * Gives a term's chapters: a welcome, a chapter for each week, the exams, and one for the team alone. One lab is
 * hidden from the outline and still counts, the last one opens only days before the end.
 */
export function chaptersOf(plan: OutlinePlan): Chapter[] {
  const { counts } = plan
  const weeks = Math.max(counts.homework, counts.lab, 3)
  const chapters = Array.from({ length: weeks }, (_, index) => week(plan, index, weeks))
  if (counts.midterm > 0) chapters.splice(Math.ceil(weeks / 2), 0, midterm(plan))
  if (counts.final > 0) chapters.push(final(plan))
  return [welcome(plan), ...chapters, teamOnly(plan)]
}

function chapter(
  { courseKey }: OutlinePlan,
  block: string,
  name: string,
  subsections: readonly Subsection[],
  details: Partial<Chapter> = {},
): Chapter {
  return {
    key: usageKey(courseKey, 'chapter', block),
    name,
    start: null,
    staffOnly: false,
    hiddenFromOutline: false,
    subsections,
    ...details,
  }
}

function welcome(plan: OutlinePlan): Chapter {
  const { courseKey } = plan
  return chapter(plan, 'welcome', 'Welcome', [
    subsection(courseKey, 'syllabus', 'reading', { name: 'Syllabus' }),
    // Ungraded, although it carries the name of a type.
    subsection(courseKey, 'hw_00', 'practice', { name: 'Homework 0: try the tools', format: 'Homework' }),
  ])
}

function week(plan: OutlinePlan, index: number, weeks: number): Chapter {
  const { courseKey, term, counts } = plan
  const number = index + 1
  const length = (term.end - 3 * DAY - term.start) / weeks
  const opens = term.start + Math.floor((index * length) / DAY) * DAY
  const due = endOfDay(term.start + number * length)
  const subsections = [
    subsection(courseKey, `read_${two(number)}`, index === 0 ? 'practice' : 'reading', {
      name: index === 0 ? 'Reading and practice' : 'Reading',
    }),
  ]
  if (index < counts.homework) subsections.push(homework(courseKey, number, due))
  if (index < counts.lab) subsections.push(lab(plan, number, due))
  const topic = TOPICS[index % TOPICS.length]
  return chapter(plan, `week_${two(number)}`, `Week ${number}: ${topic}`, subsections, { start: opens })
}

function homework(courseKey: CourseKey, number: number, due: Instant): Subsection {
  const plain = subsection(courseKey, `hw_${two(number)}`, 'homework', {
    name: number === 7 ? `Homework 7: ${TOPICS[6]}` : `Homework ${number}`,
    graded: true,
    format: 'Homework',
    due,
  })
  return number === 2 ? { ...plain, problems: lastFromLibrary(plain.problems) } : plain
}

/** The practice of the second homework is drawn from a library: the history of submissions leaves it out. */
function lastFromLibrary(problems: readonly Problem[]): Problem[] {
  return problems.map((one, index) => (index === problems.length - 1 ? { ...one, fromLibrary: true } : one))
}

function lab(
  { courseKey, term, counts, fullCohorts }: OutlinePlan,
  number: number,
  due: Instant,
): Subsection {
  const last = counts.lab > 2 && number === counts.lab
  const plain = subsection(courseKey, `lab_${two(number)}`, 'lab', {
    name: `Lab ${number}`,
    graded: true,
    format: 'Lab',
    start: last ? term.end - 4 * DAY : null,
    due: last ? endOfDay(term.end - DAY) : due,
    hiddenFromOutline: counts.lab > 4 && number === 4,
    onlyCohorts: counts.lab > 2 && number === counts.lab - 1 ? fullCohorts : null,
  })
  return number === 1 ? { ...plain, problems: lastByTool(plain.problems) } : plain
}

/** A simulator outside the platform scores the last question of the first lab, through LTI. */
function lastByTool(problems: readonly Problem[]): Problem[] {
  return problems.map((one, index) => (index === problems.length - 1 ? { ...one, byTool: true } : one))
}

function midterm(plan: OutlinePlan): Chapter {
  const middle = plan.term.start + (plan.term.end - plan.term.start) / 2
  return chapter(plan, 'midterm_week', 'Midterm', [
    subsection(plan.courseKey, 'midterm', 'midterm', {
      name: 'Midterm',
      graded: true,
      format: 'Midterm exam',
      start: middle - 2 * DAY,
      due: endOfDay(middle),
      showCorrectness: 'past_due',
      hideAfterDue: true,
    }),
  ])
}

function final(plan: OutlinePlan): Chapter {
  return chapter(plan, 'final_week', 'Final exam', [
    subsection(plan.courseKey, 'final', 'final', {
      name: 'Final exam',
      graded: true,
      format: 'Final exam',
      start: plan.term.end - 12 * DAY,
      due: plan.term.end - 2 * DAY,
      showCorrectness: 'past_due',
    }),
  ])
}

/** Nobody but the team meets these, not even as columns. */
function teamOnly(plan: OutlinePlan): Chapter {
  const { courseKey } = plan
  const subsections = [
    subsection(courseKey, 'marking_guide', 'reading', { name: 'Marking guide' }),
    subsection(courseKey, 'trial_exam', 'final', { name: 'Trial exam', graded: true, format: 'Final exam' }),
  ]
  return chapter(plan, 'team', 'For the course team', subsections, { staffOnly: true })
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
