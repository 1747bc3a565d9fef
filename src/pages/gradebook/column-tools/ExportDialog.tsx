import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment, GradingInfo } from '#src/domain/course.ts'
import { exportFileName, knownIdentifiers } from '#src/domain/export-table.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import type { SheetGrade } from '#src/domain/sheet.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import type { LoadState } from '#src/lms/load.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Segmented } from '#src/ui/Segmented.tsx'
import { useNow } from '#src/ui/now.ts'
import { saveTextFile } from '#src/ui/save-file.ts'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './ColumnTools.module.css'
import { FiltersOn } from './FiltersOn.tsx'
import { ReadSoFar } from './ReadSoFar.tsx'
import { exportParts } from './export-parts.ts'

type Scores = ScoreMode | 'both'
const MODES: Readonly<Record<Scores, readonly ScoreMode[]>> = {
  points: ['points'],
  percent: ['percent'],
  both: ['points', 'percent'],
}

interface ExportDialogProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  /** Rows of the sheet that the table shows, in its order. */
  readonly rows: Uint32Array
  readonly load: LoadState
  /** One column; null: all that the table shows. */
  readonly column: { readonly id: string; readonly name: string } | null
  /** Assignments that the table shows, in its order. */
  readonly shown: readonly Assignment[]
  /** All of the course. */
  readonly assignments: readonly Assignment[]
  readonly scores: ScoreMode
  /** Filters that are on, in words. */
  readonly filters: readonly string[]
  /** Changes that are not saved. */
  readonly unsaved: number
  /** What the server holds, or what the table shows: changes that are not saved, too. */
  readonly gradeOf: (row: number, column: number, withUnsaved: boolean) => SheetGrade | null
  readonly onClose: () => void
}

/** Exports what the table shows, or one column of it, as CSV. */
export function ExportDialog(props: ExportDialogProps) {
  const { gradebook, info, rows, load, column, shown, assignments, filters, unsaved, onClose } = props
  const intl = useIntl()
  const toasts = useToasts()
  const now = useNow()
  const [scores, setScores] = useState<Scores>(props.scores)
  const [withUnsaved, setWithUnsaved] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const isTotal = column?.id === 'total'
  const columns = column ? shown.filter(({ id }) => id === column.id) : shown
  const { sheet, courseId, loader } = gradebook
  const label = columns[0]?.label ?? columns[0]?.name ?? column?.name ?? ''
  const name = exportFileName([courseId, 'grades', ...(column ? [label] : [])], now())
  const decimal = decimalOf(intl.locale)

  const write = async (close: () => void) => {
    const controller = new AbortController()
    running.current = controller
    setDone(0)
    const modes = MODES[scores]
    const identifiers = knownIdentifiers(sheet.learners)
    const { cutoffs } = info
    const withTotal = column === null || isTotal
    const parts = await exportParts({
      form: { identifiers, withTotal, cutoffs, columns, assignments, modes, decimal },
      sheet,
      rows,
      gradeOf: (row, at) => props.gradeOf(row, at, withUnsaved),
      signal: controller.signal,
      onProgress: setDone,
    }).catch(() => null)
    // Closed meanwhile: that is how it is called off.
    if (controller.signal.aborted) return
    if (parts) saveTextFile(name, 'text/csv', parts)
    close()
    toasts.show(
      parts
        ? {
            text: intl.formatMessage({ id: 'gradebook.export.done' }, { count: rows.length, name }),
            tone: 'good',
          }
        : { text: intl.formatMessage({ id: 'gradebook.export.failed' }), tone: 'bad' },
    )
  }

  return (
    <Dialog
      title={
        <FormattedMessage
          id={column ? 'gradebook.export.titleOne' : 'gradebook.export.title'}
          values={{ column: <bdi key="column">{column?.name}</bdi> }}
        />
      }
      onClose={onClose}
    >
      {(close) => (
        <>
          <p>
            <FormattedMessage
              id="gradebook.export.what"
              values={{
                learners: rows.length,
                assignments: columns.length,
                isOne: String(column !== null),
                withUnsaved: String(withUnsaved),
              }}
            />
          </p>
          <ReadSoFar load={load} loader={loader} />
          <FiltersOn filters={filters} />
          {isTotal ? null : (
            <Segmented
              label={intl.formatMessage({ id: 'gradebook.scores' })}
              value={scores}
              options={(['percent', 'points', 'both'] as const).map((value) => ({
                value,
                label: intl.formatMessage({
                  id: value === 'both' ? 'gradebook.export.both' : `gradebook.scores.${value}`,
                }),
              }))}
              onChange={setScores}
            />
          )}
          {unsaved > 0 ? (
            <label className={styles['check']}>
              <input
                type="checkbox"
                name="unsaved"
                checked={withUnsaved}
                onChange={(event) => setWithUnsaved(event.target.checked)}
              />
              <FormattedMessage id="gradebook.export.unsaved" values={{ count: unsaved }} />
            </label>
          ) : null}
          <p className={styles['quiet']}>
            <FormattedMessage
              id="gradebook.export.form"
              values={{ name: <bdi key="name">{name}</bdi>, decimal: decimal === ',' ? 'comma' : 'point' }}
            />
          </p>
          {done === null ? null : (
            <progress
              className={styles['progress']}
              aria-label={intl.formatMessage({ id: 'gradebook.export.writing' })}
              max={rows.length}
              value={done}
            />
          )}
          <div className={styles['actions']}>
            <Button
              variant="primary"
              isPending={done !== null}
              unavailable={rows.length === 0 ? intl.formatMessage({ id: 'gradebook.export.nobody' }) : null}
              onPress={() => void write(close)}
            >
              <FormattedMessage
                id={load.status === 'done' ? 'gradebook.export.save' : 'gradebook.export.saveRead'}
                values={{ count: rows.length }}
              />
            </Button>
            <Button onPress={close}>
              <FormattedMessage id="gradebook.tool.cancel" />
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
