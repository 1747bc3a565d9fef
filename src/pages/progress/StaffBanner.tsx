import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Progress } from '#src/domain/progress.ts'
import { q } from '#src/lms/query.ts'
import { isForStaff, staffView } from './for-staff.ts'

/** What staff have beyond the page itself. Learners do not even load it. */
export function StaffBanner({ progress }: { readonly progress: Progress }) {
  const { courseId = '', learnerId = null } = useParams()
  const [StaffView] = useState(() => staffView())
  const { data: home } = useQuery(q('courseHome', { courseId }))
  if (!isForStaff(home, learnerId)) return null
  return (
    <Suspense fallback={null}>
      <StaffView progress={progress} courseId={courseId} learnerId={learnerId} />
    </Suspense>
  )
}
