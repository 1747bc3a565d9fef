import type { LearnerId, SubsectionId } from '#src/domain/course.ts'
import type {
  Progress,
  ProgressSubsection,
  ScoreOverride,
  ScoreVisibility,
  TypeSummary,
} from '#src/domain/progress.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { webLink } from '#src/lms/web-link.ts'
import { progress as ownProgress, progressOfLearner } from './endpoints-progress.ts'
import { isUnknown, requireCourseKey } from './ids.ts'
import { aroundGrade } from './progress-around.ts'

type Answer = AnswerOf<typeof ownProgress>
type Subsection = Answer['section_scores'][number]['subsections'][number]

/** Reads a learner's standing; the viewer's own where no learner is named. Course home API v1, progress. */
export async function readProgress(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId | null },
  signal?: AbortSignal,
): Promise<Progress> {
  requireCourseKey(courseId)
  const answer =
    learnerId === null
      ? await call(ownProgress, { path: { courseId }, signal }, session)
      : await call(progressOfLearner, { path: { courseId, learnerId }, signal }, session)
  const { course_grade: grade, grading_policy: policy } = answer
  return {
    username: answer.username,
    grade: { percent: grade.percent, letter: grade.letter_grade, passed: grade.is_passing },
    passes: answer.user_has_passing_grade ?? null,
    types: policy.assignment_policies.map((type) => ({
      name: type.type,
      shortLabel: type.short_label ?? null,
      weight: type.weight,
      required: type.num_total ?? null,
      dropped: type.num_droppable,
    })),
    cutoffs: Object.entries(policy.grade_range)
      .map(([letter, from]) => ({ letter, from }))
      .toSorted((a, b) => b.from - a.from),
    sections: answer.section_scores.map((section) => ({
      name: section.display_name,
      subsections: section.subsections.map((subsection) => toSubsection(subsection, session.baseUrl)),
    })),
    summaries: summariesOf(answer),
    totalWithHidden: answer.final_grades ?? null,
    showsGraph: !(answer.disable_progress_graph ?? false),
    track: answer.enrollment_mode ?? null,
    courseEnd: answer.end ?? null,
    opensMore: answer.has_scheduled_content ?? false,
    ...aroundGrade(answer, session.baseUrl),
  }
}

/**
 * Reads when a learner's subsections are due, extensions included; those without a date are left out. Course home API
 * v1, progress: for staff only, and gone where the course shows no progress page.
 */
export async function readDueDates(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId },
  signal?: AbortSignal,
): Promise<ReadonlyMap<SubsectionId, string>> {
  const answer = await call(progressOfLearner, { path: { courseId, learnerId }, signal }, session)
  const subsections = answer.section_scores.flatMap((section) => section.subsections)
  return new Map(subsections.flatMap(({ block_key: id, due }) => (due ? [[id, due] as const] : [])))
}

/** The username behind a user id, or null where the id is unknown in this course. Course home API v1, progress. */
export async function usernameOf(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId },
  signal?: AbortSignal,
): Promise<string | null> {
  try {
    const { username } = await call(progressOfLearner, { path: { courseId, learnerId }, signal }, session)
    return username
  } catch (error) {
    if (isUnknown(error)) return null
    throw error
  }
}

const VISIBILITY: Readonly<Record<string, ScoreVisibility>> = {
  always: 'always',
  past_due: 'past-due',
  never_but_include_grade: 'counted-unseen',
}

function toSubsection(subsection: Subsection, base: string): ProgressSubsection {
  return {
    id: subsection.block_key,
    name: subsection.display_name,
    type: subsection.assignment_type || null,
    graded: subsection.has_graded_assignment,
    due: subsection.due ?? null,
    // What a later release may call otherwise is taken as hidden for good; `show_grades` alone decides what is shown.
    visibility: VISIBILITY[subsection.show_correctness] ?? 'never',
    score: subsection.show_grades
      ? {
          earned: subsection.num_points_earned,
          possible: subsection.num_points_possible,
          percent: subsection.percent_graded,
          problems: subsection.problem_scores,
        }
      : null,
    override: toOverride(subsection),
    hasAccess: subsection.learner_has_access ?? true,
    url: webLink(subsection.url, base),
  }
}

/** The reason may tell the score: it stays with a score that is hidden. */
function toOverride({ override, show_grades: shows }: Subsection): ScoreOverride | null {
  if (!override || !shows) return null
  return {
    through: THROUGH[override.system?.toUpperCase() ?? ''] ?? 'other',
    reason: override.reason || null,
  }
}

const THROUGH: Readonly<Record<string, ScoreOverride['through']>> = {
  GRADEBOOK: 'gradebook',
  PROCTORING: 'proctoring',
  'GRADE-IMPORT': 'import',
}

const HIDDEN: Readonly<Record<string, TypeSummary['hidden']>> = { some: 'some', all: 'all' }

function summariesOf({ assignment_type_grade_summary: summaries }: Answer): Progress['summaries'] {
  if (!summaries) return null
  return summaries.map((summary) => ({
    type: summary.type,
    average: summary.average_grade,
    contribution: summary.weighted_grade,
    hidden: HIDDEN[summary.has_hidden_contribution] ?? 'none',
    hiddenUntil: summary.last_grade_publish_date ?? null,
  }))
}
