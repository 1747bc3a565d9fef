import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { CourseHome } from '#src/domain/progress.ts'
import { q } from '#src/lms/query.ts'

/** Gives what the loader has read of the course's surroundings; undefined where that failed: the page stands without. */
export function useCourseHome(): CourseHome | undefined {
  const { courseId = '' } = useParams()
  return useQuery({ ...q('courseHome', { courseId }), enabled: false }).data
}
