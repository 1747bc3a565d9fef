import { Suspense, lazy } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Progress } from '#src/domain/progress.ts'
import { q } from '#src/lms/query.ts'

const StaffView = lazy(() => import('./StaffView.tsx'))

/** What staff have beyond the page itself. Learners do not even load it. */
export function StaffBanner({ progress }: { readonly progress: Progress }) {
  const { courseId = '', learnerId } = useParams()
  const { data: home } = useQuery(q('courseHome', { courseId }))
  // Another's page is given to staff only; one's own tells nothing of rights.
  const isStaff = learnerId === undefined ? home?.isStaff === true : home?.isStaff !== false
  if (!isStaff) return null
  return (
    <Suspense fallback={null}>
      <StaffView progress={progress} courseId={courseId} learnerId={learnerId ?? null} />
    </Suspense>
  )
}
