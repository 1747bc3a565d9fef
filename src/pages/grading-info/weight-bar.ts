import type { AssignmentType } from '#src/domain/course.ts'
import { totalWeight } from './policy-rows.ts'

/** A part of the picture of weights. */
export interface WeightPart {
  readonly type: AssignmentType
  readonly place: number
  /** Width, a fraction of the whole picture, above 0. */
  readonly width: number
}

export interface WeightPicture {
  readonly parts: readonly WeightPart[]
  /** What is missing to 100 %, a fraction of the picture; 0 where nothing is. */
  readonly rest: number
  /** Where 100 % stands, a fraction of the picture: 1 unless the weights go beyond. */
  readonly full: number
}

/** Gives the picture of the weights: as wide as 100 %, or as the weights where they add up to more. */
export function weightPicture(types: readonly AssignmentType[]): WeightPicture {
  const drawn = types.map((type, place) => ({ type, place, weight: Math.max(0, type.weight ?? 0) }))
  const total = totalWeight(drawn.map(({ type, weight }) => ({ ...type, weight })))
  const scale = Math.max(1, total)
  return {
    parts: drawn.flatMap(({ type, place, weight }) =>
      weight > 0 ? { type, place, width: weight / scale } : [],
    ),
    rest: Math.max(0, 1 - total),
    full: 1 / scale,
  }
}
