import { replay } from '#mocks/lms/journal.ts'
import type { Chapter, Subsection, Write } from '#mocks/lms/model.ts'
import { createSchool, type School } from '#mocks/lms/store.ts'
import { SUMMER } from './calendar.ts'
import { type StatisticsPlan, USUAL } from './courses.ts'
import { rememberOverrides } from './past-overrides.ts'
import { brokenPolicy, messyPolicy } from './policies.ts'
import { worldOf } from './world.ts'

export interface SchoolSize {
  /** Enrolled learners, the team not counted. */
  readonly learners?: number
  /** Graded subsections. */
  readonly subsections?: number
}

export interface Scenario {
  readonly name: string
  /** What it shows, in one sentence. */
  readonly sentence: string
  /** Gives a fresh school; the same size gives the same school. */
  build(size?: SchoolSize): School
}

/** Every scenario by name. Each takes any size, and says what it differs in from `default`. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [
    scenario(
      'default',
      'A course near its end: 120 learners, 24 assignments of four types, all kinds of grades.',
      {},
    ),
    scenario('large', 'A big course: 2,000 learners, 40 assignments.', { learners: 2000, subsections: 40 }),
    scenario('empty', 'A course that nobody has enrolled in yet.', { learners: 0, withTeam: false }),
    scenario('no-graded', 'A course without graded assignments.', { subsections: 0 }),
    scenario('frozen', 'A course that ended long ago: grades are frozen.', { term: SUMMER }),
    scenario('flag-off', 'The site has switched the gradebook off for this course.', {
      flags: { writableGradebook: false },
    }),
    scenario('messy-policy', 'A grading policy with everything that people get wrong.', {
      policy: messyPolicy,
      arrange: asProjects,
    }),
    scenario('broken-policy', 'A grading policy that lost a weight: the server cannot grade by it.', {
      policy: brokenPolicy,
    }),
  ].map((one) => [one.name, one]),
)

/**
 * Gives a school as it was left: built anew, then everything written to it done again.
 * @throws {Error} for an unknown scenario, and for a journal that belongs to another school
 */
export function openSchool(name: string, size: SchoolSize = {}, journal: readonly Write[] = []): School {
  const found = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined
  if (!found) throw new Error(`There is no scenario “${name}”`)
  return replay(found.build(size), journal)
}

function scenario(name: string, sentence: string, difference: Partial<StatisticsPlan>): Scenario {
  return {
    name,
    sentence,
    build: (size = {}) => {
      const plan = { ...USUAL, ...difference }
      const { learners = plan.learners, subsections = plan.subsections } = size
      const school = createSchool(worldOf({ ...plan, learners, subsections }))
      const [course] = school.world.courses
      if (course) rememberOverrides(school, course, Math.min(plan.term.end, school.now), plan.past)
      return school
    },
  }
}

/** Calls the labs projects, a type that the messy policy does not know. */
function asProjects(chapters: readonly Chapter[]): Chapter[] {
  return chapters.map((chapter) => ({ ...chapter, subsections: chapter.subsections.map(labAsProject) }))
}

function labAsProject(subsection: Subsection): Subsection {
  if (subsection.format !== 'Lab') return subsection
  return { ...subsection, format: 'Project', name: subsection.name.replace('Lab', 'Project') }
}
