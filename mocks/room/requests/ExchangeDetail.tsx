import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import type { Exchange } from '#mocks/log.ts'
import { Body } from '#mocks/room/Body.tsx'
import { copyText } from '#mocks/room/clipboard.ts'
import styles from './Requests.module.css'
import { asCurl } from './curl.ts'

/** Both messages of an exchange. */
export function ExchangeDetail({ exchange }: { readonly exchange: Exchange }) {
  const { request, response, status } = exchange
  const [said, setSaid] = useState('')
  return (
    <>
      <div className={styles['tools']}>
        <Button
          size="small"
          onPress={() =>
            void copyText(asCurl(exchange)).then((copied) =>
              setSaid(
                copied
                  ? 'Copied: it asks npm run lms on port 8000.'
                  : 'The browser does not let this page copy.',
              ),
            )
          }
        >
          Copy as curl
        </Button>
        <output>{said}</output>
      </div>
      <Body label="Request" message={request} />
      <Body
        label={status === 0 ? 'Response: the connection was dropped' : `Response: ${status}`}
        message={response}
      />
    </>
  )
}
