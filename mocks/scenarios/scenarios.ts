import { replay } from '#mocks/lms/journal.ts'
import type { Chapter, Cohort, Subsection } from '#mocks/lms/course-model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { createSchool, type School } from '#mocks/lms/store.ts'
import { AUDIT_LOCKED, MASQUERADE } from './audit-locked.ts'
import { SUMMER } from './calendar.ts'
import { CERTIFICATES } from './certificates.ts'
import { type StatisticsPlan, USUAL } from './courses.ts'
import { CREDIT } from './credit.ts'
import { EXTRA_CREDIT, PASSING_EDGE, changeSubsections } from './edges.ts'
import { HIDDEN_SCORES } from './hidden-scores.ts'
import { LONG_NAMES } from './long-names.ts'
import { rememberOverrides } from './past-overrides.ts'
import { brokenPolicy, droppingPolicy, messyPolicy } from './policies.ts'
import { RIGHT_TO_LEFT } from './right-to-left.ts'
import { SCHOOLOGY, SCHOOLOGY_STRICT } from './schoology.ts'
import { SO2_INSTANCE } from './so2-instance.ts'
import { UNDERWAY } from './underway.ts'
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

const MANY_COHORTS: readonly Cohort[] = Array.from({ length: 150 }, (_, index) => ({
  id: index + 1,
  name: `Section ${String(index + 1).padStart(3, '0')}`,
  assignmentType: index % 10 === 9 ? 'random' : 'manual',
}))

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
    scenario(
      'hidden-scores',
      'Scores hidden in every way that the course can: until they are due, for good, and for good yet counted.',
      HIDDEN_SCORES,
    ),
    scenario(
      'underway',
      'A course four weeks before its end: work that is open, half done, missed, and not yet published.',
      UNDERWAY,
    ),
    scenario(
      'certificates',
      'One learner for each state of a certificate, named by it; the one who signs in has one to download.',
      CERTIFICATES,
    ),
    scenario(
      'credit',
      'One learner for each way in which credit can stand, named by it; and no graph on the progress page.',
      CREDIT,
    ),
    scenario(
      'audit-locked',
      'Most learners audit: graded work is locked until they upgrade, and access ends or is over.',
      AUDIT_LOCKED,
    ),
    scenario(
      'masquerade',
      'The instructor looks at the course as a learner whose access is over; otherwise as in `audit-locked`.',
      MASQUERADE,
    ),
    scenario(
      'switched-off',
      'The site shows no progress page and no settings, and hides the course from the catalogue.',
      {
        flags: { progressPage: false },
        change: (course) => ({ ...course, listed: false }),
        mfeConfig: false,
      },
    ),
    scenario('all-dropped', 'A policy that drops every lab: the type counts nothing.', {
      policy: droppingPolicy,
    }),
    scenario('no-policy', 'A course whose policy has no assignment types: nothing counts yet.', {
      policy: () => ({ rules: [], cutoffs: [{ letter: 'Pass', from: 0.5 }] }),
    }),
    scenario('overridden', 'Most learners have overrides: by the gradebook, by proctoring, by import.', {
      past: { among: 120, every: 1, cells: 4 },
    }),
    scenario(
      'passing-edge',
      'Totals that round up to a cutoff, or just miss it: the final exam alone counts.',
      PASSING_EDGE,
    ),
    scenario(
      'extra-credit',
      'Weights of 110 % and answers beyond the maximum: totals above 100 %.',
      EXTRA_CREDIT,
    ),
    scenario('one-learner', 'A course with a single learner.', { learners: 1, withTeam: false }),
    scenario('rtl', 'A course in Arabic; names in Arabic, Hebrew, Persian, and mixed.', RIGHT_TO_LEFT),
    scenario('long-names', 'Everything that has a name has a very long one.', LONG_NAMES),
    scenario('masters', 'A master’s programme: everybody has a student key, and bulk management is on.', {
      modes: [['masters', 1]],
      flags: { bulkManagement: true },
    }),
    scenario('many-cohorts', 'More cohorts than the longest page holds: 150.', {
      learners: 600,
      cohorts: MANY_COHORTS,
    }),
    scenario(
      'schoology',
      'A school class as Schoology has it: periods, a midterm, dropped scores, three scales, exceptions, comments.',
      SCHOOLOGY,
    ),
    scenario(
      'schoology-strict',
      'The same class, where Schoology gives a user’s grades for one named section only.',
      SCHOOLOGY_STRICT,
    ),
    scenario(
      'so2-instance',
      'A whole site: many courses of many organisations, hundreds of grades, every odd name, key, letter and percent.',
      SO2_INSTANCE,
    ),
    scenario('huge', 'An enormous course: 100,000 learners, 40 assignments, made up as they are asked for.', {
      learners: 100_000,
      subsections: 40,
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
      if (course) {
        rememberOverrides(school, course, Math.min(plan.term.end, school.now), plan.past)
        plan.furnish(school, course)
      }
      return school
    },
  }
}

/** Calls the labs projects, a type that the messy policy does not know. */
function asProjects(chapters: readonly Chapter[]): Chapter[] {
  return changeSubsections(chapters, labAsProject)
}

function labAsProject(subsection: Subsection): Subsection {
  if (subsection.format !== 'Lab') return subsection
  return { ...subsection, format: 'Project', name: subsection.name.replace('Lab', 'Project') }
}
