import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import { q } from '#src/lms/query.ts'
import { type FilterChip, chipsOf } from './chips.ts'
import type { TableState } from './table-state.ts'

/** Gives every filter that is on, in words; names of tracks and cohorts are read when they are needed. */
export function useChips(
  courseId: string,
  assignments: readonly Assignment[],
  table: TableState,
): readonly FilterChip[] {
  const intl = useIntl()
  const { filters } = table
  const course = useQuery({ ...q('course', { courseId }), enabled: filters.track !== undefined })
  const cohorts = useQuery({ ...q('cohorts', { courseId }), enabled: filters.cohort !== undefined })
  // Read by the loader, where the server tells how the course is graded.
  const { data: info } = useQuery({ ...q('gradingInfo', { courseId }), enabled: false })
  return chipsOf(intl, table, {
    assignments,
    periods: info?.periods,
    tracks: course.data?.tracks,
    cohorts: cohorts.data,
  })
}
