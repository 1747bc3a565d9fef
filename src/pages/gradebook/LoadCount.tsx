import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '#src/i18n/messages.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import styles from './LoadCount.module.css'
import { PassingButton } from '#src/ui/PassingButton.tsx'

interface LoadCountProps {
  readonly load: LoadState
  readonly search: SearchState
  readonly loader: Loader
  readonly shown: number
  readonly isSorted: boolean
}

const bold = (chunks: ReactNode) => <b key="count">{chunks}</b>

/**
 * How many learners stand in the table, of how many, and how the reading goes on. Says it honestly, and says it to a
 * screen reader only when it has come to rest: a count for each page would drown everything else.
 */
export function LoadCount({ load, search, loader, shown, isSorted }: LoadCountProps) {
  const isSearching = search.status === 'searching'
  const isResting = load.status !== 'reading' && !isSearching
  const count = <Count load={load} search={search} shown={shown} isSorted={isSorted} />
  const action = actionFor(load, loader)
  return (
    <div className={styles['count']} tabIndex={-1}>
      {isSearching ? <FormattedMessage id="gradebook.count.searching" /> : null}
      <span role="status">{isResting ? count : null}</span>
      {isResting ? null : <span>{count}</span>}
      {action ? (
        <PassingButton variant="plain" size="small" onPress={action.perform}>
          <FormattedMessage id={action.label} />
        </PassingButton>
      ) : null}
    </div>
  )
}

function Count({ load, search, shown, isSorted }: Omit<LoadCountProps, 'loader'>) {
  // What stands in the table's place says why.
  if (load.error && load.read === 0) return null
  const isSearched = search.text !== ''
  const more = search.more ? <FormattedMessage id="gradebook.count.moreFit" /> : null
  if (load.status === 'done') {
    return (
      <>
        <FormattedMessage
          id="gradebook.count.showing"
          values={{ shown, enrolled: load.enrolled ?? -1, b: bold }}
        />
        {more}
      </>
    )
  }
  if (load.read === 0) return <FormattedMessage id="gradebook.count.starting" />
  const known = load.matching ?? load.enrolled ?? -1
  return (
    <>
      {isSearched ? <FormattedMessage id="gradebook.count.fitting" values={{ shown, b: bold }} /> : null}
      <FormattedMessage id="gradebook.count.reading" values={{ read: load.read, known, b: bold }} />
      {isSorted ? <FormattedMessage id="gradebook.count.sortedSoFar" /> : null}
      {isSearched ? <FormattedMessage id="gradebook.count.namesSoFar" /> : null}
      {more}
    </>
  )
}

interface Action {
  readonly label: MessageId
  readonly perform: () => void
}

/** What one can do about the reading; a failure has its own button, beside its words. */
function actionFor({ status, read }: LoadState, loader: Loader): Action | null {
  if (status === 'reading' && read > 0) {
    return { label: 'gradebook.count.pause', perform: () => loader.pause() }
  }
  if (status === 'paused' && read > 0) {
    return { label: 'gradebook.count.goOn', perform: () => loader.start() }
  }
  if (status === 'held') return { label: 'gradebook.count.readAll', perform: () => loader.more() }
  return null
}
