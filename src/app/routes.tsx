import type { ReactNode } from 'react'
import type { RouteObject } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { Loading } from './Loading.tsx'
import { NotFound } from './NotFound.tsx'
import { PageError } from './PageError.tsx'
import { Shell } from './Shell.tsx'
import { lazyPage } from './lazy-page.ts'

const overridePanel = lazyPage(() => import('#src/pages/override/OverridePanel.tsx'))

/** What a course opens with, by what the server has: its whole table, a table of totals, or one learner at a time. */
async function courseView(): Promise<LazyRoute> {
  const server = lms()
  if (!server.gradebook) return import('#src/pages/look-up/LookUpPage.tsx')
  if (server.capabilities.rows === 'totals') return import('#src/pages/gradebook/TotalsPage.tsx')
  return import('#src/pages/gradebook/GradebookPage.tsx')
}

type LazyRoute = Pick<RouteObject, 'Component' | 'loader' | 'shouldRevalidate'>

/** Fetches what is likely to be opened next, when there is nothing else to do. A failure shows when it is opened. */
export function preloadPanels(): void {
  overridePanel().catch(() => undefined)
}

/**
 * THE route table. Every page module brings its own `Component` and `loader`.
 * @param slot stands in the top bar: the simulated LMS's pill in mock mode
 * @param more pages beside the app's own: the simulated LMS's control room in mock mode
 */
export function routes(slot: ReactNode, more: readonly RouteObject[] = []): RouteObject[] {
  return [
    {
      path: '/',
      element: <Shell slot={slot} />,
      HydrateFallback: Loading,
      ErrorBoundary: PageError,
      children: [
        {
          // Errors of pages are shown inside the shell.
          ErrorBoundary: PageError,
          children: [
            { index: true, lazy: lazyPage(() => import('#src/pages/courses/CoursesPage.tsx')) },
            {
              path: ':courseId',
              lazy: lazyPage(courseView),
              children: [
                {
                  path: 'learners/:learnerId/:subsectionId',
                  lazy: overridePanel,
                },
              ],
            },
            {
              path: ':courseId/grading-info',
              lazy: lazyPage(() => import('#src/pages/grading-info/GradingInfoPage.tsx')),
            },
            {
              path: ':courseId/progress/:learnerId?',
              lazy: lazyPage(() => import('#src/pages/progress/ProgressPage.tsx')),
            },
            { path: 'grades', lazy: lazyPage(() => import('#src/pages/grades/GradesPage.tsx')) },
            ...more,
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ]
}
