import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button, IconButton } from './Button.tsx'
import styles from './Toasts.module.css'
import { type Toast, type Toaster, ToasterContext } from './toasts.ts'

interface Said {
  readonly id: number
  readonly text: string
  /** Milliseconds on the page's own clock. */
  readonly at: number
}
interface Shown extends Toast, Said {}

/** Milliseconds after which what was said gives way to what comes next: a refusal must not be read with the success. */
const FRESH = 1000

/** How long a message without action stays, in milliseconds: time to read 25 words. */
const STAY = 8000

/** Messages that stay in the live region: more may come at once than one. */
const KEPT = 4

/** Cards in the page: more would cover what one works on. */
const CARDS = 3

interface ToastsProviderProps {
  readonly dismissLabel: string
  readonly children: ReactNode
}

/**
 * Lets everything below show messages (see `useToasts`). What is said stands in a live region of its own, which is in
 * the page from the start, as a screen reader needs it; the cards float, so nothing moves when one comes or goes.
 */
export function ToastsProvider({ dismissLabel, children }: ToastsProviderProps) {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const [said, setSaid] = useState<readonly Said[]>([])
  const [toaster] = useState<Toaster>(() => {
    let count = 0
    const announce = (text: string) => {
      const news: Said = { id: (count += 1), text, at: performance.now() }
      setSaid((before) => [...before.filter(({ at }) => at > news.at - FRESH).slice(1 - KEPT), news])
      return news
    }
    return {
      announce,
      show: (toast) => {
        const news = announce(toast.text)
        setToasts((before) => [...withRoom(before), { ...toast, ...news }])
      },
    }
  })
  const dismiss = (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id))
  return (
    <ToasterContext value={toaster}>
      {children}
      {createPortal(
        <>
          <output aria-live="polite" aria-atomic={false} className="visually-hidden">
            {/* Each has its own node: the same words twice are said twice. */}
            {said.map(({ id, text }) => (
              <span key={id}>{text} </span>
            ))}
          </output>
          {/* The mark by which react-aria's overlays leave it in reach, and `useCovering`, too. */}
          <div className={styles['cards']} data-react-aria-top-layer="true">
            {toasts.map((toast) => (
              <ToastCard
                key={toast.id}
                toast={toast}
                dismissLabel={dismissLabel}
                onDismiss={() => dismiss(toast.id)}
              />
            ))}
          </div>
        </>,
        document.body,
      )}
    </ToasterContext>
  )
}

interface ToastCardProps {
  readonly toast: Toast
  readonly dismissLabel: string
  readonly onDismiss: () => void
}

function ToastCard({ toast, dismissLabel, onDismiss }: ToastCardProps) {
  const [isHeld, setHeld] = useState(false)
  useDelayed(onDismiss, isHeld || isLasting(toast) ? null : STAY)
  return (
    <div
      className={styles['toast']}
      data-tone={toast.tone ?? 'plain'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action ? (
        <Button
          size="small"
          onPress={() => {
            toast.action?.onPress()
            onDismiss()
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton label={dismissLabel} onPress={onDismiss}>
        ✕
      </IconButton>
    </div>
  )
}

/** Whether a message waits for the user instead of going by itself. */
function isLasting({ action, tone }: Toast): boolean {
  return action !== undefined || tone === 'bad'
}

/** Makes room for one more: the oldest that would go by itself makes way, else the oldest. */
function withRoom(toasts: readonly Shown[]): readonly Shown[] {
  if (toasts.length < CARDS) return toasts
  const gone = toasts.find((toast) => !isLasting(toast)) ?? toasts[0]
  return toasts.filter((toast) => toast !== gone)
}

/** Calls `work` once after a time; null stops the clock. */
function useDelayed(work: () => void, milliseconds: number | null): void {
  const onTime = useEffectEvent(work)
  useEffect(() => {
    if (milliseconds === null) return undefined
    const timer = setTimeout(onTime, milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
}
