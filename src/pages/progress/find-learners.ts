import { queryOptions } from '@tanstack/react-query'
import type { CourseId, Learner } from '#src/domain/course.ts'
import { searchLearners } from '#src/domain/view.ts'
import { listLearners } from '#src/lms/list-learners.ts'
import { lms } from '#src/lms/connect.ts'

/** So many are told from each other by eye. */
const SHOWN = 20

interface Found {
  readonly learners: readonly Learner[]
  /** More fit than are given. */
  readonly more: boolean
}

/** Asks the gradebook for learners whose username, e-mail address or student key fits; the first ones where nothing is typed. */
export function findLearners(courseId: CourseId, search: string) {
  return queryOptions({
    queryKey: ['findLearners', courseId, search] as const,
    queryFn: async ({ signal }): Promise<Found> => {
      if (!lms().capabilities.serverFilters.has('search')) return findHere(courseId, search, signal)
      // Members of the course team who learn there are learners as well.
      const query = { courseId, search, courseTeam: true, pageSize: SHOWN }
      for await (const { rows = [], resume } of listLearners(lms(), query, signal)) {
        return { learners: rows.map(({ learner }) => learner), more: resume !== null }
      }
      return { learners: [], more: false }
    },
    staleTime: 60_000,
  })
}

/** Reads the whole list and searches here, where the server cannot search. */
async function findHere(courseId: CourseId, search: string, signal: AbortSignal): Promise<Found> {
  const fits = searchLearners(search)
  const found: Learner[] = []
  for await (const { rows = [] } of listLearners(lms(), { courseId }, signal)) {
    found.push(...rows.map(({ learner }) => learner).filter(fits))
    if (found.length > SHOWN) break
  }
  return { learners: found.slice(0, SHOWN), more: found.length > SHOWN }
}
