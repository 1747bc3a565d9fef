import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { batchProgress } from '#src/domain/edits-read.ts'
import type { EditState } from '#src/domain/edits-state.ts'
import type { Tray, TrayState, TrayWork } from '#src/lms/tray.ts'
import { Button } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './Tray.module.css'
import { workWords } from './tray-words.ts'

interface ProgressProps {
  readonly tray: Tray
  readonly state: TrayState
  readonly edits: EditState
}

/** How far the work of the tray is, and the way to end it. */
export function Progress({ tray, state: { work, isEnding }, edits }: ProgressProps) {
  const intl = useIntl()
  const toasts = useToasts()
  const far = work ? progressOf(work, edits) : null
  // Only what begins is said: each step would drown everything else. The bar tells them to who asks.
  const said = far ? workWords(intl, far.kind, { done: 0, total: 0 }) : null
  useEffect(() => {
    if (said !== null) toasts.announce(said)
  }, [said, toasts])
  if (!work || !far) return null
  const words = isEnding ? intl.formatMessage({ id: 'tray.ending' }) : workWords(intl, far.kind, far)
  const isKnown = far.steps > 0
  return (
    <div className={styles['progress']}>
      <div
        role="progressbar"
        aria-label={intl.formatMessage({ id: 'tray.progress' })}
        aria-valuemin={0}
        aria-valuemax={isKnown ? far.steps : undefined}
        aria-valuenow={isKnown ? far.step : undefined}
        aria-valuetext={words}
        data-known={isKnown || undefined}
      >
        <span style={isKnown ? { inlineSize: `${(far.step / far.steps) * 100}%` } : undefined} />
      </div>
      <p>{words}</p>
      {work.kind === 'saving' || work.kind === 'undoing' ? (
        <Button size="small" isPending={isEnding} onPress={() => tray.cancel()}>
          <FormattedMessage id="tray.cancel" />
        </Button>
      ) : null}
    </div>
  )
}

interface Far {
  readonly kind: TrayWork['kind'] | 'comparing'
  readonly done: number
  readonly total: number
  /** Of the bar: each cell is compared, then settled. 0: nobody knows how many. */
  readonly step: number
  readonly steps: number
}

function progressOf(work: TrayWork, edits: EditState): Far {
  const unknown = { done: 0, total: 0, step: 0, steps: 0 }
  if (work.kind === 'undoing') {
    const { done, total } = work
    return { kind: work.kind, done, total, step: done, steps: total }
  }
  const batch = work.kind === 'saving' ? edits.batches.get(work.batchId) : undefined
  // Saving begins with comparing, and says so from the start.
  if (!batch) return { kind: work.kind === 'saving' ? 'comparing' : work.kind, ...unknown }
  const { total, settled, outcomes } = batchProgress(batch)
  const compared = total - (outcomes.checking ?? 0)
  const isComparing = compared < total
  return {
    kind: isComparing ? 'comparing' : 'saving',
    done: isComparing ? compared : settled,
    total,
    step: compared + settled,
    steps: total * 2,
  }
}
