import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EditStore } from '#src/lms/edit-store.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { q } from '#src/lms/query.ts'
import type { KeepingNews } from '#src/lms/tray-keeper.ts'
import { useNow } from '#src/ui/now.ts'

/**
 * Keeps what is not saved in this browser, as soon as it is known whose it is. Gives what the person has to know of it,
 * and the function that takes it off the page.
 */
export function useKeeping(gradebook: Gradebook): [news: KeepingNews | null, dismiss: () => void] {
  const username = useQuery(q('viewer', {})).data?.username
  const now = useNow()
  const [told, setTold] = useState<{ of: EditStore; news: KeepingNews } | null>(null)
  useEffect(() => {
    if (username === undefined) return undefined
    let isHere = true
    const tell = (news: KeepingNews) => setTold({ of: gradebook.edits, news })
    import('#src/lms/keep-tray.ts').then(
      ({ keepTray }) => isHere && keepTray({ gradebook, username, now: () => now().getTime(), tell }),
      () => isHere && tell({ kind: 'not-kept' }),
    )
    return () => {
      isHere = false
    }
  }, [gradebook, username, now])
  return [told?.of === gradebook.edits ? told.news : null, () => setTold(null)]
}
