import { type ReactNode, useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { batchProgress, itemsThatAre } from '#src/domain/edits-read.ts'
import type { EditState } from '#src/domain/edits-state.ts'
import { lms } from '#src/lms/connect.ts'
import type { LmsError } from '#src/lms/errors.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { Tray, TrayReport } from '#src/lms/tray.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { Button, IconButton } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './Tray.module.css'
import { useSavingAsTyped } from './saving-preference.ts'
import { downloadSummary } from './summary-file.ts'
import { outcomeWords, savingErrorWords, undoReason } from './tray-words.ts'

interface ReportProps {
  readonly tray: Tray
  readonly gradebook: Gradebook
  readonly report: TrayReport
  readonly edits: EditState
}

/** How the last work of the tray ended, in words, and what follows from it. */
export function Report({ tray, gradebook, report, edits }: ReportProps) {
  const intl = useIntl()
  const toasts = useToasts()
  const words = useRef<HTMLDivElement>(null)
  const batch = report.kind === 'saved' ? edits.batches.get(report.batchId) : undefined
  // Drawn anew for each report (see its key): said once.
  useEffect(() => {
    const said = Array.from(words.current?.children ?? [], ({ textContent }) => textContent)
    toasts.announce(said.join(' '))
  }, [toasts])
  return (
    <div className={styles['report']} data-tone={toneOf(report, edits)}>
      <div ref={words} className={styles['words']}>
        <Words report={report} edits={edits} />
      </div>
      <div className={styles['actions']}>
        {'error' in report && report.error ? <Remedy error={report.error} /> : null}
        {batch ? (
          <>
            {itemsThatAre(batch, 'saved').length > 0 ? (
              <Button
                size="small"
                onPress={() => void tray.undoBatch(batch.id, (saved) => undoReason(intl, saved))}
              >
                <FormattedMessage id="tray.undo" />
              </Button>
            ) : null}
            <Button size="small" onPress={() => downloadSummary({ intl, tray, gradebook, batch })}>
              <FormattedMessage id="tray.download" />
            </Button>
          </>
        ) : null}
        <IconButton label={intl.formatMessage({ id: 'tray.dismiss' })} onPress={() => tray.dismiss()}>
          ✕
        </IconButton>
      </div>
    </div>
  )
}

function toneOf(report: TrayReport, edits: EditState): 'good' | 'bad' | 'plain' {
  if (report.kind === 'read') return report.left > 0 ? 'bad' : 'good'
  if (report.kind === 'undo') return 'plain'
  if (report.kind === 'undo-failed' || report.error) return 'bad'
  const batch = edits.batches.get(report.batchId)
  const { refused = 0, conflict = 0, unknown = 0 } = batch ? batchProgress(batch).outcomes : {}
  return refused + conflict + unknown > 0 ? 'bad' : report.isCancelled ? 'plain' : 'good'
}

function Words({ report, edits }: Pick<ReportProps, 'report' | 'edits'>): ReactNode {
  const intl = useIntl()
  const isSavingAsTyped = useSavingAsTyped()
  const sets = String(lms().capabilities.setsGrades)
  switch (report.kind) {
    case 'read':
      return (
        <p>
          <FormattedMessage id="tray.report.read" values={report} />
        </p>
      )
    case 'undo-failed':
      return (
        <>
          <p>
            <FormattedMessage id="tray.report.undoFailed" values={{ sets }} />
          </p>
          <ErrorText error={report.error} />
        </>
      )
    case 'undo': {
      const { changes, changedSince, onTheirWay, notTold, cleared, zeroed } = report.found
      const values = {
        staged: changes.length,
        since: changedSince.length,
        newer: onTheirWay.length,
        untold: notTold.length,
        sets,
      }
      return (
        <>
          <p>
            <FormattedMessage id="tray.report.undo" values={{ ...values, typed: String(isSavingAsTyped) }} />
          </p>
          {values.since + values.newer + values.untold > 0 ? (
            <p>
              <FormattedMessage id="tray.report.undoNot" values={values} />
            </p>
          ) : null}
          {cleared > 0 ? (
            <p>
              <FormattedMessage id="tray.report.cleared" values={{ cleared, zeroed, sets }} />
            </p>
          ) : null}
        </>
      )
    }
    case 'saved': {
      const batch = edits.batches.get(report.batchId)
      const outcomes = batch ? batchProgress(batch).outcomes : {}
      const races = [...(batch?.items.values() ?? [])].filter(({ race }) => race !== null).length
      return (
        <>
          <p>{outcomeWords(intl, outcomes)}</p>
          {report.error ? <ErrorText error={report.error} /> : null}
          {report.isCancelled ? (
            <p>
              <FormattedMessage id="tray.report.cancelled" />
            </p>
          ) : null}
          {races > 0 ? (
            <p>
              <FormattedMessage id="tray.report.races" values={{ count: races }} />
            </p>
          ) : null}
          {report.areTotalsRead ? null : (
            <p>
              <FormattedMessage id="tray.report.totals" />
            </p>
          )}
        </>
      )
    }
  }
}

function ErrorText({ error }: { readonly error: LmsError }) {
  const { title, text, detail } = savingErrorWords(useIntl(), error)
  return (
    <>
      <p>{`${title}. ${text}`}</p>
      {detail ? <small>{detail}</small> : null}
    </>
  )
}
