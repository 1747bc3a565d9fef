import { refusal } from '#mocks/lms/refusal.ts'

/** A percent scale: letters and what they stand for, in percent. */
interface PercentScale {
  readonly type: 1
  readonly levels: ReadonlyArray<{
    readonly grade: string
    readonly cutoff: number
    /** What the letter counts; null: its cutoff. */
    readonly average: number | null
  }>
}

/** A points scale: a few numbers, each with words. */
interface PointsScale {
  readonly type: 3
  readonly levels: ReadonlyArray<{ readonly points: number; readonly description: string }>
}

/** A grading scale. Where there is none, grades are numeric: id and type 0. */
export type GradingScale = (PercentScale | PointsScale) & {
  readonly id: number
  readonly title: string
  /** Averages were worked out from the cutoffs. */
  readonly autoAveraging: boolean
  /** Learners see the level alone. */
  readonly hideNumeric: boolean
}

/**
 * Gives the points that a level of a scale stands for in an assignment worth `max` points. Grades: letters become
 * numbers when they are saved, a level's average, else its cutoff.
 * @throws {Refusal} 400 where there is no scale, or no such level
 */
export function pointsOf(scale: GradingScale | null, level: string, max: number): number {
  const percent = scale && percentOf(scale, level.trim().toLowerCase())
  if (percent === null) throw refusal(400, `Not a grade of this assignment's scale: ${level}`)
  return (percent * max) / 100
}

function percentOf(scale: GradingScale, wanted: string): number | null {
  if (scale.type === 1) {
    const level = scale.levels.find(({ grade }) => grade.toLowerCase() === wanted)
    return level ? (level.average ?? level.cutoff) : null
  }
  const level = scale.levels.find(({ description }) => description.toLowerCase() === wanted)
  const top = Math.max(...scale.levels.map(({ points }) => points))
  return level ? (level.points / top) * 100 : null
}
