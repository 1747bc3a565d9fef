import { useLayoutEffect, useRef } from 'react'
import { isRtl } from '#src/ui/grid/dom.ts'
import styles from './ScoreField.module.css'
import type { EditSession } from './edit-session.ts'
import { isComposing, stepFor } from './editor-keys.ts'

interface WaitingFieldProps {
  readonly session: EditSession
  readonly name: string
  readonly onEscape: () => void
}

/** Takes what is typed while the editor itself is still being loaded; a commit waits for it. */
export function WaitingField({ session, name, onEscape }: WaitingFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => session.attach(input.current), [session])
  return (
    <input
      ref={input}
      className={styles['field']}
      aria-label={name}
      aria-busy
      inputMode="decimal"
      autoComplete="off"
      defaultValue={session.text}
      onInput={({ currentTarget }) => session.keep(currentTarget.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return
        if (event.key === 'Escape') return onEscape()
        if (session.awaited) {
          event.preventDefault()
          return session.hold(event)
        }
        const step = stepFor(event, session.byTyping, isRtl(event.currentTarget))
        if (!step) return
        event.preventDefault()
        session.await(step)
      }}
    />
  )
}
