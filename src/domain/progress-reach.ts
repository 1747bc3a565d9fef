import { type CourseGrade, gradeCourse } from './grading.ts'
import type { OpenWork } from './progress-open.ts'

type Open = Pick<OpenWork, 'policy' | 'works' | 'open'>

/**
 * Gives the course grade if all that is open came to the same score, under the policy's own arithmetic. What has more
 * already keeps it.
 * @param score fraction 0..
 */
export function gradeWithOpenAt({ policy, works, open }: Open, score: number): CourseGrade {
  return gradeCourse(
    policy,
    works.map((work) =>
      open.has(work.subsectionId) ? { ...work, percent: Math.max(score, work.percent ?? 0) } : work,
    ),
  )
}

/** Gives the highest course grade still within reach: full points on all that is open. */
export function reachOf(open: Open): CourseGrade {
  return gradeWithOpenAt(open, 1)
}
