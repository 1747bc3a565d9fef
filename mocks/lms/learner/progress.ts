import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { availableTo, countsInTotal, showsScores } from '#mocks/lms/availability.ts'
import { type CompletionSummary, completionOf, countUnits } from './completion.ts'
import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import type { ProblemScore, SubsectionGrade } from '#mocks/lms/grade-model.ts'
import { gradeSubsection, learnerGrades, problemScores, totalOf } from '#mocks/lms/grades.ts'
import type { Chapter, Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { Account, Enrolment, Instant } from '#mocks/lms/model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import { summarise, type Summary, type SummaryEntry } from './progress-summary.ts'
import { isLocked } from './standing.ts'
import type { School } from '#mocks/lms/store.ts'

/** One learner's progress, as far as its reader may see it. */
export interface Progress extends Summary {
  readonly learner: Account
  /** Null for staff who never enrolled. */
  readonly enrolment: Enrolment | null
  /** Over the scores that the reader may see; the stored grade can be another one. */
  readonly courseGrade: { readonly percent: number; readonly letter: string | null; readonly passed: boolean }
  /** By the stored grade. */
  readonly passing: boolean
  readonly sections: readonly ProgressSection[]
  /** Of units, not of subsections. */
  readonly completion: CompletionSummary
  /** True where something opens later. */
  readonly scheduledContent: boolean
}

interface ProgressSection {
  readonly chapter: Chapter
  readonly subsections: readonly ProgressSubsection[]
}

export interface ProgressSubsection {
  readonly grade: SubsectionGrade
  readonly problems: readonly ProblemScore[]
  /** False where the reader must not be shown the points, although they are in `grade`. */
  readonly showsScores: boolean
  /** True where the learner would have to upgrade to work on it. */
  readonly locked: boolean
  /** False where its content is closed to the reader: locked, or hidden since it was due. */
  readonly open: boolean
}

/** Who reads the page. */
interface Reader {
  readonly staff: boolean
  readonly now: Instant
}

/**
 * Gives a learner's progress as `reader` sees it. Course home API, progress.
 * Scores that are hidden but included are left out of the sections, and counted. Staff-only content is left out.
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function progressOf(school: School, course: Course, learner: Account, readBy: Account): Progress {
  const reader = { staff: hasAuthorAccess(school, readBy, course), now: school.now }
  const available = availableTo(school, course, learner.id)
  const places = subsectionsOf(course).filter(({ staffOnly }) => !staffOnly)
  const seen = places.filter(available)
  const grades = new Map(
    seen.map((place) => [place, gradeSubsection(school, course, place, learner.id, true)] as const),
  )
  const counted = [...grades.values()].filter(
    ({ subsection }) => subsection.graded && countsInTotal(subsection, reader),
  )
  const { percent, letter, passed } = totalOf(course, counted)
  const lockedOut = isLocked(school, course, learner.id)
  const locked = ({ subsection }: PlacedSubsection) => lockedOut && subsection.graded
  return {
    learner,
    enrolment: enrolmentOf(school, course, learner.id) ?? null,
    courseGrade: { percent, letter, passed: passed ?? false },
    passing: learnerGrades(school, course, learner.id).course.passed ?? false,
    sections: sectionsOf(grades, reader, locked, (place) => problemScores(school, course, place, learner.id)),
    completion: countUnits(course, seen, completionOf(school, course, learner.id), locked),
    scheduledContent: places.some(({ released }) => released !== null && released > school.now),
    ...summarise(course.policy.rules, summaryEntries([...grades.values()], reader)),
  }
}

function sectionsOf(
  grades: ReadonlyMap<PlacedSubsection, SubsectionGrade>,
  reader: Reader,
  isLocked: (place: PlacedSubsection) => boolean,
  problems: (place: PlacedSubsection) => readonly ProblemScore[],
): ProgressSection[] {
  const byChapter = Map.groupBy(grades, ([{ chapter }]) => chapter)
  return [...byChapter].map(([chapter, inside]) => ({
    chapter,
    subsections: inside
      .filter(([{ subsection }]) => subsection.showCorrectness !== 'never_but_include_grade')
      .map(([place, grade]) => ({
        grade,
        problems: problems(place),
        showsScores: showsScores(place.subsection, reader),
        locked: isLocked(place),
        open: reader.staff || !(isLocked(place) || closed(place, reader.now)),
      })),
  }))
}

function closed({ subsection: { hideAfterDue, due } }: PlacedSubsection, now: Instant): boolean {
  return hideAfterDue && due !== null && due < now
}

function summaryEntries(grades: readonly SubsectionGrade[], reader: Reader): SummaryEntry[] {
  return grades.flatMap(({ subsection, effective }) => {
    if (!subsection.graded || subsection.format === null) return []
    const { earnedGraded, possibleGraded } = effective
    const visible = showsScores(subsection, reader)
    return {
      type: subsection.format,
      score: possibleGraded ? earnedGraded / possibleGraded : 0,
      visible,
      included: countsInTotal(subsection, reader),
      showsAt: !visible && subsection.showCorrectness === 'past_due' ? subsection.due : null,
    }
  })
}
