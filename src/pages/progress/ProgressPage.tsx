import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { q, queryClient, usePrefetched } from '#src/lms/query.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { AroundSection } from './AroundSection.tsx'
import styles from './Progress.module.css'

/** Reads the standing. What stands around it is an extra: without that the page stands all the same. */
export async function loader({ params: { courseId = '', learnerId } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.fetchQuery(q('progress', { courseId, learnerId: learnerId ?? null })),
    queryClient.prefetchQuery(q('courseHome', { courseId })),
    queryClient.prefetchQuery(q('course', { courseId })),
  ])
  return null
}

/** Where a learner stands in a course, why, what is left, what is needed. */
export function Component() {
  const intl = useIntl()
  const { courseId = '', learnerId } = useParams()
  const progress = usePrefetched(q('progress', { courseId, learnerId: learnerId ?? null }))
  const { data: course } = useQuery(q('course', { courseId }))
  const title =
    learnerId === undefined
      ? intl.formatMessage({ id: 'progress.title' })
      : intl.formatMessage({ id: 'progress.titleOf' }, { name: progress.username })
  return (
    <div className={styles['page']}>
      <PageTitle parts={[title, course?.name ?? courseId]} />
      <header className={styles['head']}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <FormattedMessage id="progress.lead" />
        </p>
      </header>
      <AroundSection progress={progress} />
    </div>
  )
}
