import type { IntlShape } from 'react-intl'
import type { Assignment, GradingPeriod } from '#src/domain/course.ts'
import type { Cohort, Track } from '#src/lms/lms.ts'
import { periodName } from './column-groups.ts'
import type { FilterName, Filters } from './filters.ts'

/** What a chip takes away; a range goes by the name of its lower end. */
export type ChipName = 'search' | 'username' | Exclude<FilterName, 'assignmentMax' | 'totalMax'>

export interface FilterChip {
  readonly name: ChipName
  readonly value: string
}

interface ChipNames {
  readonly assignments: readonly Assignment[]
  readonly periods?: readonly GradingPeriod[] | undefined
  /** Undefined while they are not known. */
  readonly tracks: readonly Track[] | undefined
  readonly cohorts: readonly Cohort[] | undefined
}

interface ChipState {
  readonly filters: Filters
  readonly search: string
  readonly username: string
}

/** Gives what is on, in words. One exact username suspends the other filters, so they are not shown beside it. */
export function chipsOf(
  intl: IntlShape,
  { filters, search, username }: ChipState,
  names: ChipNames,
): FilterChip[] {
  const chips: FilterChip[] = []
  const add = (name: ChipName, value: string | undefined) => {
    if (value !== undefined && value.trim() !== '') chips.push({ name, value })
  }
  const range = (min?: number, max?: number) => {
    if (min === undefined && max === undefined) return undefined
    return intl.formatMessage({ id: 'gradebook.chip.range' }, { min: min ?? 0, max: max ?? 100 })
  }
  add('search', search)
  add('username', username)
  if (username !== '') return chips
  const { assignment, track, cohort } = filters
  const column = names.assignments.find(({ id }) => id === assignment)
  add('assignmentType', filters.assignmentType)
  const period = names.periods?.find(({ id }) => id === filters.period)
  add('period', period ? periodName(intl, period.name) : filters.period)
  add('assignment', column?.label ?? column?.name ?? assignment)
  add('assignmentMin', range(filters.assignmentMin, filters.assignmentMax))
  add('totalMin', range(filters.totalMin, filters.totalMax))
  add('track', names.tracks?.find(({ slug }) => slug === track)?.name ?? track)
  add('cohort', names.cohorts?.find(({ id }) => id === cohort)?.name ?? cohort)
  if (filters.courseTeam) add('courseTeam', intl.formatMessage({ id: 'gradebook.chip.included' }))
  return chips
}
