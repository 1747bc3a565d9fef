import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import type { Loader } from '#src/lms/load.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { readTableUrl, toQuery } from './filters.ts'

/** Marks in the cache that a course was opened: whoever empties it wants everything read again. */
const openedKey = (courseId: string) => ['totals', courseId]

/**
 * Starts reading the totals, and waits for the first of them: there is no frame to be drawn without.
 * Rejects with `LmsError`.
 */
export async function loader({ params: { courseId = '' }, request }: LoaderFunctionArgs): Promise<null> {
  const { filters } = readTableUrl(new URL(request.url).searchParams, lms().capabilities.serverFilters)
  const { loader: reading } = openGradebook(lms(), toQuery(courseId, filters))
  reading.start()
  void queryClient.prefetchQuery(q('course', { courseId }))
  await firstOf(reading)
  const { error, read } = reading.state()
  if (error && read === 0) throw error
  queryClient.setQueryData(openedKey(courseId), true)
  return null
}

/** Filters, sort and search are the page's own business; only another course loads, and "Try again". */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  const { courseId = '' } = nextParams
  return currentParams['courseId'] !== courseId || !queryClient.getQueryData(openedKey(courseId))
}

function firstOf(reading: Loader): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { status, read } = reading.state()
      if (status === 'reading' && read === 0) return
      end()
      resolve()
    }
    const end = reading.changes.subscribe(look)
    look()
  })
}
