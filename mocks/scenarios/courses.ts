import type {
  Chapter,
  Cohort,
  Course,
  CourseFlags,
  CourseMode,
  GradingPolicy,
} from '#mocks/lms/course-model.ts'
import type { World } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { type AssignmentCounts, shareOut } from './assignments.ts'
import { AUTUMN, DAY, type Term } from './calendar.ts'
import { chaptersOf } from './chapters.ts'
import { simplePolicy, usualPolicy } from './policies.ts'
import type { Past } from './past-overrides.ts'
import { type People, USUAL_PEOPLE } from './people.ts'
import { type RosterPlan, rosterOf } from './rosters.ts'
import { COURSE_KEYS, PERSONAS, STATISTICS_TEAM } from './team.ts'

const AUDIT: CourseMode = { slug: 'audit', name: 'Audit', minPrice: 0, currency: 'usd', expires: null }
const VERIFIED: CourseMode = { ...AUDIT, slug: 'verified', name: 'Verified certificate', minPrice: 99 }
const MASTERS: CourseMode = { ...AUDIT, slug: 'masters', name: 'Master’s' }
/** Closed for long; those who have it keep it. */
const HONOR: CourseMode = { ...AUDIT, slug: 'honor', name: 'Honor code', expires: Date.UTC(2026, 8, 30) }

const FLAGS: CourseFlags = {
  writableGradebook: true,
  bulkManagement: false,
  freezeAfterEnd: true,
  progressPage: true,
}

/** More than a page of ten. The first four sections lack a lab; the last cohort is empty. */
const COHORTS: readonly Cohort[] = [
  'Monday morning',
  'Monday afternoon',
  'Tuesday morning',
  'Tuesday afternoon',
  'Wednesday morning',
  'Wednesday evening',
  'Thursday morning',
  'Thursday afternoon',
  'Friday morning',
  'Online, Americas',
  'Online, Asia and Pacific',
  'Online, Europe and Africa',
  'Waiting list',
].map((name, index) => ({ id: index + 1, name, assignmentType: index < 9 ? 'manual' : 'random' }))

/** What a scenario may say about the course that it is about. */
export interface StatisticsPlan {
  readonly seed: number
  readonly learners: number
  /** Graded subsections. */
  readonly subsections: number
  /** The team is enrolled too, and shows where it is not left out. */
  readonly withTeam: boolean
  readonly term: Term
  readonly policy: (counts: AssignmentCounts) => GradingPolicy
  readonly flags: Partial<CourseFlags>
  readonly name: string
  readonly people: People
  /** A slug, and the share of learners who have it; shares add up to 1. */
  readonly modes: RosterPlan['modes']
  /** The last one stays empty. */
  readonly cohorts: readonly Cohort[]
  /** Lets learners answer in another way than usual. */
  readonly answers: (usual: World['answers']) => World['answers']
  /** How often grades were overridden. */
  readonly past: Past
  /** Changes the chapters once they are laid out. */
  readonly arrange: (chapters: readonly Chapter[]) => readonly Chapter[]
  /** Changes the course once it is made. */
  readonly change: (course: Course) => Course
  /** Certificates, identity checks, access and credit that do not follow from the track alone. */
  readonly standing: NonNullable<World['standing']>
  /** Who of the team looks at a course as a learner does. */
  readonly masquerade: NonNullable<World['masquerade']>
  /** The site tells front ends its settings. */
  readonly mfeConfig: boolean
  /** The other courses of the school. */
  readonly others: (seed: number) => readonly Course[]
  /** Adds what other APIs keep of the course, once the school stands. */
  readonly furnish: (school: School, course: Course) => void
}

/** What a scenario has that says nothing: 120 learners, 24 graded subsections of four types. */
export const USUAL: StatisticsPlan = {
  seed: 1805,
  learners: 120,
  subsections: 24,
  withTeam: true,
  term: AUTUMN,
  policy: usualPolicy,
  flags: {},
  name: 'Introduction to Statistics',
  people: USUAL_PEOPLE,
  modes: [
    ['audit', 0.42],
    ['verified', 0.4],
    ['honor', 0.06],
    ['masters', 0.12],
  ],
  cohorts: COHORTS,
  answers: (usual) => usual,
  past: { among: 200, every: 4, cells: 1 },
  arrange: (chapters) => chapters,
  change: (course) => course,
  standing: () => ({}),
  masquerade: () => null,
  mfeConfig: true,
  others: otherCourses,
  furnish: () => undefined,
}

/** Gives the course that scenarios are about. */
export function statistics(plan: StatisticsPlan): Course {
  const { seed, learners, term } = plan
  const counts = shareOut(plan.subsections)
  const fullCohorts = plan.cohorts.slice(4).map(({ id }) => id)
  const outline = chaptersOf({ courseKey: COURSE_KEYS.statistics, term, counts, fullCohorts })
  return plan.change({
    key: COURSE_KEYS.statistics,
    name: plan.name,
    org: 'MITx',
    number: '18.05',
    run: '2026_Autumn',
    ...term,
    selfPaced: false,
    modes: [AUDIT, VERIFIED, HONOR, MASTERS],
    cohorts: plan.cohorts,
    policy: plan.policy(counts),
    flags: { ...FLAGS, ...plan.flags },
    chapters: plan.arrange(outline),
    roster: rosterOf(seed, {
      firstId: 5001,
      first: plan.withTeam ? STATISTICS_TEAM : [],
      learners,
      from: 0,
      opens: term.start - 60 * DAY,
      modes: plan.modes,
      cohorts: plan.cohorts,
    }),
  })
}

/** Gives the other courses of the school: one to teach, one to learn in, and an old one that is over. */
export function otherCourses(seed: number): Course[] {
  return [
    smallCourse(seed, {
      key: COURSE_KEYS.analytics,
      name: 'The Analytics Edge',
      place: ['MITx', '15.071', '2026_Autumn'],
      term: AUTUMN,
      subsections: 8,
      learners: 34,
      index: 1,
      from: 40,
    }),
    smallCourse(seed, {
      key: COURSE_KEYS.teaching,
      name: 'Teaching with Data',
      place: ['DelftX', 'TWD101', '2026_Autumn'],
      term: AUTUMN,
      subsections: 5,
      learners: 21,
      index: 2,
    }),
    smallCourse(seed, {
      key: COURSE_KEYS.archive,
      name: 'Statistics 101',
      place: ['edX', 'Stats101', '2013_Spring'],
      term: { start: Date.UTC(2013, 1, 4, 12), end: Date.UTC(2013, 4, 31, 12) },
      subsections: 3,
      learners: 12,
      index: 3,
    }),
  ]
}

const MOSTLY_VERIFIED: RosterPlan['modes'] = [
  ['verified', 0.6],
  ['audit', 0.4],
]

/** What tells a small course from another; the rest is alike in all of them. */
export interface SmallPlan extends Pick<Course, 'key' | 'name'> {
  readonly place: readonly [org: string, number: string, run: string]
  readonly term: Term
  readonly subsections: number
  readonly learners: number
  /** Which of the small courses: it tells where its ids begin. */
  readonly index: number
  /** From which place in the list of learners its own come; the first where absent. */
  readonly from?: number
  /** Half of the learners and more are verified where absent. */
  readonly modes?: RosterPlan['modes']
  /** The usual one where absent. */
  readonly policy?: (counts: AssignmentCounts) => GradingPolicy
}

/** Gives a small course, as simple as its size. */
export function smallCourse(seed: number, plan: SmallPlan): Course {
  const { key, name, term, learners, index, from = 0, modes = MOSTLY_VERIFIED } = plan
  const policy = plan.policy ?? usualSmallPolicy
  const [org, number, run] = plan.place
  const counts = shareOut(plan.subsections)
  const learning = plan.key === COURSE_KEYS.teaching ? [PERSONAS.instructor] : []
  return {
    key,
    name,
    org,
    number,
    run,
    ...term,
    selfPaced: false,
    modes: modes === MOSTLY_VERIFIED ? [AUDIT, VERIFIED] : [AUDIT, VERIFIED, MASTERS],
    cohorts: [],
    policy: policy(counts),
    flags: FLAGS,
    chapters: chaptersOf({ courseKey: key, term, counts, fullCohorts: null }),
    roster: rosterOf(seed, {
      firstId: 1001 * index,
      first: learning,
      learners,
      from,
      opens: term.start - 30 * DAY,
      modes,
      cohorts: [],
    }),
  }
}

function usualSmallPolicy(counts: AssignmentCounts): GradingPolicy {
  return counts.lab > 0 ? usualPolicy(counts) : simplePolicy(counts.homework)
}
