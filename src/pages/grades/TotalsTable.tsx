import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { exportFileName } from '#src/domain/export-table.ts'
import { fileText } from '#src/domain/table-text.ts'
import {
  type TotalColumn,
  type TotalRow as DomainRow,
  type TotalSort,
  arrangeTotals,
  totalsTable,
} from '#src/domain/total-rows.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import { Folded } from '#src/pages/Folded.tsx'
import { Button } from '#src/ui/Button.tsx'
import { useNow } from '#src/ui/now.ts'
import { saveTextFile } from '#src/ui/save-file.ts'
import { TotalRow } from './TotalRow.tsx'
import styles from './TotalsTable.module.css'

/** A line, and what became of reading it where it is read by itself. */
export interface ShownRow extends DomainRow {
  readonly error?: Error | null
  readonly retry?: () => void
}

const HEADERS: Readonly<Record<TotalColumn, MessageId>> = {
  person: 'grades.column.person',
  email: 'grades.column.email',
  course: 'grades.column.course',
  percent: 'grades.column.percent',
  letter: 'grades.column.letter',
  passed: 'grades.column.passed',
  passedAt: 'grades.column.passedAt',
  lastActivity: 'grades.column.lastActivity',
}

type TotalsTableProps = {
  readonly rows: readonly ShownRow[]
  readonly columns: readonly TotalColumn[]
  /** The viewer's own totals: they lead to their own pages. */
  readonly isOwn?: boolean
  /** So many stand there at first, the others on demand: a server may give a whole site at once. */
  readonly first?: number
  /** There are more on the server. */
  readonly isPartial?: boolean
} & ({ readonly label: string } | { readonly labelledBy: string })

/** What a slow device draws at once. */
const AT_FIRST = 200

/** Up to so many are found by eye. */
const WITHOUT_FILTER = 10

/** Totals, to be sorted, narrowed and saved as a file. */
export function TotalsTable(props: TotalsTableProps) {
  const { rows, columns, isOwn = false, isPartial = false, first = AT_FIRST } = props
  const intl = useIntl()
  const now = useNow()
  const [text, setText] = useState('')
  const [sort, setSort] = useState<TotalSort | null>(null)
  const collator = new Intl.Collator(intl.locale, { sensitivity: 'base', numeric: true })
  const shown = arrangeTotals(rows, { text, sort, collator })

  const save = () => {
    const decimal = decimalOf(intl.locale)
    const text = fileText(totalsTable(shown, columns, decimal), decimal)
    saveTextFile(exportFileName([isOwn ? 'own-grades' : 'grades'], now()), 'text/csv', [text])
  }
  const nextSort = (by: TotalColumn): TotalSort | null => {
    if (sort?.by !== by) return { by, direction: 'ascending' }
    return sort.direction === 'ascending' ? { by, direction: 'descending' } : null
  }
  return (
    <>
      <div className={styles['tools']}>
        {rows.length > WITHOUT_FILTER ? (
          <input
            type="search"
            className={styles['filter']}
            value={text}
            aria-label={intl.formatMessage({ id: isOwn ? 'grades.filterOwn' : 'grades.filter' })}
            placeholder={intl.formatMessage({ id: isOwn ? 'grades.filterOwn' : 'grades.filter' })}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        ) : null}
        <output className={styles['count']}>
          {text.trim() === '' ? null : (
            <FormattedMessage id="grades.count" values={{ shown: shown.length, all: rows.length }} />
          )}
          {isPartial && sort ? <FormattedMessage id="grades.sortedSoFar" /> : null}
        </output>
        <Button size="small" onPress={save}>
          <FormattedMessage id="grades.save" values={{ count: shown.length }} />
        </Button>
      </div>
      <Folded items={shown} first={first}>
        {(some) => (
          <table
            className={styles['table']}
            aria-label={'label' in props ? props.label : undefined}
            aria-labelledby={'labelledBy' in props ? props.labelledBy : undefined}
          >
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    data-column={column}
                    aria-sort={sort?.by === column ? sort.direction : undefined}
                  >
                    <button type="button" onClick={() => setSort(nextSort(column))}>
                      <FormattedMessage id={HEADERS[column]} />
                    </button>
                  </th>
                ))}
                <th scope="col" data-column="ways">
                  <span className="visually-hidden">
                    <FormattedMessage id="grades.column.ways" />
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {some.map((row) => (
                <TotalRow key={`${row.courseId} ${row.username}`} row={row} columns={columns} isOwn={isOwn} />
              ))}
            </tbody>
          </table>
        )}
      </Folded>
    </>
  )
}
