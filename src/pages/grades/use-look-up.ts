import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { CourseId } from '#src/domain/course.ts'

/** What is looked up: a course, people, or people in a course. */
export interface Wanted {
  readonly courseId: CourseId | null
  readonly usernames: readonly string[]
}

/** What is looked up now: the course stands in the URL, usernames only in the history entry, since they name people. */
export function useLookUp(): { wanted: Wanted | null; lookUp: (wanted: Wanted) => void } {
  const [params] = useSearchParams()
  const { state } = useLocation()
  const navigate = useNavigate()
  const courseId = params.get('course') || null
  const usernames = usernamesOf(state)
  return {
    wanted: courseId === null && usernames.length === 0 ? null : { courseId, usernames },
    lookUp: ({ courseId, usernames }) => {
      const search = courseId === null ? '' : `?${new URLSearchParams({ course: courseId })}`
      void navigate({ search }, { state: { usernames } })
    },
  }
}

/** A history entry may have been written by an older version of the app. */
function usernamesOf(state: unknown): string[] {
  if (typeof state !== 'object' || state === null || !('usernames' in state)) return []
  const { usernames } = state
  return Array.isArray(usernames) ? usernames.filter((name) => typeof name === 'string') : []
}
