import type { Points } from './course.ts'
import type { Progress, ProgressSection, ProgressSubsection, SubsectionScore } from './progress.ts'

/** A section of the course with its scores, practice apart from what is graded. */
export interface ScoreList {
  readonly name: string
  readonly graded: readonly ProgressSubsection[]
  readonly practice: readonly ProgressSubsection[]
  /** Sum of the graded scores that show; null where none does. */
  readonly points: Points | null
}

/** Gives the scores of a course by section, in its order; what has nothing to score is left out. */
export function scoreLists({ sections }: Pick<Progress, 'sections'>): ScoreList[] {
  return (sections ?? []).map(listOf).filter(({ graded, practice }) => graded.length + practice.length > 0)
}

function listOf({ name, subsections }: ProgressSection): ScoreList {
  const graded = subsections.filter((one) => one.graded)
  const shown = graded.flatMap(({ score }) => score ?? [])
  return {
    name,
    graded,
    practice: subsections.filter((one) => !one.graded && one.score?.problems.length !== 0),
    points: shown.length > 0 ? sumOf(shown) : null,
  }
}

/** Gives the points of practice, which the subsection's own points leave out: they are the graded ones. */
export function practicePoints({ problems }: Pick<SubsectionScore, 'problems'>): Points {
  return sumOf(problems)
}

function sumOf(all: readonly Points[]): Points {
  return {
    earned: all.reduce((sum, { earned }) => sum + earned, 0),
    possible: all.reduce((sum, { possible }) => sum + possible, 0),
  }
}

/**
 * Gives the types of which the server counts hidden scores although no subsection of theirs is listed without one: their
 * subsections are left out of the answer. Only what is certain is told: where a listed score is hidden, too, that may be
 * the one.
 */
export function unlistedTypes({ sections, summaries }: Pick<Progress, 'sections' | 'summaries'>): string[] {
  const listed = (sections ?? []).flatMap(({ subsections }) => subsections)
  const hasHidden = (type: string) => listed.some((one) => one.graded && one.type === type && !one.score)
  return (summaries ?? [])
    .filter(({ type, hidden }) => hidden !== 'none' && !hasHidden(type))
    .map(({ type }) => type)
}

/** Why a score does not show, and whether the learner sees one that shows to this viewer. */
export type ScoreSight =
  | 'shown'
  | 'until-due'
  | 'until-date'
  | 'never'
  | 'counted-unseen'
  | 'unseen-until-date'
  | 'unseen'

/** Tells whether there is no score, none that is only hidden: nothing yet, or an exception in its place. */
export function isWithoutScore({
  score,
  exception,
}: Pick<ProgressSubsection, 'score' | 'exception'>): boolean {
  return score === null && exception !== undefined
}

/**
 * Tells who sees a score. `unseen…`: this viewer does, the learner does not.
 * @param now milliseconds since 1970
 */
export function sightOf(
  subsection: Pick<ProgressSubsection, 'score' | 'exception' | 'visibility' | 'due'>,
  now: number,
): ScoreSight {
  const { score, visibility, due } = subsection
  const isAhead = due !== null && new Date(due).getTime() > now
  if (score) {
    if (visibility === 'past-due' && isAhead) return 'unseen-until-date'
    return visibility === 'always' || visibility === 'past-due' ? 'shown' : 'unseen'
  }
  if (isWithoutScore(subsection)) return 'shown'
  if (visibility === 'past-due') return isAhead ? 'until-date' : 'until-due'
  return visibility === 'counted-unseen' ? 'counted-unseen' : 'never'
}
