import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import type { Message } from '#mocks/log.ts'
import styles from './Body.module.css'
import { copyText } from './clipboard.ts'
import { pretty } from './pretty.ts'

interface BodyProps {
  /** Names what it is the body of: "Response". */
  readonly label: string
  readonly message: Message
}

/** Headers and body of a message, as text whatever they hold. */
export function Body({ label, message: { headers, body, cut } }: BodyProps) {
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
      {cut ? <p>It is longer: these are the first {body?.length.toLocaleString('en')} characters.</p> : null}
    </section>
  )
}
