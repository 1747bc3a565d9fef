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
  const { filters } = readTableUrl(new URL(request.url).searchParams)
  const gradebook = openGradebook(lms(), toQuery(courseId, filters))
  gradebook.loader.start()
  void queryClient.prefetchQuery(q('course', { courseId }))
  void queryClient.prefetchQuery(q('viewer', {}))
  try {
    await queryClient.fetchQuery(q('gradingInfo', { courseId }))
  } catch (error) {
    throw (await betterReason(gradebook.loader, error)) ?? error
  }
  return null
}

/**
 * Filters, sort and settings are taken up by the page itself, at once: a control must not wait for a loader. Another
 * course, or an explicit "Try again", loads.
 */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs): boolean {
  const isSameCourse = change.currentParams['courseId'] === change.nextParams['courseId']
  return !isSameCourse || change.currentUrl.href === change.nextUrl.href
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
