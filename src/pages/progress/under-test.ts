import { act } from '@testing-library/react'
import type { Progress } from '#src/domain/progress.ts'
import { progressOf } from '#src/domain/progress-testing.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'

/** Opens a learner's own progress, and gives it what the simulated school does not have. */
export async function renderProgress(difference: Partial<Progress>): ReturnType<typeof renderApp> {
  const app = await renderApp(`/${COURSE}/progress`, { user: 'learner' })
  await giveProgress(difference)
  return app
}

/** Lets the server's answer be another one. */
export async function giveProgress(difference: Partial<Progress>): Promise<void> {
  const { queryKey } = q('progress', { courseId: COURSE, learnerId: null })
  queryClient.setQueryData(queryKey, progressOf([], difference))
  // What is set is told to the page after the present task.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
}
