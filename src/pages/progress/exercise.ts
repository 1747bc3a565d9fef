import type { SubsectionId } from '#src/domain/course.ts'
import type { CourseGrade, GradeEntry, GradingPolicy, TypeGrade } from '#src/domain/grading.ts'
import { type WhatIf, startWhatIf, tryScore } from '#src/domain/what-if.ts'

/**
 * What is typed into the exercise, and what it makes of the total. It lives in memory only. Each line listens for what it
 * shows itself, so that a key pressed in one of several hundred draws few of them anew.
 */
export interface Exercise {
  subscribe(listener: () => void): () => void
  grade(): CourseGrade
  /** The row of the policy as it is with what is typed. */
  type(index: number): TypeGrade | undefined
  standing(id: SubsectionId): GradeEntry['standing']
  text(id: SubsectionId): string
  isTouched(): boolean
  /** Takes what is typed into a line. @param percent fraction 0..; null where the text gives none */
  write(id: SubsectionId, text: string, percent: number | null): void
  /** Takes everything back. */
  reset(): void
}

/** Begins an exercise on a course grade. */
export function createExercise(policy: GradingPolicy, start: CourseGrade): Exercise {
  const listeners = new Set<() => void>()
  const begin = (): WhatIf => startWhatIf(policy, start)
  let whatIf = begin()
  let texts = new Map<SubsectionId, string>()
  let standings = standingsIn(whatIf)

  const publish = (next: WhatIf): void => {
    whatIf = next
    standings = standingsIn(next)
    for (const listener of listeners) listener()
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    grade: () => whatIf.grade,
    type: (index) => whatIf.grade.types[index],
    standing: (id) => standings.get(id) ?? 'counted',
    text: (id) => texts.get(id) ?? '',
    isTouched: () => texts.size > 0,
    write: (id, text, percent) => {
      if (text === '') texts.delete(id)
      else texts.set(id, text)
      publish(tryScore(whatIf, id, percent))
    },
    reset: () => {
      texts = new Map()
      publish(begin())
    },
  }
}

function standingsIn({ grade }: WhatIf): ReadonlyMap<SubsectionId, GradeEntry['standing']> {
  return new Map(
    grade.types.flatMap(({ entries }) =>
      entries.map(({ subsectionId, standing }) => [subsectionId ?? '', standing] as const),
    ),
  )
}
