import '#src/i18n/later-messages.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import type { CourseId, SubsectionId } from '#src/domain/course.ts'
import { type ProblemSubmissions, type Submission, stateLines } from '#src/domain/submission.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import { Remedy } from './Remedy.tsx'
import styles from './Submissions.module.css'

interface SubmissionsProps {
  readonly courseId: CourseId
  readonly username: string
  /** The problems of one subsection; null: of the whole course. */
  readonly subsectionId: SubsectionId | null
  /** IANA; absent: the device's. */
  readonly timeZone?: string | undefined
  /** Of the heading. */
  readonly level: 2 | 3
}

/** What a learner has sent in, problem by problem; read once it is opened. For staff of the whole site. */
export default function Submissions(props: SubmissionsProps) {
  const bodyId = useId()
  const [isOpen, setOpen] = useState(false)
  const Heading = props.level === 2 ? 'h2' : 'h3'
  const isWhole = props.subsectionId === null
  return (
    <div className={styles['submissions']}>
      <Heading className={styles['title']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <FormattedMessage id={isWhole ? 'submissions.title' : 'submissions.titleHere'} />
        </button>
      </Heading>
      {isOpen ? (
        <div id={bodyId} tabIndex={-1} className={styles['body']}>
          <History {...props} />
        </div>
      ) : null}
    </div>
  )
}

function History({ courseId, username, subsectionId, timeZone }: SubmissionsProps) {
  const reading = useInfiniteQuery({
    queryKey: ['submissions', courseId, username, subsectionId],
    queryFn: ({ pageParam: page, signal }) => {
      const backend = lms()
      if (!backend.submissions) throw new LmsError('unsupported')
      return backend.submissions({ courseId, username, subsectionId, page }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 60_000,
  })
  const problems = reading.data?.pages.flatMap(({ items }) => items) ?? []
  const { error, data, isFetching, hasNextPage } = reading
  return (
    <>
      <p className={styles['note']}>
        <FormattedMessage id="submissions.note" />
      </p>
      {data && !error && !hasNextPage && problems.length === 0 ? (
        <p>
          <FormattedMessage id={subsectionId === null ? 'submissions.none' : 'submissions.noneHere'} />
        </p>
      ) : null}
      {problems.length > 0 ? (
        <ul className={styles['problems']}>
          {problems.map((problem) => (
            <Problem key={problem.problemId} problem={problem} timeZone={timeZone} />
          ))}
        </ul>
      ) : null}
      {error ? <Failure error={error} onRetry={() => void retry()} /> : null}
      {isFetching && !data ? (
        <p className="loading">
          <FormattedMessage id="shell.loading" />
        </p>
      ) : null}
      {hasNextPage && !error ? (
        <PassingButton
          size="small"
          isPending={reading.isFetchingNextPage}
          onPress={() => void reading.fetchNextPage()}
        >
          <FormattedMessage id="submissions.more" />
        </PassingButton>
      ) : null}
    </>
  )

  function retry() {
    return data ? reading.fetchNextPage() : reading.refetch()
  }
}

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { title, text } = errorWords(useIntl(), error)
  const isRefused = error instanceof LmsError && error.kind === 'forbidden'
  return (
    <div role="alert" className={styles['failure']}>
      {isRefused ? (
        <p>
          <FormattedMessage id="submissions.refused" />
        </p>
      ) : (
        <>
          <p>
            <b>{title}</b>
          </p>
          <p>{text}</p>
        </>
      )}
      <Remedy error={error}>
        <PassingButton size="small" onPress={onRetry}>
          <FormattedMessage id="error.retry" />
        </PassingButton>
      </Remedy>
    </div>
  )
}

interface ProblemProps {
  readonly problem: ProblemSubmissions
  readonly timeZone: string | undefined
}

function Problem({ problem: { name, submissions }, timeZone }: ProblemProps) {
  const newest = submissions[0]
  return (
    <li>
      <details>
        <summary>
          <bdi>{name}</bdi>{' '}
          <small>
            {newest ? <Score submission={newest} /> : null}
            {' · '}
            <FormattedMessage id="submissions.count" values={{ count: submissions.length }} />
          </small>
        </summary>
        <ol className={styles['list']} reversed>
          {submissions.map((submission, index) => (
            // Nothing else tells two of them apart; the list is read as a whole and never reordered.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} value={submissions.length - index}>
              <p className={styles['fact']}>
                <Score submission={submission} />
                {' · '}
                <Time at={submission.at} timeZone={timeZone} />
              </p>
              <State state={submission.state} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}

function Score({ submission: { earned, possible } }: { readonly submission: Submission }): ReactNode {
  if (earned === null) return <FormattedMessage id="submissions.noScore" />
  const value = <FormattedNumber key="earned" value={earned} maximumFractionDigits={2} />
  if (possible === null) return value
  return (
    <FormattedMessage
      id="submissions.score"
      values={{
        earned: value,
        possible: <FormattedNumber key="possible" value={possible} maximumFractionDigits={2} />,
      }}
    />
  )
}

function Time({ at, timeZone }: Pick<Submission, 'at'> & Pick<ProblemProps, 'timeZone'>) {
  if (at === null) return <FormattedMessage id="submissions.noTime" />
  return (
    <time dateTime={at}>
      <FormattedDate value={at} dateStyle="medium" timeStyle="short" timeZone={timeZone} />
    </time>
  )
}

function State({ state }: Pick<Submission, 'state'>) {
  if (!state) {
    return (
      <p className={styles['note']}>
        <FormattedMessage id="submissions.noState" />
      </p>
    )
  }
  return (
    <dl className={styles['state']}>
      {stateLines(state).map(({ key, text, isBlock }) => (
        <div key={key} data-block={isBlock || undefined}>
          <dt>
            <bdi>{key}</bdi>
          </dt>
          <dd dir="auto">{isBlock ? <pre>{text}</pre> : text}</dd>
        </div>
      ))}
    </dl>
  )
}
