import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import styles from './Body.module.css'
import { copyText } from './clipboard.ts'
import { pretty } from './pretty.ts'

interface BodyProps {
  /** Names what it is the body of: "Response". */
  readonly label: string
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  /** Null where there is none. */
  readonly body: string | null
  /** What of it is left out, in words. */
  readonly note?: string | undefined
}

/** Headers and body of a message, as text whatever they hold. */
export function Body({ label, headers, body, note }: BodyProps) {
  const [said, setSaid] = useState('')
  const text = body === null ? null : pretty(body)
  return (
    <section className={styles['message']} aria-label={label}>
      <header>
        <b>{label}</b>
        {text === null ? (
          <small>no body</small>
        ) : (
          <Button
            size="small"
            variant="plain"
            aria-label={`Copy the body: ${label}`}
            onPress={() =>
              void copyText(text).then((copied) => setSaid(copied ? 'Copied' : 'The browser refuses'))
            }
          >
            Copy
          </Button>
        )}
        <output>{said}</output>
      </header>
      {headers.length === 0 ? null : (
        <dl>
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {text === null ? null : (
        // Scrolls by itself, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} dir="ltr" aria-label={`Body: ${label}`} role="region">
          {text}
        </pre>
      )}
      {note ? <p>{note}</p> : null}
    </section>
  )
}
