import { type RefObject, useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import { Button } from '#src/ui/Button.tsx'
import { Chip, Chips } from '#src/ui/Chip.tsx'
import type { ChipName } from './chips.ts'
import { withoutFilter } from './filters.ts'
import type { TableState } from './table-state.ts'
import { useChips } from './use-chips.ts'

interface FilterChipsProps {
  readonly courseId: string
  readonly assignments: readonly Assignment[]
  readonly table: TableState
  /** Takes the focus when the chip that had it is gone and none is left. */
  readonly heir: RefObject<HTMLElement | null>
}

/** Every filter that is on, each with a button that takes it away. */
export function FilterChips({ courseId, assignments, table, heir }: FilterChipsProps) {
  const intl = useIntl()
  const { filters } = table
  const chips = useChips(courseId, assignments, table)
  const list = useRef<HTMLDivElement>(null)
  const on = chips.map(({ name }) => name).join(' ')
  /** What was on when something was taken away. */
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (before.current === null || before.current === on) return
    before.current = null
    // One chip may take another with it, also the one that the focus went to.
    if (document.activeElement !== document.body) return
    const next = list.current?.querySelector('button') ?? heir.current
    next?.focus()
  }, [on, heir])

  const remove = (name: ChipName) => {
    before.current = on
    if (name === 'search') table.setSearch('')
    else if (name === 'username') table.setFilters(filters, '')
    else table.setFilters(withoutFilter(filters, name))
  }
  if (chips.length === 0) return null
  return (
    <div ref={list} style={{ display: 'contents' }}>
      <Chips label={intl.formatMessage({ id: 'gradebook.chip.list' })}>
        {chips.map(({ name, value }) => {
          const label = intl.formatMessage({ id: `gradebook.chip.${name}` })
          return (
            <Chip
              key={name}
              label={label}
              removeLabel={intl.formatMessage({ id: 'gradebook.chip.remove' }, { label, value })}
              onRemove={() => remove(name)}
            >
              <bdi>{value}</bdi>
            </Chip>
          )
        })}
      </Chips>
      <Button
        variant="plain"
        size="small"
        onPress={() => {
          before.current = on
          table.clear()
        }}
      >
        {intl.formatMessage({ id: 'gradebook.filter.clear' })}
      </Button>
    </div>
  )
}
