import { timeOrNull } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { readRule } from '#mocks/lms/grading.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { TypeSummary } from '#mocks/lms/learner/progress-summary.ts'
import { openProgress } from '#mocks/lms/learner/progress-access.ts'
import { type ProgressSubsection, progressOf } from '#mocks/lms/learner/progress.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type * as wire from '#src/lms/openedx-v1/endpoints-progress.ts'
import {
  presentAccessEnd,
  presentCertificate,
  presentCredit,
  presentUpgrade,
  presentVerification,
} from './standing.ts'

type Wire = WireOf<typeof wire.progress>
type SubsectionWire = Wire['section_scores'][number]['subsections'][number]
type SummaryWire = NonNullable<Wire['assignment_type_grade_summary']>[number]

/** The colours of assignment types, as the server hands them out. */
const COLORS = [
  '#D24242',
  '#7B9645',
  '#5A5AD8',
  '#B0842C',
  '#2E90C2',
  '#D13F88',
  '#36A17D',
  '#AE5AD8',
  '#3BA03B',
]

/** Answers Course home API v1, progress: one's own, and a learner's for staff. */
export const progressResolvers: Resolvers<typeof wire> = {
  progress: (asked) => present(asked, asked.path.courseId),
  progressOfLearner: (asked) => present(asked, asked.path.courseId, asked.path.learnerId),
}

function present(
  { school, caller, url }: Pick<Asked<typeof wire.progress>, 'school' | 'caller' | 'url'>,
  courseId: string,
  learnerId?: string,
): Wire {
  const { course, learner, reader, masked } = openProgress(school, caller, courseId, learnerId)
  const progress = progressOf(school, course, learner, reader)
  const { courseGrade, completion, enrolment } = progress
  const place = { school, course, origin: url.origin }
  return {
    verified_mode: presentUpgrade(place, enrolment),
    access_expiration: presentAccessEnd(place, enrolment, masked),
    certificate_data: presentCertificate(place, learner.id),
    completion_summary: {
      complete_count: completion.complete,
      incomplete_count: completion.incomplete,
      locked_count: completion.locked,
    },
    course_grade: {
      letter_grade: courseGrade.letter,
      percent: courseGrade.percent,
      is_passing: courseGrade.passed,
    },
    credit_course_requirements: presentCredit(place, learner.id),
    end: timeOrNull(course.end),
    enrollment_mode: enrolment?.mode ?? null,
    grading_policy: policyOf(course),
    has_scheduled_content: progress.scheduledContent,
    section_scores: progress.sections.map(({ chapter, subsections }) => ({
      display_name: chapter.name,
      subsections: subsections.map((one) =>
        presentSubsection(one, `${url.origin}/learning/course/${course.key}`),
      ),
    })),
    studio_url: `${url.origin}/studio/settings/grading/${course.key}`,
    username: learner.username,
    user_has_passing_grade: progress.passing,
    verification_data: presentVerification(place, enrolment),
    disable_progress_graph: course.flags.progressGraph === false,
    assignment_type_grade_summary: progress.types.map(presentSummary),
    final_grades: progress.finalGrades,
  }
}

function policyOf({ policy }: Course): Wire['grading_policy'] {
  return {
    assignment_policies: policy.rules.map(readRule).map((rule) => ({
      num_droppable: rule.dropCount,
      num_total: rule.minCount,
      short_label: rule.shortLabel,
      type: rule.type,
      weight: rule.weight,
    })),
    grade_range: Object.fromEntries(policy.cutoffs.map(({ letter, from }) => [letter, from])),
    assignment_colors: COLORS,
  }
}

function presentSubsection(
  { grade, problems, showsScores, locked, open }: ProgressSubsection,
  course: string,
): SubsectionWire {
  const { subsection, effective, override, percent } = grade
  return {
    assignment_type: subsection.format,
    block_key: subsection.key,
    display_name: subsection.name,
    due: timeOrNull(subsection.due),
    has_graded_assignment: subsection.graded,
    override: override && { system: override.system, reason: override.reason },
    learner_has_access: !locked,
    num_points_earned: effective.earnedGraded,
    num_points_possible: effective.possibleGraded,
    percent_graded: percent,
    problem_scores: problems.map(({ earned, possible }) => ({ earned, possible })),
    show_correctness: subsection.showCorrectness,
    show_grades: showsScores,
    url: open ? `${course}/${subsection.key}` : null,
  }
}

function presentSummary(summary: TypeSummary): SummaryWire {
  return {
    type: summary.type,
    short_label: summary.shortLabel,
    weight: summary.weight,
    average_grade: summary.averageGrade,
    weighted_grade: summary.weightedGrade,
    num_droppable: summary.dropCount,
    num_total: summary.minCount,
    has_hidden_contribution: summary.hiddenContribution,
    last_grade_publish_date: timeOrNull(summary.lastPublished),
  }
}
