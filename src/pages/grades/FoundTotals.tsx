import { FormattedMessage, useIntl } from 'react-intl'
import type { CourseTotal } from '#src/domain/course-total.ts'
import { type TotalColumn, distinctNames } from '#src/domain/total-rows.ts'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { CourseSummary } from '#src/lms/lms.ts'
import { ReadFailure } from '#src/pages/ReadFailure.tsx'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import styles from './Grades.module.css'
import { TotalsTable } from './TotalsTable.tsx'
import type { Found } from './use-found.ts'
import type { Wanted } from './use-look-up.ts'

interface FoundTotalsProps {
  readonly courses: readonly CourseSummary[]
  readonly wanted: Wanted
  readonly found: Found
}

/** What was found, and which names nobody has; the rest on demand. */
export function FoundTotals({ courses, wanted, found }: FoundTotalsProps) {
  const intl = useIntl()
  const { data, error, hasNextPage } = found
  const names = distinctNames(courses)
  const totals = data?.pages.flatMap(({ items }) => items) ?? []
  const rows = totals.map((total) => ({
    courseId: total.courseId,
    courseName: total.courseName ?? names.get(total.courseId) ?? total.courseId,
    username: total.username,
    total,
  }))
  const met = new Set(totals.map(({ username }) => username.toLowerCase()))
  const missing = wanted.usernames.filter((name) => !met.has(name.toLowerCase()))
  const isWhole = data !== undefined && !error && !hasNextPage
  return (
    <div className={styles['found']} tabIndex={-1}>
      <p role="status" className={styles['quiet']}>
        {data ? (
          <FormattedMessage id="grades.found" values={{ count: totals.length, more: String(hasNextPage) }} />
        ) : found.isFetching ? (
          <FormattedMessage id="shell.loading" />
        ) : null}
      </p>
      {rows.length > 0 ? (
        <TotalsTable
          label={intl.formatMessage({ id: 'grades.table' })}
          rows={rows}
          columns={columnsFor(wanted, totals)}
          isPartial={hasNextPage}
          // Pages were asked for one by one: each is to be seen.
          {...(data && data.pages.length > 1 ? { first: Number.POSITIVE_INFINITY } : {})}
        />
      ) : null}
      {isWhole && missing.length > 0 ? (
        <p>
          <FormattedMessage
            id="grades.missing"
            values={{
              count: missing.length,
              inCourse: String(wanted.courseId !== null),
              names: intl.formatList(missing, { type: 'unit' }),
            }}
          />
        </p>
      ) : null}
      {error ? (
        <Failure error={error} onRetry={() => void (data ? found.fetchNextPage() : found.refetch())} />
      ) : null}
      {hasNextPage && !error ? (
        <PassingButton isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <FormattedMessage id="grades.more" />
        </PassingButton>
      ) : null}
    </div>
  )
}

/** One course need not be named in each line; what else the server tells stands where it does. */
function columnsFor({ courseId }: Wanted, totals: readonly CourseTotal[]): TotalColumn[] {
  const told = lms().capabilities.totalColumns ?? new Set()
  const optional = (['letter', 'passed', 'passedAt', 'lastActivity'] as const).filter(
    (column) => column === 'passed' || told.has(column),
  )
  return [
    'person',
    // Most servers tell the addresses of few.
    ...(told.has('email') && totals.some(({ email }) => email) ? (['email'] as const) : []),
    ...(courseId === null ? (['course'] as const) : []),
    'percent',
    ...optional,
  ]
}

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { kind, details } = error instanceof LmsError ? error : new LmsError('contract')
  // Said at the field.
  if (kind === 'invalid' || details.reason === 'no-course') return null
  if (kind === 'forbidden') {
    return (
      <p role="alert">
        <FormattedMessage id="grades.refused" />
      </p>
    )
  }
  return <ReadFailure error={error} onRetry={onRetry} />
}
