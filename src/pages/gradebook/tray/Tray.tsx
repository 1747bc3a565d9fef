import '#src/i18n/later-messages.ts'
import { type ReactNode, Suspense, lazy, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { countEdits, editsThatAre, losses } from '#src/domain/edits-read.ts'
import { LmsError } from '#src/lms/errors.ts'
import { Button } from '#src/ui/Button.tsx'
import { useNow } from '#src/ui/now.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { Discarding } from './Discarding.tsx'
import { groupedBatches, hasSaved } from './grouped-batches.ts'
import { Progress } from './Progress.tsx'
import { Report } from './Report.tsx'
import styles from './Tray.module.css'
import type { TrayProps } from './TrayDock.tsx'
import { useTray } from './use-tray.ts'

const Review = lazy(() => import('./Review.tsx'))
const Batches = lazy(() => import('./Batches.tsx'))

/** So many changes are thrown away without a question. */
const A_FEW = 3

type Open = 'review' | 'batches' | 'discard' | null

const bold = (chunks: ReactNode) => <b key="count">{chunks}</b>

/** The changes that are not saved: how many, what is the matter with them, and what can be done. */
export function Tray({ gradebook, info, onLeft }: TrayProps) {
  const intl = useIntl()
  const toasts = useToasts()
  const now = useNow()
  const place = useRef<HTMLElement>(null)
  const { tray, state, edits, isElsewhere } = useTray(gradebook)
  const [open, setOpen] = useState<Open>(null)
  useKeptFocus(place, onLeft)

  const staged = editsThatAre(edits, 'staged').length
  const refused = editsThatAre(edits, 'refused')
  const conflicts = editsThatAre(edits, 'conflict').length
  const unknown = editsThatAre(edits, 'unknown').length
  const lost = losses(edits).length
  const { changes, learners } = countEdits(edits)
  const { work, report } = state
  const lock = info.frozen
    ? new LmsError('forbidden', { reason: 'frozen' })
    : gradebook.lms.saveOverrides
      ? null
      : new LmsError('unsupported')
  const elsewhere = isElsewhere ? intl.formatMessage({ id: 'keeping.elsewhere' }) : null
  const locked = lock ? errorWords(intl, lock).title : elsewhere
  // What saves by itself is in nobody's way: what is asked for meanwhile comes after it.
  const isBusy = work !== null && !state.isQuiet
  const savedCount = groupedBatches(edits.batches.values(), tray).filter((group) =>
    group.some(hasSaved),
  ).length

  const save = () => void tray.save(() => now().getTime())
  const retry = () => void tray.save(() => now().getTime(), refused)
  const discard = () => {
    setOpen(null)
    gradebook.edits.dispatch({ type: 'discard', cells: edits.edits.values() })
    const left = gradebook.edits.state().edits.size
    toasts.show({
      text: intl.formatMessage({ id: 'tray.discarded' }, { count: edits.edits.size - left, left }),
    })
    onLeft()
  }
  const close = () => setOpen(null)

  return (
    <section
      ref={place}
      className={styles['tray']}
      aria-label={intl.formatMessage({ id: 'tray.title' })}
      tabIndex={-1}
    >
      {report ? <Report tray={tray} gradebook={gradebook} report={report} edits={edits} /> : null}
      {isBusy ? <Progress tray={tray} state={state} edits={edits} /> : null}
      <div className={styles['bar']}>
        <p className={styles['counts']}>
          <FormattedMessage id="tray.count" values={{ changes, learners, b: bold }} />
          <Fact id="tray.losses" count={lost} tone="bad" />
          <Fact id="tray.refused" count={refused.length} tone="bad" />
          <Fact id="tray.conflicts" count={conflicts} tone="conflict" />
          <Fact id="tray.unknown" count={unknown} tone="bad" />
          {locked && changes > 0 ? (
            <>
              {' · '}
              <span data-tone="bad">{locked}</span>
            </>
          ) : null}
        </p>
        <div className={styles['actions']}>
          {savedCount > 0 ? (
            <Button variant="plain" aria-haspopup="dialog" onPress={() => setOpen('batches')}>
              <FormattedMessage id="tray.batches" values={{ count: savedCount }} />
            </Button>
          ) : null}
          {edits.edits.size > 0 ? (
            <>
              <Button
                variant="plain"
                onPress={() => (edits.edits.size > A_FEW ? setOpen('discard') : discard())}
              >
                <FormattedMessage id="tray.discard" />
              </Button>
              <Button aria-haspopup="dialog" onPress={() => setOpen('review')}>
                <FormattedMessage id="tray.review" />
              </Button>
            </>
          ) : null}
          {isBusy ? null : (
            <>
              {unknown > 0 ? (
                <Button onPress={() => void tray.readAgain()}>
                  <FormattedMessage id="tray.readAgain" />
                </Button>
              ) : null}
              {refused.length > 0 ? (
                <Button unavailable={locked} onPress={retry}>
                  <FormattedMessage id="tray.retry" />
                </Button>
              ) : null}
            </>
          )}
          {staged > 0 || isBusy ? (
            // It stays while it works: a second click of a double click must not meet another button.
            <Button variant="primary" isPending={isBusy} unavailable={isBusy ? null : locked} onPress={save}>
              <FormattedMessage id="tray.save" />
            </Button>
          ) : null}
        </div>
      </div>
      {open === 'discard' ? (
        <Discarding count={edits.edits.size} onDiscard={discard} onClose={close} />
      ) : null}
      <Suspense fallback={null}>
        {open === 'review' ? (
          <Review
            gradebook={gradebook}
            info={info}
            tray={tray}
            locked={locked}
            onSave={save}
            onRetry={retry}
            onClose={close}
          />
        ) : null}
        {open === 'batches' ? <Batches gradebook={gradebook} tray={tray} onClose={close} /> : null}
      </Suspense>
    </section>
  )
}

interface FactProps {
  readonly id: 'tray.losses' | 'tray.refused' | 'tray.conflicts' | 'tray.unknown'
  readonly count: number
  readonly tone: 'bad' | 'conflict'
}

function Fact({ id, count, tone }: FactProps) {
  return count > 0 ? (
    <>
      {' · '}
      <span data-tone={tone}>
        <FormattedMessage id={id} values={{ count }} />
      </span>
    </>
  ) : null
}

/** Buttons come and go with what can be done: the focus of one that is gone stays in the tray, or goes back to the table. */
function useKeptFocus(place: { readonly current: HTMLElement | null }, onLeft: () => void): void {
  const left = useRef(onLeft)
  const isInside = useRef(false)
  useEffect(() => {
    left.current = onLeft
    if (isInside.current && document.activeElement === document.body) place.current?.focus()
    isInside.current = place.current?.contains(document.activeElement) ?? false
  })
  useEffect(() => {
    const tray = place.current
    const note = () => {
      isInside.current = true
    }
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isInside.current = false
    }
    tray?.addEventListener('focusin', note)
    tray?.addEventListener('focusout', forget)
    return () => {
      tray?.removeEventListener('focusin', note)
      tray?.removeEventListener('focusout', forget)
      if (isInside.current) left.current()
    }
  }, [place])
}
