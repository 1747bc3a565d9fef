import type { CourseId, LearnerId, SubsectionId } from '#src/domain/course.ts'
import type { PastePreview } from '#src/domain/paste-preview.ts'
import type { Lms } from '#src/lms/lms.ts'

/** So many learners are tried: a subsection may not be open to one of them. */
const TRIED = 3

/**
 * Asks the server for the points of the assignments whose percentages a preview could not read, by a learner each.
 * @param known not asked for again
 * @returns null for those that the server did not tell either; nothing for those it could not be asked about
 */
export async function readPoints(
  lms: Pick<Lms, 'subsectionGrade'>,
  courseId: CourseId,
  preview: PastePreview,
  known: ReadonlyMap<SubsectionId, number | null>,
): Promise<Map<SubsectionId, number | null>> {
  const wanted = new Map<SubsectionId, LearnerId[]>()
  for (const at of preview.groups.refused.lines) {
    const line = preview.lines[at]
    if (line?.learner.kind !== 'matched') continue
    for (const { subsectionId, verdict } of line.cells) {
      if (verdict.kind !== 'refused' || verdict.refusal.why !== 'possible-unknown') continue
      const learners = wanted.get(subsectionId) ?? []
      if (known.has(subsectionId) || learners.length === TRIED) continue
      wanted.set(subsectionId, [...learners, line.learner.learnerId])
    }
  }
  const told = new Map<SubsectionId, number | null>()
  await Promise.all(
    Array.from(wanted, async ([subsectionId, learners]) => {
      const points = await firstTold(lms, { courseId, subsectionId }, learners)
      if (points !== undefined) told.set(subsectionId, points)
    }),
  )
  return told
}

async function firstTold(
  lms: Pick<Lms, 'subsectionGrade'>,
  subsection: { courseId: CourseId; subsectionId: SubsectionId },
  learners: readonly LearnerId[],
): Promise<number | null | undefined> {
  let isTold = true
  for (const learnerId of learners) {
    try {
      const grade = await lms.subsectionGrade?.({ ...subsection, learnerId })
      if (grade?.available && grade.graded.possible > 0) return grade.graded.possible
    } catch {
      // The line says that the points are not known, and the next reading asks again: nothing is lost.
      isTold = false
    }
  }
  return isTold ? null : undefined
}
