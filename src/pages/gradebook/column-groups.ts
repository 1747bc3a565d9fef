import type { IntlShape } from 'react-intl'
import type { Assignment, AssignmentType, GradingInfo } from '#src/domain/course.ts'
import type { GridGroup } from '#src/ui/grid/columns.ts'

/** Ids of groups that are no type: of types that the policy does not know, of what the server computes, of exams. */
const OUTSIDE = ' outside'
const COMPUTED = ' computed'
const EXAMS = ' exams'

/** The groups of columns, in their order. */
export interface ColumnGroups {
  readonly groups: readonly GridGroup[]
  /** Gives the id of an assignment's group. */
  readonly groupOf: (assignment: Assignment) => string
}

/**
 * Gives the groups of a course: its assignment types; where it has grading periods, those of each, then what is graded
 * beside all periods.
 */
export function columnGroups(intl: IntlShape, info: Pick<GradingInfo, 'types' | 'periods'>): ColumnGroups {
  const known = new Set(info.types.map(({ name }) => name))
  const inPeriods = String(info.periods !== undefined)
  const types: GridGroup[] = [
    ...info.types.map((type) => ({ id: type.name, label: type.name, detail: typeDetail(intl, type) })),
    {
      id: OUTSIDE,
      label: intl.formatMessage({ id: 'gradebook.group.outside' }, { inPeriods }),
      detail: intl.formatMessage({ id: 'gradebook.group.outside.detail' }),
    },
  ]
  const typeOf = ({ type }: Assignment) => (type !== null && known.has(type) ? type : OUTSIDE)
  if (!info.periods) return { groups: types, groupOf: typeOf }
  const groups = info.periods.flatMap(({ id, name }): GridGroup[] => {
    const period = periodName(intl, name)
    return [
      ...types.map((type) => ({ ...type, id: `${id} ${type.id}`, label: `${period} · ${type.label}` })),
      { id: id + COMPUTED, label: period, detail: intl.formatMessage({ id: 'gradebook.group.computed' }) },
    ]
  })
  return {
    groups: [...groups, { id: EXAMS, label: intl.formatMessage({ id: 'gradebook.group.exams' }) }],
    groupOf: (one) => {
      if (one.period === undefined) return EXAMS
      return one.period + (one.isComputed ? COMPUTED : ` ${typeOf(one)}`)
    },
  }
}

/** Gives a period's name; of what belongs to none the server tells no name. */
export function periodName(intl: IntlShape, name: string): string {
  return name || intl.formatMessage({ id: 'gradebook.group.noPeriod' })
}

function typeDetail(intl: IntlShape, { weight, dropped }: AssignmentType): string {
  const parts = [
    weight === null ? null : intl.formatNumber(weight, { style: 'percent', maximumFractionDigits: 1 }),
    dropped ? intl.formatMessage({ id: 'gradebook.group.dropped' }, { dropped }) : null,
  ]
  return parts.filter(Boolean).join(' · ')
}
