import { type ComponentType, lazy } from 'react'
import type { CourseId, LearnerId } from '#src/domain/course.ts'
import type { CourseHome } from '#src/domain/progress.ts'
import { q, queryClient } from '#src/lms/query.ts'
import type { StaffViewProps } from './StaffView.tsx'

const load = () => import('./StaffView.tsx')
const Later = lazy(load)
let loaded: ComponentType<StaffViewProps> | null = null

/** Gives what staff have beyond the page itself; drawn at once where it was loaded, for a moment's gap would jump. */
export function staffView(): ComponentType<StaffViewProps> {
  return loaded ?? Later
}

/** Tells whether the page is looked at as staff. Another's page is given to staff only; one's own tells nothing of rights. */
export function isForStaff(home: CourseHome | undefined, learnerId: LearnerId | null): boolean {
  return learnerId === null ? home?.isStaff === true : home?.isStaff !== false
}

/**
 * Reads what staff have beyond the page, once the standing is there: it stands above all else, and would push that down
 * if it came later. Each of it is an extra, without which the page stands all the same: nothing rejects.
 */
export async function readForStaff(courseId: CourseId, learnerId: LearnerId | null): Promise<void> {
  const home = queryClient.getQueryData(q('courseHome', { courseId }).queryKey)
  if (!isForStaff(home, learnerId)) return
  const progress = queryClient.getQueryData(q('progress', { courseId, learnerId }).queryKey)
  await Promise.all([
    load().then(
      (module) => (loaded = module.default),
      () => undefined,
    ),
    queryClient.prefetchQuery(q('viewer', {})),
    learnerId !== null && progress
      ? queryClient.prefetchQuery(q('learnerGrades', { courseId, username: progress.username }))
      : undefined,
  ])
}
