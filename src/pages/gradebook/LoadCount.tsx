import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Loader } from '#src/lms/load.ts'
import type { LoadState } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import { Button } from '#src/ui/Button.tsx'
import styles from './Toolbar.module.css'

interface LoadCountProps {
  readonly load: LoadState
  readonly search: SearchState
  readonly loader: Loader
  readonly shown: number
  readonly sorted: boolean
}

const bold = (chunks: ReactNode) => <b key="count">{chunks}</b>

/** How many learners stand in the table, of how many, and how the reading goes on. Says it honestly. */
export function LoadCount({ load, search, loader, shown, sorted }: LoadCountProps) {
  const known = load.matching ?? load.enrolled
  const reading = load.status === 'reading'
  const incomplete = load.status !== 'done'
  return (
    <div className={styles['count']}>
      {search.status === 'searching' ? <FormattedMessage id="gradebook.count.searching" /> : null}
      <span>
        {incomplete ? (
          <FormattedMessage
            id="gradebook.count.reading"
            values={{ read: load.read, known: known ?? -1, b: bold }}
          />
        ) : (
          <FormattedMessage
            id="gradebook.count.showing"
            values={{ shown, enrolled: load.enrolled ?? load.read, b: bold }}
          />
        )}
        {incomplete && sorted ? <FormattedMessage id="gradebook.count.sortedSoFar" /> : null}
      </span>
      {reading && load.read > 0 ? (
        <Button variant="plain" size="small" onPress={() => loader.pause()}>
          <FormattedMessage id="gradebook.count.pause" />
        </Button>
      ) : null}
      {load.status === 'paused' ? (
        <Button variant="plain" size="small" onPress={() => loader.start()}>
          <FormattedMessage id="gradebook.count.goOn" />
        </Button>
      ) : null}
      {load.status === 'held' ? (
        <Button variant="plain" size="small" onPress={() => loader.more()}>
          <FormattedMessage id="gradebook.count.readAll" />
        </Button>
      ) : null}
    </div>
  )
}
