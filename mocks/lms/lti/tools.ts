import type { Course, Problem, Subsection } from '#mocks/lms/course-model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import type { School } from '#mocks/lms/store.ts'

/** A tool outside the platform that scores one problem of a course, through LTI 1.3. */
export interface LtiTool {
  /** By which the tool's calls name it: the place of its course in the school's list, from 1. */
  readonly configId: number
  readonly course: Course
  readonly subsection: Subsection
  readonly problem: Problem
}

/** Gives the tool with this configuration; undefined where the course has none. */
export function findTool(school: School, configId: string): LtiTool | undefined {
  const course = /^[1-9]\d*$/.test(configId) ? school.world.courses[Number(configId) - 1] : undefined
  if (!course) return undefined
  for (const { subsection } of subsectionsOf(course)) {
    const problem = subsection.problems.find(({ byTool }) => byTool)
    if (problem) return { configId: Number(configId), course, subsection, problem }
  }
  return undefined
}
