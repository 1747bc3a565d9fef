import '#src/i18n/later-messages.ts'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { countEdits } from '#src/domain/edits-read.ts'
import type { EditState } from '#src/domain/edits-state.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { SaveAsTyped, type TypedSaving } from '#src/lms/save-as-typed.ts'
import { trayOf } from '#src/lms/tray.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { Button } from '#src/ui/Button.tsx'
import { useNow } from '#src/ui/now.ts'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './SavingAsTyped.module.css'
import { savingErrorWords } from './tray-words.ts'

/** Milliseconds without anything unsaved before a screen reader hears how much was saved. */
const RESTS = 4000

interface SavingAsTypedProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
}

/** Saves changes as they are typed, as long as it is rendered, and says how that stands. */
export default function SavingAsTyped({ gradebook, info }: SavingAsTypedProps) {
  const intl = useIntl()
  const tray = trayOf(gradebook)
  useEffect(() => tray.follow(gradebook), [tray, gradebook])
  const lock = lockOf(gradebook, info)
  const driver = useDriver(gradebook, lock === null)
  const state = useSyncExternalStore(driver.changes.subscribe, driver.state)
  const edits = useSyncExternalStore(gradebook.edits.changes.subscribe, gradebook.edits.state)
  const { phase } = state
  const error = lock ?? ('error' in phase ? phase.error : null)
  const problem = error && savingErrorWords(intl, error)
  useAnnouncements(intl, state, edits, problem?.title ?? null)
  if (!problem) {
    return (
      <p className={styles['state']}>
        <FormattedMessage
          id="gradebook.saving.state"
          values={{ kind: phase.kind, left: countEdits(edits).changes, saved: state.saved }}
        />
      </p>
    )
  }
  return (
    <div className={styles['state']} data-tone="bad">
      <p>
        {phase.kind === 'waiting' && !lock ? (
          <FormattedMessage
            id="gradebook.saving.waits"
            values={{ problem: problem.title, time: intl.formatTime(phase.until, { timeStyle: 'medium' }) }}
          />
        ) : (
          <FormattedMessage id="gradebook.saving.stopped" values={{ problem: problem.title }} />
        )}
      </p>
      {lock ? null : (
        <Remedy error={error}>
          <Button size="small" onPress={driver.saveNow}>
            <FormattedMessage id="gradebook.saving.tryNow" />
          </Button>
        </Remedy>
      )}
    </div>
  )
}

function lockOf({ lms }: Gradebook, info: GradingInfo): LmsError | null {
  if (info.frozen) return new LmsError('forbidden', { reason: 'frozen' })
  return lms.saveOverrides ? null : new LmsError('unsupported')
}

/** Gives what saves the edits of the course, at work while they can be saved. */
function useDriver(gradebook: Gradebook, isOpen: boolean): SaveAsTyped {
  const now = useNow()
  const create = () =>
    new SaveAsTyped({
      store: gradebook.edits,
      tray: trayOf(gradebook),
      now: () => now().getTime(),
      after: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds)
        return () => clearTimeout(timer)
      },
    })
  const [kept, setKept] = useState(create)
  const driver = kept.store === gradebook.edits ? kept : create()
  if (driver !== kept) setKept(driver)
  useEffect(() => {
    if (!isOpen) return undefined
    const end = driver.start()
    const flush = () => {
      if (document.visibilityState === 'hidden') driver.flush()
    }
    document.addEventListener('visibilitychange', flush)
    addEventListener('online', driver.retry)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      removeEventListener('online', driver.retry)
      end()
    }
  }, [driver, isOpen])
  return driver
}

/** Says problems at once, and each but once; what was saved in one sentence, when all is quiet. */
function useAnnouncements(
  intl: IntlShape,
  { phase, works, troubles, saved }: TypedSaving,
  edits: EditState,
  problem: string | null,
): void {
  const toasts = useToasts()
  const waits = phase.kind === 'waiting'
  // While it is tried again nobody knows yet whether it is over: only what is new is said.
  const lastProblem = useRef<string | null>(null)
  const said = useRef(0)
  const { changes } = countEdits(edits)
  useEffect(() => {
    if (problem === null) {
      if (works) lastProblem.current = null
    } else if (problem !== lastProblem.current) {
      lastProblem.current = problem
      const id = waits ? 'gradebook.saving.saysWaits' : 'gradebook.saving.stopped'
      toasts.announce(intl.formatMessage({ id }, { problem }))
    }
  }, [problem, waits, works, toasts, intl])
  useEffect(() => {
    if (troubles) toasts.announce(intl.formatMessage({ id: 'gradebook.saving.troubles' }, { ...troubles }))
  }, [troubles, toasts, intl])
  useEffect(() => {
    if (changes > 0 || saved === said.current) return undefined
    const timer = setTimeout(() => {
      toasts.announce(intl.formatMessage({ id: 'gradebook.saving.saved' }, { count: saved - said.current }))
      said.current = saved
    }, RESTS)
    return () => clearTimeout(timer)
  }, [changes, saved, toasts, intl])
}
