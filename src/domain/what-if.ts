import type { SubsectionId } from './course.ts'
import { type CourseGrade, type GradingPolicy, regrade } from './grading.ts'

/** An exercise: the course grade with other scores. */
export interface WhatIf {
  readonly policy: GradingPolicy
  /** As it stands. */
  readonly start: CourseGrade
  /** With what is tried. */
  readonly grade: CourseGrade
  /** Fractions 0.. by entry. */
  readonly tried: ReadonlyMap<SubsectionId, number>
}

/** Begins an exercise in which nothing is changed. */
export function startWhatIf(policy: GradingPolicy, start: CourseGrade): WhatIf {
  return { policy, start, grade: start, tried: new Map() }
}

/**
 * Gives the exercise with another score in one place; only its type is computed anew.
 * @param id an entry that counts or is dropped; what is worth no points takes no score
 * @param percent fraction 0..; null takes the place back to what it was
 */
export function tryScore(whatIf: WhatIf, id: SubsectionId, percent: number | null): WhatIf {
  const tried = new Map(whatIf.tried)
  if (percent === null) tried.delete(id)
  else tried.set(id, percent)
  if (tried.size === 0) return startWhatIf(whatIf.policy, whatIf.start)
  const grade = regrade(whatIf.policy, whatIf.grade, id, percent ?? percentAtStart(whatIf, id))
  return { ...whatIf, grade, tried }
}

function percentAtStart({ start }: WhatIf, id: SubsectionId): number | null {
  for (const { entries } of start.types) {
    const entry = entries.find(({ subsectionId }) => subsectionId === id)
    if (entry) return entry.percent
  }
  return null
}
