import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'
import type { CourseId } from '#src/domain/course.ts'
import type { Sort } from '#src/domain/view.ts'
import { lms } from '#src/lms/connect.ts'
import {
  type TableSettings,
  keepSettings,
  keptSettings,
  parseKeptSettings,
  readKeptText,
  readUrlSettings,
  writeUrlSettings,
} from './column-settings.ts'
import { type Filters, readTableUrl, writeFilters, writeSort } from './filters.ts'

/** Personal, so it lives in the history entry: Back, Forward and reload keep it, no URL shows it. */
const PersonalState = z.object({ search: z._default(z.string(), ''), username: z._default(z.string(), '') })

type Personal = z.infer<typeof PersonalState>

/** Everything that the table shows by the viewer's choice, and how to change it. */
export interface TableState {
  readonly filters: Filters
  readonly sort: Sort | null
  readonly search: string
  /** Exact username, or empty. */
  readonly username: string
  readonly settings: TableSettings
  /** URL parameters that made no sense and were left out. */
  readonly dropped: readonly string[]
  readonly setFilters: (filters: Filters, username?: string) => void
  readonly setSort: (sort: Sort | null) => void
  readonly setSearch: (text: string) => void
  readonly setSettings: (change: TableSettings) => void
  /** Takes every filter and the search away. */
  readonly clear: () => void
}

/** Reads the table's state from the URL and the history entry, and writes it there. */
export function useTableState(courseId: CourseId): TableState {
  const location = useLocation()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const parsed = PersonalState.safeParse(location.state ?? {})
  const personal = parsed.success ? parsed.data : { search: '', username: '' }
  const { filters, sort, dropped } = readTableUrl(params, lms().capabilities.serverFilters)
  const inUrl = readUrlSettings(params)
  const kept = useSyncExternalStore(keptSettings.subscribe, () => readKeptText(courseId))
  const settings = { ...parseKeptSettings(kept), ...inUrl.settings }

  // The router takes a moment to follow: a second change must start from the first one, not from what is still shown.
  const latest = useRef({ params, personal, settings })
  useLayoutEffect(() => {
    latest.current = { params, personal, settings }
  })

  const go = (next: URLSearchParams, state: Personal, replace: boolean) => {
    latest.current = { ...latest.current, params: next, personal: state }
    void navigate(
      { pathname: location.pathname, search: next.toString() },
      { replace, state, preventScrollReset: true },
    )
  }

  return {
    filters,
    sort,
    dropped: [...dropped, ...inUrl.dropped],
    settings,
    ...personal,
    setFilters: (next, username = latest.current.personal.username) => {
      const before = latest.current.personal
      // Whoever asks for one learner is not to be told that the search leaves nobody.
      const search = username === '' || username === before.username ? before.search : ''
      go(writeFilters(latest.current.params, next), { search, username }, false)
    },
    setSort: (next) => go(writeSort(latest.current.params, next), latest.current.personal, false),
    setSearch: (search) => go(latest.current.params, { ...latest.current.personal, search }, true),
    setSettings: (change) => {
      const next = { ...latest.current.settings, ...change }
      latest.current = { ...latest.current, settings: next }
      keepSettings(courseId, next)
      go(writeUrlSettings(latest.current.params, next), latest.current.personal, true)
    },
    clear: () => go(writeFilters(latest.current.params, {}), { search: '', username: '' }, false),
  }
}
