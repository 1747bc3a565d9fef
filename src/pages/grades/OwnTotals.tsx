import { useQueries } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import { FormattedMessage } from 'react-intl'
import { distinctNames } from '#src/domain/total-rows.ts'
import { inParallel } from '#src/lms/in-parallel.ts'
import type { CourseSummary, Viewer } from '#src/lms/lms.ts'
import { q, queryClient } from '#src/lms/query.ts'
import styles from './Grades.module.css'
import { TotalsTable } from './TotalsTable.tsx'

interface OwnTotalsProps {
  /** Those in which the viewer is enrolled. */
  readonly courses: readonly CourseSummary[]
  readonly viewer: Viewer
}

/** The viewer's own totals, each read by itself: one that fails says so in its line and leaves the others alone. */
export function OwnTotals({ courses, viewer: { username } }: OwnTotalsProps) {
  const titleId = useId()
  const readings = useQueries({
    queries: courses.map(({ id: courseId }) => ({
      ...q('courseTotal', { courseId, username }),
      enabled: false,
    })),
  })
  useEffect(() => {
    const running = new AbortController()
    const read = ({ id: courseId }: CourseSummary) =>
      queryClient.prefetchQuery(q('courseTotal', { courseId, username }))
    // Stopped by leaving the page: nothing else rejects.
    inParallel(courses, read, running.signal).catch(() => undefined)
    return () => running.abort()
  }, [courses, username])
  const names = distinctNames(courses)
  const rows = courses.map((course, index) => {
    const reading = readings[index]
    return {
      courseId: course.id,
      courseName: names.get(course.id) ?? course.name,
      username,
      total: reading?.data ?? null,
      error: reading?.error ?? null,
      retry: () => void reading?.refetch(),
    }
  })
  return (
    <section aria-labelledby={titleId} className={styles['section']}>
      <h2 id={titleId}>
        <FormattedMessage id="grades.own" />
      </h2>
      <p className={styles['kept']}>
        <FormattedMessage id="grades.own.kept" />
      </p>
      <TotalsTable
        labelledBy={titleId}
        rows={rows}
        isOwn
        columns={['course', 'percent', 'letter', 'passed']}
      />
    </section>
  )
}
