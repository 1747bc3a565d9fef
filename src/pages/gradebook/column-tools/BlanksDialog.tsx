import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Will } from '#src/domain/conflict.ts'
import type { EditState } from '#src/domain/edits-state.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { LoadState } from '#src/lms/load.ts'
import { q } from '#src/lms/query.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import { wordsOfColumn } from '#src/i18n/entry-words.ts'
import { BlanksForm } from './BlanksForm.tsx'
import { FiltersOn } from './FiltersOn.tsx'
import { NoPoints } from './NoPoints.tsx'
import { blankCells } from './blank-cells.ts'

interface BlanksDialogProps {
  readonly gradebook: Gradebook
  readonly state: EditState
  /** Rows of the sheet that the table shows. */
  readonly rows: Uint32Array
  readonly load: LoadState
  readonly column: { readonly id: string; readonly name: string }
  readonly scores: ScoreMode
  /** Filters that are on, in words. */
  readonly filters: readonly string[]
  readonly onClose: () => void
}

/** Stages one score for everybody shown who has not attempted an assignment. */
export function BlanksDialog(props: BlanksDialogProps) {
  const { gradebook, state, rows, load, column, scores, filters, onClose } = props
  const intl = useIntl()
  const toasts = useToasts()
  const { sheet, courseId, edits, loader } = gradebook
  const version = useSyncExternalStore(sheet.content.subscribe, sheet.content.version)
  const blanks = blankCells({ sheet, rows, subsectionId: column.id, state, version })

  const inSheet = sheet.possible(sheet.column(column.id))
  const learnerId = blanks[0]?.learnerId ?? ''
  // What nobody has attempted has no points in the sheet.
  const single = useQuery({
    ...q('subsectionGrade', { courseId, learnerId, subsectionId: column.id }),
    enabled: inSheet === null && learnerId !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const possible = inSheet ?? (single.data?.available ? single.data.graded.possible : null)

  const stage = (will: NonNullable<Will>) => {
    const changes = blanks.map((cell) => ({ ...cell, was: gradebook.factsOf(cell), will }))
    edits.dispatch({ type: 'stage', changes })
    toasts.show({
      text: intl.formatMessage(
        { id: 'gradebook.blanks.done' },
        { count: changes.length, column: column.name },
      ),
    })
  }

  return (
    <Dialog
      title={
        <FormattedMessage
          id="gradebook.blanks.title"
          values={{ column: <bdi key="column">{column.name}</bdi> }}
        />
      }
      onClose={onClose}
    >
      {(close) => (
        <>
          <p>
            <FormattedMessage
              id="gradebook.blanks.what"
              values={{ count: blanks.length, shown: rows.length }}
            />
          </p>
          <FiltersOn filters={filters} />
          {scores === 'percent' && possible === null && blanks.length > 0 && !single.isFetching ? (
            <NoPoints error={single.error} onRetry={() => void single.refetch()} />
          ) : null}
          <BlanksForm
            count={blanks.length}
            possible={possible}
            isReading={single.isFetching}
            scores={scores}
            load={load}
            loader={loader}
            words={wordsOfColumn(intl, gradebook, column.id)}
            onStage={(will) => {
              close()
              stage(will)
            }}
            onCancel={close}
          />
        </>
      )}
    </Dialog>
  )
}
