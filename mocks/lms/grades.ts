import { availableTo } from './availability.ts'
import { type CourseTotal, type Entry, gradeCourse, percentOf, problemPoints } from './grading.ts'
import type { CourseGrade, OverrideTotals, ProblemScore, SubsectionGrade, Totals } from './grade-model.ts'
import type { Course, PlacedSubsection } from './course-model.ts'
import type { UserId } from './model.ts'
import { gradedSubsections, subsectionsOf } from './outline.ts'
import { crash } from './refusal.ts'
import type { LearnerGrades, School } from './store.ts'

/** A course read to the end keeps this many learners' grades; the others are computed again when asked for. */
const KEPT_LEARNERS = 5000

/** Gives the learner's scores in each problem of a subsection, weights applied. */
export function problemScores(
  school: School,
  course: Course,
  place: PlacedSubsection,
  userId: UserId,
): ProblemScore[] {
  const answers = school.world.answers(course, place, userId)
  const outside = school.scores.get(userId)
  return place.subsection.problems.map((problem, index) => {
    const score = outside?.get(problem.key)
    const rawEarned = score ? score.earned : (answers[index] ?? null)
    const { earned, possible } = problemPoints(problem, rawEarned ?? 0)
    return { problem, attempted: rawEarned !== null, earned, possible }
  })
}

/** Sums problems: all of them, and the graded ones. */
function totalsOf(scores: readonly ProblemScore[]): Totals {
  const totals = { earnedAll: 0, possibleAll: 0, earnedGraded: 0, possibleGraded: 0 }
  for (const { problem, earned, possible } of scores) {
    totals.earnedAll += earned
    totals.possibleAll += possible
    if (!problem.graded) continue
    totals.earnedGraded += earned
    totals.possibleGraded += possible
  }
  return totals
}

/** Lays an override over the original, field by field: a null falls back. */
function overlay(original: Totals, override: OverrideTotals | null): Totals {
  return {
    earnedAll: override?.earnedAll ?? original.earnedAll,
    possibleAll: override?.possibleAll ?? original.possibleAll,
    earnedGraded: override?.earnedGraded ?? original.earnedGraded,
    possibleGraded: override?.possibleGraded ?? original.possibleGraded,
  }
}

/** Grades one subsection for one learner. Where it is not available, the original is zeros. */
export function gradeSubsection(
  school: School,
  course: Course,
  place: PlacedSubsection,
  userId: UserId,
  available = availableTo(school, course, userId)(place),
): SubsectionGrade {
  const { subsection } = place
  const scores = available ? problemScores(school, course, place, userId) : []
  const override = school.overrides.get(userId)?.get(subsection.key)?.override ?? null
  const original = totalsOf(scores)
  const effective = overlay(original, override)
  return {
    subsection,
    available,
    stored: override !== null || scores.some(({ attempted }) => attempted),
    attempted: override !== null || scores.some(({ attempted, problem }) => attempted && problem.graded),
    original,
    effective,
    override,
    percent: percentOf(effective.earnedGraded, effective.possibleGraded),
  }
}

/** Adds subsections up to a course total: those that are available and worth graded points, by type. */
export function totalOf(course: Course, grades: readonly SubsectionGrade[]): CourseTotal {
  const byType = new Map<string, Entry[]>()
  for (const { subsection, available, effective } of grades) {
    if (!available || effective.possibleGraded <= 0 || subsection.format === null) continue
    const entries = byType.get(subsection.format) ?? []
    entries.push({
      key: subsection.key,
      name: subsection.name,
      earned: effective.earnedGraded,
      possible: effective.possibleGraded,
    })
    byType.set(subsection.format, entries)
  }
  return gradeCourse(course.policy, (type) => byType.get(type) ?? [])
}

/**
 * Gives a learner's grades in a course, as stored: remembered until something of that learner changes.
 * @throws {Refusal} a crash, where the policy lacks a key, or where points that were saved are no percentage
 */
export function learnerGrades(school: School, course: Course, userId: UserId): LearnerGrades {
  const known = school.caches.grades.get(course) ?? new Map<UserId, LearnerGrades>()
  school.caches.grades.set(course, known)
  const remembered = known.get(userId)
  if (remembered) return remembered
  const grades = computeGrades(school, course, userId)
  const oldest = known.size >= KEPT_LEARNERS ? known.keys().next().value : undefined
  if (oldest !== undefined) known.delete(oldest)
  known.set(userId, grades)
  return grades
}

/** Gives the stored course grade as a fraction, null where none is stored. Takes little memory for each learner. */
export function storedPercent(school: School, course: Course, userId: UserId): number | null {
  const known = school.caches.percents.get(course) ?? new Map<UserId, number | null>()
  school.caches.percents.set(course, known)
  const remembered = known.get(userId)
  if (remembered !== undefined) return remembered
  const { stored, percent } = (
    school.caches.grades.get(course)?.get(userId) ?? computeGrades(school, course, userId)
  ).course
  const value = stored ? percent : null
  known.set(userId, value)
  return value
}

/** Forgets what was computed for a learner: to be called after a write. */
export function recalculate(school: School, course: Course, userId: UserId): void {
  school.revision += 1
  school.caches.grades.get(course)?.delete(userId)
  school.caches.percents.get(course)?.delete(userId)
}

function computeGrades(school: School, course: Course, userId: UserId): LearnerGrades {
  const available = availableTo(school, course, userId)
  const grade = (place: PlacedSubsection): SubsectionGrade =>
    gradeSubsection(school, course, place, userId, available(place))
  const subsections = gradedSubsections(course).map(grade)
  const { total, percent, letter, passed } = totalOf(course, subsections)
  if (![total, ...subsections.map((one) => one.percent)].every(Number.isFinite)) {
    throw crash('A percentage is too large for a number')
  }
  const stored =
    subsections.some((one) => one.stored) ||
    subsectionsOf(course).some((place) => !place.subsection.graded && grade(place).stored)
  const courseGrade: CourseGrade = stored
    ? { percent, letter, passed, stored }
    : { percent: 0, letter: null, passed: false, stored }
  return { course: courseGrade, subsections }
}
