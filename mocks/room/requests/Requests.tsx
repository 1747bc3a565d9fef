import { useDeferredValue, useState, useSyncExternalStore } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { SearchField } from '#mocks/room/SearchField.tsx'
import { useRoom } from '#mocks/room/room.ts'
import { ExchangeRow } from './ExchangeRow.tsx'
import styles from './Requests.module.css'
import { STATUS_CLASSES, type StatusClass, filterExchanges, isStatusClass } from './filter.ts'

/** What was asked of the simulated LMS in this tab, and what it answered; newest first. */
export function Requests() {
  const { log } = useRoom()
  const exchanges = useSyncExternalStore(log.subscribe, log.exchanges)
  const [text, setText] = useState('')
  const [statusClass, setStatusClass] = useState<StatusClass>('all')
  const shown = useDeferredValue(filterExchanges(exchanges, text, statusClass))
  return (
    <div className={styles['requests']}>
      <div className={styles['tools']}>
        <SearchField label="Filter requests" value={text} onChange={setText} />
        <select
          aria-label="Status"
          value={statusClass}
          onChange={({ target }) => {
            if (isStatusClass(target.value)) setStatusClass(target.value)
          }}
        >
          {Object.entries(STATUS_CLASSES).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Button onPress={() => log.clear()}>Clear</Button>
      </div>
      <p className={styles['note']}>
        <span role="status">
          {shown.length === exchanges.length
            ? `${exchanges.length} requests`
            : `${shown.length} of ${exchanges.length} requests`}
        </span>
        , the last 500 at most. They are kept in memory only: a reload forgets them.
      </p>
      {shown.length === 0 ? null : (
        <ol className={styles['list']} aria-label="Requests, newest first">
          {shown.map((exchange) => (
            <ExchangeRow key={exchange.id} exchange={exchange} />
          ))}
        </ol>
      )}
    </div>
  )
}
