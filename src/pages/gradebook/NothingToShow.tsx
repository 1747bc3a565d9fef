import { useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import { lms } from '#src/lms/connect.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import { Button } from '#src/ui/Button.tsx'
import { Problem } from '#src/ui/Problem.tsx'
import type { TableState } from './table-state.ts'

interface NothingToShowProps {
  readonly load: LoadState
  readonly table: TableState
  readonly loader: Loader
}

/** Stands where rows would be: the failure in words, nobody enrolled, or nobody who fits. */
export function NothingToShow({ load, table, loader }: NothingToShowProps) {
  const intl = useIntl()
  if (load.error) {
    const words = errorWords(intl, load.error)
    const isSignedOut = load.error.kind === 'unauthenticated'
    return (
      <Problem
        level={2}
        title={words.title}
        text={words.text}
        detail={words.detail}
        actions={
          isSignedOut ? (
            <a href={lms().links.signIn(location.href)}>
              {intl.formatMessage({ id: 'error.signIn.action' })}
            </a>
          ) : (
            <Button variant="primary" onPress={() => loader.start()}>
              {intl.formatMessage({ id: 'error.retry' })}
            </Button>
          )
        }
      />
    )
  }
  const isFiltered =
    table.search !== '' || table.username !== '' || Object.values(table.filters).some(Boolean)
  return (
    <Problem
      level={2}
      title={intl.formatMessage({ id: isFiltered ? 'gradebook.nobodyFits.title' : 'gradebook.nobody.title' })}
      text={intl.formatMessage({ id: isFiltered ? 'gradebook.nobodyFits.text' : 'gradebook.nobody.text' })}
      actions={
        isFiltered ? (
          <Button onPress={table.clear}>{intl.formatMessage({ id: 'gradebook.filter.clear' })}</Button>
        ) : null
      }
    />
  )
}
