import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import type { Loader } from '#src/lms/load.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { readTableUrl, toQuery } from './filters.ts'

/**
 * Starts reading the grades and waits only for what the table's frame needs. Names of course and viewer come when they
 * come.
 */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<null> {
  const courseId = params['courseId'] ?? ''
  const { filters } = readTableUrl(new URL(request.url).searchParams, lms().capabilities.serverFilters)
  // Loaders are not told of the history entry's state. On a reload with one exact username the list begins here, and the
  // page ends it at once: one request in vain, where waiting for the page would delay everybody's first row.
  const gradebook = openGradebook(lms(), toQuery(courseId, filters))
  // The frame first, which is quick to answer, then the grades, then what only names things.
  const frame = queryClient.fetchQuery(q('gradingInfo', { courseId }))
  gradebook.loader.start()
  void queryClient.prefetchQuery(q('course', { courseId }))
  void queryClient.prefetchQuery(q('viewer', {}))
  try {
    await frame
  } catch (error) {
    throw (await betterReason(gradebook.loader, error)) ?? error
  }
  return null
}

/**
 * Filters, sort and search are taken up by the page itself, at once: a control must not wait for a loader, and one that
 * runs again would go on with a reading that was paused. Only another course loads, and "Try again", which empties the
 * cache first.
 */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  const { courseId = '' } = nextParams
  const stands = queryClient.getQueryData(q('gradingInfo', { courseId }).queryKey) !== undefined
  return currentParams['courseId'] !== courseId || !stands
}

/** Of a course that does not exist the grading info says only that it failed, or is forbidden; the gradebook knows. */
async function betterReason(loader: Loader, error: unknown): Promise<LmsError | null> {
  if (!(error instanceof LmsError) || !['unavailable', 'forbidden'].includes(error.kind)) return null
  await new Promise<void>((resolve) => {
    const look = () => {
      if (loader.state().status === 'reading') return
      end()
      resolve()
    }
    const end = loader.changes.subscribe(look)
    look()
  })
  const { error: told } = loader.state()
  return told?.kind === 'not-found' ? told : null
}
