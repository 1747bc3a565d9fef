import type { IntlShape } from 'react-intl'
import type { Assignment, AssignmentType, GradingInfo, SubsectionId } from '#src/domain/course.ts'
import type { Sort } from '#src/domain/view.ts'
import type { GridColumn, GridGroup } from '#src/ui/grid/columns.ts'
import type { TableSettings } from './column-settings.ts'
import type { Filters } from './filters.ts'

/** Id of the group of graded subsections whose type is not in the policy. */
const OUTSIDE = ' outside'
const WIDTH = { learner: 236, total: 112, letter: 18, percent: 84, points: 104 }
/** A letter may be a word, such as "Pass"; a longer one is cut. */
const LONGEST_LETTER = 8
const CHARACTER = 9

export interface TableColumns {
  readonly columns: readonly GridColumn[]
  readonly groups: readonly GridGroup[]
  /** How many columns are frozen: learner, total, and the pinned ones. */
  readonly frozen: number
  /** The assignments shown, in order. */
  readonly shown: readonly Assignment[]
  /** All assignments, in order, also the hidden ones. */
  readonly all: readonly Assignment[]
}

interface TableColumnsOptions {
  readonly intl: IntlShape
  readonly info: GradingInfo
  /** Columns that rows have told; those that the outline hides are known from nowhere else. */
  readonly met: readonly Assignment[]
  /** In points view, what each column's points are of; a column that nobody has attempted has none. */
  readonly points: ReadonlyMap<SubsectionId, number>
  readonly settings: TableSettings
  readonly filters: Filters
}

/** Gives the table's columns: learner, total, then each graded subsection in course order under its assignment type. */
export function tableColumns(options: TableColumnsOptions): TableColumns {
  const { intl, info, met, points, settings, filters } = options
  const all = assignmentsInOrder(info, met)
  const hidden = new Set(settings.hidden)
  const fits = ({ id, type }: Assignment) =>
    (filters.assignmentType === undefined || type === filters.assignmentType) &&
    (filters.assignment === undefined || id === filters.assignment) &&
    !hidden.has(id)
  const pinned = (settings.pinned ?? []).flatMap((id) => all.find((one) => one.id === id && fits(one)) ?? [])
  const shown = [...pinned, ...all.filter((one) => fits(one) && !pinned.includes(one))]
  const width = (id: string, usual: number) => settings.widths?.[id] ?? usual
  const longest = Math.max(1, ...info.cutoffs.map(({ letter }) => Array.from(letter).length))
  const letterWidth = longest === 1 ? WIDTH.letter : Math.min(longest, LONGEST_LETTER) * CHARACTER
  const gradeWidth = settings.score === 'points' ? WIDTH.points : WIDTH.percent
  const types = new Set(info.types.map(({ name }) => name))
  return {
    all,
    shown,
    frozen: 2 + pinned.length,
    groups: [
      ...info.types.map((type) => ({ id: type.name, label: type.name, detail: typeDetail(intl, type) })),
      {
        id: OUTSIDE,
        label: intl.formatMessage({ id: 'gradebook.group.outside' }),
        detail: intl.formatMessage({ id: 'gradebook.group.outside.detail' }),
      },
    ],
    columns: [
      {
        id: 'learner',
        header: intl.formatMessage({ id: 'gradebook.column.learner' }),
        width: width('learner', WIDTH.learner),
        minWidth: 132,
        align: 'start',
        isSortable: true,
        second: 'below',
      },
      {
        id: 'total',
        header: intl.formatMessage({ id: 'gradebook.column.total' }),
        width: width('total', WIDTH.total + letterWidth - WIDTH.letter),
        isSortable: true,
        second: 'beside',
        besideWidth: letterWidth,
      },
      ...shown.map((one) => ({
        id: one.id,
        ...titles(intl, one, points.get(one.id)),
        group: one.type !== null && types.has(one.type) ? one.type : OUTSIDE,
        width: width(one.id, gradeWidth),
        isSortable: true,
      })),
    ],
  }
}

/** Tells whether there is a column to sort by. All rows have the same columns, so ask once the first have come. */
export function canSortBy({ by }: Sort, all: readonly Assignment[]): boolean {
  return by === 'learner' || by === 'total' || all.some(({ id }) => id === by)
}

/** Short and full name; in points view both say out of how many points. */
function titles(intl: IntlShape, { name, label }: Assignment, points: number | undefined) {
  const header = label ?? name
  const full = label === null ? name : `${name} (${label})`
  if (points === undefined) return { header, name: full }
  return {
    header: intl.formatMessage({ id: 'gradebook.column.outOf' }, { header, points }),
    name: intl.formatMessage({ id: 'gradebook.column.points' }, { name: full, points }),
  }
}

/** Course order under each type in policy order; a column first met in a row stands at the end of its type. */
function assignmentsInOrder(info: GradingInfo, met: readonly Assignment[]): Assignment[] {
  const outlined = info.subsections.filter(({ graded }) => graded)
  const known = new Set(outlined.map(({ id }) => id))
  const all: Assignment[] = [...outlined, ...met.filter(({ id }) => !known.has(id))]
  const place = new Map(info.types.map(({ name }, index) => [name, index]))
  const placeOf = ({ type }: Assignment) => place.get(type ?? '') ?? info.types.length
  return all.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function typeDetail(intl: IntlShape, { weight, dropped }: AssignmentType): string {
  const parts = [
    weight === null ? null : intl.formatNumber(weight, { style: 'percent', maximumFractionDigits: 1 }),
    dropped ? intl.formatMessage({ id: 'gradebook.group.dropped' }, { dropped }) : null,
  ]
  return parts.filter(Boolean).join(' · ')
}
