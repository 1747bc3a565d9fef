import '#src/i18n/later-messages.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CourseId, SubsectionId } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import { ProblemLine } from './ProblemLine.tsx'
import { ReadFailure } from './ReadFailure.tsx'
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
            <ProblemLine key={problem.problemId} problem={problem} timeZone={timeZone} />
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
  if (!(error instanceof LmsError) || error.kind !== 'forbidden') {
    return <ReadFailure error={error} onRetry={onRetry} />
  }
  return (
    <p role="alert">
      <FormattedMessage id="submissions.refused" />
    </p>
  )
}
