import { useInfiniteQuery } from '@tanstack/react-query'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { Wanted } from './use-look-up.ts'

/** Reads the totals that are looked up, page by page; nothing while nothing is. */
export function useFound(wanted: Wanted | null) {
  return useInfiniteQuery({
    queryKey: ['courseTotals', wanted] as const,
    queryFn: ({ pageParam: page, signal }) => {
      const backend = lms()
      if (!backend.courseTotals || !wanted) throw new LmsError('unsupported')
      return backend.courseTotals({ ...wanted, page }, signal)
    },
    enabled: wanted !== null,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 60_000,
  })
}

export type Found = ReturnType<typeof useFound>
