import {
  QueryClient,
  type QueryKey,
  type UseQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { lms } from './connect.ts'
import { LmsError } from './errors.ts'
import type { Lms } from './lms.ts'

type Operation<Params, Result> = (params: Params, signal?: AbortSignal) => Promise<Result>

/** The operations that give one answer; streams and links are no business of the cache. */
type OperationName = {
  [Name in keyof Lms]-?: NonNullable<Lms[Name]> extends Operation<never, unknown> ? Name : never
}[keyof Lms]

type WriteName = 'saveOverrides' | 'saveComment'
type ReadName = Exclude<OperationName, WriteName>

type ParamsOf<Name extends OperationName> = Parameters<NonNullable<Lms[Name]>>[0]
type ResultOf<Name extends OperationName> = Awaited<ReturnType<NonNullable<Lms[Name]>>>

const MINUTE = 60_000

/** Milliseconds for which an answer is taken as it is. */
const FRESH = 5 * MINUTE
/** Grades are always read again: somebody else may be grading, too. */
const FRESH_OF: Partial<Record<ReadName, number>> = {
  subsectionGrade: 0,
  learnerGrades: 0,
  periodGrades: 0,
  progress: 0,
  courseTotal: 0,
}

/**
 * What several parts of each page show, each as it comes up: a failure stands until a page's loader asks again, or the
 * next part would ask the same in vain.
 */
const SHARED: ReadonlySet<ReadName> = new Set(['course', 'viewer'])

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The API layer has asked again already where that could help.
      retry: false,
      refetchOnWindowFocus: false,
      // Otherwise a lost connection would pause a query for ever instead of failing it with words.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/**
 * Query options for one operation of the LMS: for `queryClient.fetchQuery` in a loader, `usePrefetched` or `useQuery`
 * in a component. Rejects with `LmsError`, kind `unsupported` where the backend lacks the operation.
 */
export function q<Name extends ReadName>(name: Name, params: ParamsOf<Name>) {
  return queryOptions({
    queryKey: [name, params] as const,
    queryFn: ({ signal }) => run(name, params, signal),
    staleTime: FRESH_OF[name] ?? FRESH,
    retryOnMount: !SHARED.has(name),
  })
}

/**
 * Reads what the route's loader has fetched, and follows it when it is invalidated.
 * @throws {Error} when the loader forgot it
 */
export function usePrefetched<Result, Key extends QueryKey>(
  options: UseQueryOptions<Result, Error, Result, Key>,
): Result {
  // The loader has just fetched it; mounting is no reason to ask again.
  const { data } = useQuery({ ...options, refetchOnMount: false })
  if (data === undefined) throw new Error(`The loader did not fetch ${JSON.stringify(options.queryKey[0])}`)
  return data
}

/** A write to the LMS as a mutation; never repeated by itself. Rejects with `LmsError`. */
export function useLmsMutation<Name extends WriteName>(name: Name) {
  return useMutation({ mutationFn: (params: ParamsOf<Name>) => run(name, params) })
}

async function run<Name extends OperationName>(
  name: Name,
  params: ParamsOf<Name>,
  signal?: AbortSignal,
): Promise<ResultOf<Name>> {
  const backend = lms()
  const operation = backend[name] as Operation<ParamsOf<Name>, ResultOf<Name>> | undefined
  if (!operation) throw new LmsError('unsupported', { endpoint: name })
  return operation.call(backend, params, signal)
}
