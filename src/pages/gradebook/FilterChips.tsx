import { useQuery } from '@tanstack/react-query'
import { type IntlShape, useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { q } from '#src/lms/query.ts'
import { Button } from '#src/ui/Button.tsx'
import { Chip, Chips } from '#src/ui/Chip.tsx'
import { type FilterName, type Filters, withoutFilter } from './filters.ts'

interface FilterChipsProps {
  readonly courseId: string
  readonly info: GradingInfo
  readonly filters: Filters
  readonly search: string
  readonly username: string
  readonly onFilters: (filters: Filters) => void
  readonly onSearch: (text: string) => void
  readonly onUsername: (username: string) => void
  readonly onClear: () => void
}

/** Every filter that is on, each with a button that takes it away. */
export function FilterChips({ courseId, info, filters, search, username, ...on }: FilterChipsProps) {
  const intl = useIntl()
  const course = useQuery({ ...q('course', { courseId }), enabled: filters.track !== undefined })
  const cohorts = useQuery({ ...q('cohorts', { courseId }), enabled: filters.cohort !== undefined })
  const names = {
    track: course.data?.tracks.find(({ slug }) => slug === filters.track)?.name,
    cohort: cohorts.data?.find(({ id }) => id === filters.cohort)?.name,
  }
  const chips = describeFilters(intl, info, filters, names)
  if (chips.length === 0 && search === '' && username === '') return null
  return (
    <>
      <Chips label={intl.formatMessage({ id: 'gradebook.chip.list' })}>
        {search === '' ? null : <FilterChip name="search" value={search} onRemove={() => on.onSearch('')} />}
        {username === '' ? null : (
          <FilterChip name="username" value={username} onRemove={() => on.onUsername('')} />
        )}
        {username === ''
          ? chips.map(({ name, value }) => (
              <FilterChip
                key={name}
                name={name}
                value={value}
                onRemove={() => on.onFilters(withoutFilter(filters, name))}
              />
            ))
          : null}
      </Chips>
      <Button variant="plain" size="small" onPress={on.onClear}>
        {intl.formatMessage({ id: 'gradebook.filter.clear' })}
      </Button>
    </>
  )
}

type ChipName =
  | 'search'
  | 'username'
  | 'assignmentType'
  | 'assignment'
  | 'assignmentMin'
  | 'totalMin'
  | 'track'
  | 'cohort'
  | 'courseTeam'

interface FilterChipProps {
  readonly name: ChipName
  readonly value: string
  readonly onRemove: () => void
}

function FilterChip({ name, value, onRemove }: FilterChipProps) {
  const intl = useIntl()
  const label = intl.formatMessage({ id: `gradebook.chip.${name}` })
  return (
    <Chip
      label={label}
      removeLabel={intl.formatMessage({ id: 'gradebook.chip.remove' }, { label, value })}
      onRemove={onRemove}
    >
      <bdi>{value}</bdi>
    </Chip>
  )
}

interface Described {
  readonly name: ChipName & FilterName
  readonly value: string
}

function describeFilters(
  intl: IntlShape,
  info: GradingInfo,
  filters: Filters,
  names: { readonly track?: string; readonly cohort?: string },
): Described[] {
  const chips: Described[] = []
  if (filters.assignmentType !== undefined)
    chips.push({ name: 'assignmentType', value: filters.assignmentType })
  if (filters.assignment !== undefined) {
    const found = info.subsections.find(({ id }) => id === filters.assignment)
    chips.push({ name: 'assignment', value: found?.label ?? found?.name ?? filters.assignment })
  }
  const range = (name: 'assignmentMin' | 'totalMin', min?: number, max?: number) => {
    if (min === undefined && max === undefined) return
    const value = intl.formatMessage({ id: 'gradebook.chip.range' }, { min: min ?? 0, max: max ?? 100 })
    chips.push({ name, value })
  }
  range('assignmentMin', filters.assignmentMin, filters.assignmentMax)
  range('totalMin', filters.totalMin, filters.totalMax)
  if (filters.track !== undefined) chips.push({ name: 'track', value: names.track ?? filters.track })
  if (filters.cohort !== undefined) chips.push({ name: 'cohort', value: names.cohort ?? filters.cohort })
  if (filters.courseTeam) {
    chips.push({ name: 'courseTeam', value: intl.formatMessage({ id: 'gradebook.chip.included' }) })
  }
  return chips
}
