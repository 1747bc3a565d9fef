import { Suspense, lazy, useSyncExternalStore } from 'react'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { useKeeping } from './use-keeping.ts'

const KeepingNotices = lazy(() => import('./KeepingNotices.tsx'))

/** Keeps the unsaved changes of a course, and says what one has to know of that. */
export function Keeping({ gradebook }: { readonly gradebook: Gradebook }) {
  const { edits } = gradebook
  const [news, dismiss] = useKeeping(gradebook)
  const isElsewhere = useSyncExternalStore(edits.changes.subscribe, edits.isSavingElsewhere)
  if (!news && !isElsewhere) return null
  return (
    <Suspense fallback={null}>
      <KeepingNotices edits={edits} news={news} isSavingElsewhere={isElsewhere} onDismiss={dismiss} />
    </Suspense>
  )
}
