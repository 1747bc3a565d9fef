import type { Course, GradingPolicy } from '#mocks/lms/course-model.ts'
import type { World } from '#mocks/lms/model.ts'
import { crash } from '#mocks/lms/refusal.ts'
import type { AssignmentCounts } from './assignments.ts'
import { AUTUMN, DAY, SUMMER, type Term } from './calendar.ts'
import { type SmallPlan, type StatisticsPlan, otherCourses, smallCourse } from './courses.ts'
import { NAME_POOLS, type Person } from './names.ts'
import { learnerIndex } from './people.ts'
import { brokenPolicy, simplePolicy, usualPolicy } from './policies.ts'

/** Usernames as a site gathers them over the years; each begins an e-mail address, too. */
const FIRST: readonly Person[] = [
  ['Amara Okafor', 'amara.okafor'],
  ['Jane Doe', 'JaneDoe'],
  // Another person.
  ['Jane Doe', 'janedoe'],
  ['James Bond', '007'],
  [null, 'retired__user_1f3870be274f6c49'],
  ['Jürgen Öztürk', 'jürgen_öz'],
  ['山田 さくら', '山田さくら'],
  ['محمد الأنصاري', 'محمد'],
  ['Ann+Tag', 'ann+tag'],
  ['Null', 'null'],
  ['=1+1', '-dash-'],
  ['Rajapakse Mudiyanselage Nuwan', 'rajapakse.mudiyanselage.nuwan.'],
]

const SPRING: Term = { start: Date.UTC(2020, 1, 3, 8), end: Date.UTC(2020, 10, 26, 20) }
/** Open for enrolment, not begun. */
const WINTER: Term = { start: Date.UTC(2026, 11, 7, 9), end: Date.UTC(2027, 2, 26, 16) }
const LONG_AGO: Term = { start: Date.UTC(2012, 8, 3, 12), end: Date.UTC(2012, 11, 21, 12) }

/** Some answers in this course cannot be read any more: the grades of every fourth learner cannot be computed. */
const DAMAGED = 'course-v1:MITx+6.431x+2026_Summer'

const ORGANISATIONS = ['MOOCit', 'KyotoUx', 'UAMx', 'ÉcoleX', 'TsinghuaX', 'IITBombayX']
const SUBJECTS = ['Linear Algebra', 'Public Health', 'Contract Law', 'Thermodynamics']
const TERMS = [SPRING, AUTUMN, SUMMER, AUTUMN] as const

type Plan = Omit<SmallPlan, 'index'>

const ORDINARY: readonly Plan[] = ORGANISATIONS.flatMap((org, row) =>
  SUBJECTS.map((name, column) => {
    const term = TERMS[(row + column) % TERMS.length] ?? AUTUMN
    const number = `${name.slice(0, 2).toUpperCase()}${101 + row}`
    const learners = 8 + ((row * 7 + column * 5) % 19)
    return {
      ...place(org, number, runOf(term)),
      name,
      term,
      subsections: 4 + column * 2,
      learners,
      from: row * 9,
    }
  }),
)

/** What a reader has to cope with, one course for each. */
const ODD: readonly Plan[] = [
  odd(['MOOCit', 'demo', '1'], 'MOOCit demonstration Course #1', { term: SPRING, policy: passOrFail }),
  odd(['MOOCit', 'demo', '2'], 'MOOCit demonstration Course #1', { term: SPRING, policy: passOrFail }),
  odd(['UAMx', 'QUOTE', '2026'], 'He said "50 % off", <b>then</b> left; & so on, =SUM(A1)'),
  odd(
    ['TsinghuaX', 'LONG', '2026'],
    'Sampling distributions, the central limit theorem, and why averages behave better than single measurements do: a course for everybody who has to read the newspaper',
  ),
  odd(['KyotoUx', '統計', '2026'], '統計学入門 📈'),
  odd(['UAMx', 'AR101', '2026'], 'مقدمة في الإحصاء'),
  odd(['IITBombayX', 'EXTRA', '2026'], 'Totals above 100 %', { policy: tooMuch }),
  odd(['IITBombayX', 'NONE', '2026'], 'No letters at all', { policy: withoutLetters }),
  odd(['IITBombayX', 'ALL', '2026'], 'A letter for everybody, with nothing too', { policy: letterFromZero }),
  odd(['ÉcoleX', 'LETTERS', '2026'], 'Letters of every kind', { policy: manyLetters }),
  odd(['ÉcoleX', 'BROKEN', '2026'], 'Nobody here can be graded', { policy: brokenPolicy }),
  odd(['ÉcoleX', 'EMPTY', '2026'], 'Nobody came', { learners: 0 }),
  odd(['KyotoUx', 'FUTURE', '2027'], 'Not begun yet', { term: WINTER }),
  odd(['MITx', '6.431x', '2026_Summer'], 'Probability', {
    term: SUMMER,
    modes: [['masters', 1]],
    learners: 12,
  }),
  odd(['MITx', '6.041x', '2026_Summer'], 'Probability', {
    term: SUMMER,
    modes: [['masters', 1]],
    learners: 0,
  }),
  {
    ...odd(['MOOCit', 'CS50', '2012_Fall'], 'A key of the old form', { term: LONG_AGO, policy: passOrFail }),
    key: 'MOOCit/CS50/2012_Fall',
  },
]

/** Above the ids of every course of the usual school, however many learners it has. */
const FIRST_INDEX = 2000

/** A whole instance, as the so2 grades API lists it: many courses of many organisations. */
export const SO2_INSTANCE: Partial<StatisticsPlan> = {
  people: { first: FIRST, pools: NAME_POOLS },
  others: (seed) => [...otherCourses(seed), ...instanceCourses(seed)],
  answers: withDamage,
}

function instanceCourses(seed: number): Course[] {
  return [...ORDINARY, ...ODD].map((plan, position) =>
    smallCourse(seed, { ...plan, index: FIRST_INDEX + position }),
  )
}

function odd(where: Plan['place'], name: string, details: Partial<Plan> = {}): Plan {
  return { ...place(...where), name, term: AUTUMN, subsections: 6, learners: 14, ...details }
}

function place(org: string, number: string, run: string): Pick<Plan, 'key' | 'place'> {
  return { key: `course-v1:${org}+${number}+${run}`, place: [org, number, run] }
}

/** Terms have names in course keys. */
function runOf({ start }: Term): string {
  const date = new Date(start + 14 * DAY)
  const month = date.getUTCMonth()
  return `${date.getUTCFullYear()}_${month < 5 ? 'Spring' : month < 8 ? 'Summer' : 'Autumn'}`
}

function passOrFail({ homework }: AssignmentCounts): GradingPolicy {
  return simplePolicy(homework)
}

/** Weights of 120 %. */
function tooMuch(counts: AssignmentCounts): GradingPolicy {
  const { rules, cutoffs } = usualPolicy(counts)
  return { rules: rules.map((rule) => ({ ...rule, weight: (rule.weight ?? 0) * 1.2 })), cutoffs }
}

function withoutLetters(counts: AssignmentCounts): GradingPolicy {
  return { ...usualPolicy(counts), cutoffs: [] }
}

function letterFromZero(counts: AssignmentCounts): GradingPolicy {
  const { rules, cutoffs } = usualPolicy(counts)
  return { rules, cutoffs: [...cutoffs, { letter: 'F', from: 0 }] }
}

function manyLetters(counts: AssignmentCounts): GradingPolicy {
  const letters = ['A+', 'Très bien', 'B−', '合格', 'Bestanden', 'd']
  const cutoffs = letters.map((letter, index) => ({ letter, from: 0.92 - index * 0.08 }))
  return { ...usualPolicy(counts), cutoffs }
}

function withDamage(usual: World['answers']): World['answers'] {
  return (course, where, userId) => {
    if (course.key === DAMAGED && learnerIndex(userId) % 4 === 1)
      throw crash('A stored answer cannot be read')
    return usual(course, where, userId)
  }
}
