import type { AssignmentType } from '#src/domain/course.ts'

export type BrokenField = 'name' | 'weight' | 'required' | 'dropped'

/** A row of the policy that lacks what grading needs. */
export interface BrokenPart {
  /** Empty where the name itself is missing. */
  readonly type: string
  /** Its place in the policy, 0.. */
  readonly place: number
  readonly lacks: readonly BrokenField[]
}

/**
 * Gives the rows over which a server cannot grade: one missing value is enough to stop the whole course.
 * Source: Grades API v1, policy; Open edX, how the grader reads a policy.
 */
export function brokenParts(types: readonly AssignmentType[]): BrokenPart[] {
  return types.flatMap(({ name, weight, required, dropped }, place) => {
    const lacks = (
      Object.entries({ name: name || null, weight, required, dropped }) as Array<[BrokenField, unknown]>
    )
      .filter(([, value]) => value === null)
      .map(([field]) => field)
    return lacks.length > 0 ? { type: name, place, lacks } : []
  })
}
