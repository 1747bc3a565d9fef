import { useId, useState } from 'react'
import type { Exchange } from '#mocks/log.ts'
import { ExchangeDetail } from './ExchangeDetail.tsx'
import { handlerOf } from './handler.ts'
import styles from './Requests.module.css'

/** One request in the list; opens to show everything that was sent. */
export function ExchangeRow({ exchange }: { readonly exchange: Exchange }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { at, method, path, query, persona, status, took, faults } = exchange
  return (
    <li className={styles['row']}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles['line']}>
          <b>{method}</b>
          <bdi dir="ltr">
            {isOpen ? path : abridged(path)}
            {query}
          </bdi>
          <span className={styles['status']} data-class={Math.floor(status / 100)}>
            {status === 0 ? 'dropped' : status}
          </span>
        </span>
        <small>
          {[
            timeOf(at),
            `${Math.round(took)} ms`,
            persona,
            handlerOf(exchange),
            ...faults.map((fault) => `fault ${fault}`),
          ].join(' · ')}
        </small>
      </button>
      {isOpen ? (
        <div id={id} className={styles['detail']}>
          <ExchangeDetail exchange={exchange} />
        </div>
      ) : null}
    </li>
  )
}

/** Every path is about some course: what tells one from the other stands beside the course's key. */
function abridged(path: string): string {
  return path.replaceAll(/(course-v1:)[^/]+/g, '$1…').replaceAll(/(block-v1:)[^/]+@/g, '$1…@')
}

/** Time of day with milliseconds, by the device's clock. */
function timeOf(at: number): string {
  const date = new Date(at)
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
