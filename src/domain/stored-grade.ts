import type { Progress } from './progress.ts'

/** A course grade as it is stored, beside the one on the progress page. */
export interface GradeDifference {
  /** `hidden`: scores count that the page does not show; `older`: nothing here tells why, most likely it was stored before a change. */
  readonly reason: 'hidden' | 'older'
}

/**
 * Tells whether the stored course grade and the one over what the viewer may see differ, and why; null where they agree as
 * far as they are known.
 * @param stored fraction; null where it is not known
 * Source: Open edX, what the gradebook and the progress page each compute.
 */
export function gradeDifference(
  progress: Pick<Progress, 'grade' | 'passes' | 'summaries' | 'sections'>,
  stored: number | null,
): GradeDifference | null {
  const { grade, passes, summaries, sections } = progress
  const samePercent = stored === null || Math.round(stored * 100) === Math.round(grade.percent * 100)
  const samePassing = passes === null || grade.passed === null || passes === grade.passed
  if (samePercent && samePassing) return null
  const hides =
    (summaries ?? []).some(({ hidden }) => hidden !== 'none') ||
    (sections ?? []).some(({ subsections }) =>
      subsections.some(
        ({ graded, score, visibility }) => graded && (!score || visibility === 'counted-unseen'),
      ),
    )
  return { reason: hides ? 'hidden' : 'older' }
}

/** Tells whether the learner may see less than staff: some scores are not shown to learners, or not yet. */
export function hidesFromLearner({ sections }: Pick<Progress, 'sections'>, now: Date): boolean {
  return (sections ?? []).some(({ subsections }) =>
    subsections.some(({ graded, visibility, due }) => {
      if (!graded || visibility === 'always') return false
      return visibility !== 'past-due' || due === null || Date.parse(due) > now.getTime()
    }),
  )
}
