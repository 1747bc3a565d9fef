import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { Problem } from '#src/ui/Problem.tsx'
import styles from './NothingToShow.module.css'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import { narrows, withoutFilter } from './filters.ts'
import type { TableState } from './table-state.ts'

interface NothingToShowProps {
  readonly load: LoadState
  readonly loader: Loader
  readonly searching: SearchState
  readonly table: TableState
}

/** Stands where rows would be: the failure in words, nobody enrolled, nobody who fits, or nobody so far. */
export function NothingToShow({ load, loader, searching, table }: NothingToShowProps) {
  const intl = useIntl()
  const isNarrowed = table.search.trim() !== '' || table.username !== '' || narrows(table.filters)
  const clear = isNarrowed ? (
    <PassingButton onPress={table.clear}>
      {intl.formatMessage({ id: 'gradebook.filter.clear' })}
    </PassingButton>
  ) : null
  if (load.error && load.read === 0) {
    const words = errorWords(intl, load.error)
    return (
      <Problem
        level={2}
        title={words.title}
        text={words.text}
        detail={words.detail}
        actions={
          load.error.details.reason === 'no-cohort' ? (
            // Asking again would not help.
            <PassingButton
              variant="primary"
              onPress={() => table.setFilters(withoutFilter(table.filters, 'cohort'))}
            >
              {intl.formatMessage({ id: 'gradebook.filter.clearCohort' })}
            </PassingButton>
          ) : (
            <>
              <Remedy error={load.error}>
                <PassingButton variant="primary" onPress={() => loader.start()}>
                  {intl.formatMessage({ id: 'error.retry' })}
                </PassingButton>
              </Remedy>
              {clear}
            </>
          )
        }
      />
    )
  }
  if (searching.status === 'searching' || load.status === 'reading') {
    return (
      <p className={styles['quiet']}>
        <FormattedMessage id="gradebook.nobodyYet" />
      </p>
    )
  }
  const id = !isNarrowed ? 'nobody' : load.status === 'done' ? 'nobodyFits' : 'nobodyRead'
  return (
    <Problem
      level={2}
      title={intl.formatMessage({ id: `gradebook.${id}.title` })}
      text={intl.formatMessage({ id: `gradebook.${id}.text` })}
      actions={clear}
    />
  )
}
