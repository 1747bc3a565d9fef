import type { IntlShape } from 'react-intl'
import type { Assignment, GradingInfo, SubsectionId } from '#src/domain/course.ts'
import type { Sort } from '#src/domain/view.ts'
import type { GridColumn, GridGroup } from '#src/ui/grid/columns.ts'
import type { TableSettings } from './column-settings.ts'
import { columnGroups, periodName } from './column-groups.ts'
import type { Filters } from './filters.ts'

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

/** Gives the table's columns: learner, total, then each graded subsection in course order under its group. */
export function tableColumns(options: TableColumnsOptions): TableColumns {
  const { intl, info, met, points, settings, filters } = options
  const { groups, groupOf } = columnGroups(intl, info)
  const places = new Map(groups.map(({ id }, index) => [id, index]))
  const placeOf = (one: Assignment) => places.get(groupOf(one)) ?? groups.length
  const all = allAssignments(info, met)
    .map((one) => (one.name === '' ? { ...one, name: periodName(intl, '') } : one))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  const hidden = new Set(settings.hidden)
  const fits = ({ id, type, period }: Assignment) =>
    (filters.period === undefined || period === filters.period) &&
    (filters.assignmentType === undefined || type === filters.assignmentType) &&
    (filters.assignment === undefined || id === filters.assignment) &&
    !hidden.has(id)
  const pinned = (settings.pinned ?? []).flatMap((id) => all.find((one) => one.id === id && fits(one)) ?? [])
  const shown = [...pinned, ...all.filter((one) => fits(one) && !pinned.includes(one))]
  const width = (id: string, usual: number) => settings.widths?.[id] ?? usual
  const longest = Math.max(1, ...info.cutoffs.map(({ letter }) => Array.from(letter).length))
  const letterWidth = longest === 1 ? WIDTH.letter : Math.min(longest, LONGEST_LETTER) * CHARACTER
  const gradeWidth = settings.score === 'points' ? WIDTH.points : WIDTH.percent
  return {
    all,
    shown,
    frozen: 2 + pinned.length,
    groups,
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
        group: groupOf(one),
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

/** In course order; a column first met in a row stands at the end. */
function allAssignments(info: GradingInfo, met: readonly Assignment[]): Assignment[] {
  const outlined = info.subsections.filter(({ graded }) => graded)
  const known = new Set(outlined.map(({ id }) => id))
  return [...outlined, ...met.filter(({ id }) => !known.has(id))]
}
