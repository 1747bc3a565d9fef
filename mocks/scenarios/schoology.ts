import type { Chapter, GradingPolicy, Subsection } from '#mocks/lms/course-model.ts'
import { demandSection, setUp, setupOf } from '#mocks/lms/schoology/setup.ts'
import { AUTUMN } from './calendar.ts'
import type { StatisticsPlan } from './courses.ts'
import { changeSubsections } from './edges.ts'
import { usualPolicy } from './policies.ts'
import { tellMarks } from './schoology-marks.ts'
import { classSetup } from './schoology-section.ts'

/** When the first quarter ends: the midterm is over then. */
const MIDDLE = (AUTUMN.start + AUTUMN.end) / 2

/**
 * A class of a school: for Schoology with quarters, exams, scales, exceptions and comments, for Open edX a small course
 * like any other. Of its second course all categories weigh nothing, so that nobody has a final grade there.
 */
export const SCHOOLOGY: Partial<StatisticsPlan> = {
  name: 'World History',
  learners: 26,
  // Those who teach are in the section all the same; in the course they need not be.
  withTeam: false,
  subsections: 16,
  policy: (counts) => withQuizzes(usualPolicy(counts)),
  arrange: asClass,
  past: { among: 26, every: 4, cells: 1 },
  furnish: (school, course) => {
    const setup = classSetup(course, MIDDLE)
    setUp(school, course, setup)
    tellMarks(school, course, setup)
    const [, second] = school.world.courses
    if (!second) return
    const usual = setupOf(school, second)
    setUp(school, second, { ...usual, categories: usual.categories.map((one) => ({ ...one, weight: 0 })) })
  },
}

/** The same class, on an installation that demands to be told the section. */
export const SCHOOLOGY_STRICT: Partial<StatisticsPlan> = {
  ...SCHOOLOGY,
  furnish: (school, course) => {
    SCHOOLOGY.furnish?.(school, course)
    demandSection(school)
  },
}

function withQuizzes({ rules, cutoffs }: GradingPolicy): GradingPolicy {
  return {
    rules: rules.map((rule) => (rule.type === 'Lab' ? { ...rule, type: 'Quiz', shortLabel: 'Quiz' } : rule)),
    cutoffs,
  }
}

const TOPICS = [
  'The first cities',
  'Egypt and Nubia',
  'Greece',
  'Rome',
  'Han China',
  'The Silk Road',
  'The Islamic golden age',
  'Mali and Songhai',
]

function asClass(chapters: readonly Chapter[]): Chapter[] {
  const named = chapters.map((chapter) => {
    const week = /^Week (\d+)/.exec(chapter.name)?.[1]
    const topic = TOPICS[(Number(week) - 1) % TOPICS.length]
    return week === undefined ? chapter : { ...chapter, name: `Week ${week}: ${topic}` }
  })
  return changeSubsections(named, (one) => {
    if (one.name.startsWith('Homework 7')) return { ...one, name: 'Homework 7: A letter from Timbuktu' }
    if (one.format === 'Lab') return { ...one, format: 'Quiz', name: one.name.replace('Lab', 'Quiz') }
    if (one.name === 'Homework 3') return inFourPoints(one)
    // Handed in whenever it is done.
    return one.name === 'Homework 5' ? { ...one, due: null } : one
  })
}

/** Judged as a whole, by a rubric. */
function inFourPoints(subsection: Subsection): Subsection {
  const [problem] = subsection.problems
  return problem ? { ...subsection, problems: [{ ...problem, weight: null, rawPossible: 4 }] } : subsection
}
