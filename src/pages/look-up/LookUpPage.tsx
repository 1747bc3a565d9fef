import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { LmsError } from '#src/lms/errors.ts'
import { lms } from '#src/lms/connect.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { UsernameForm } from '#src/pages/UsernameForm.tsx'
import { path } from '#src/paths.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import styles from './LookUpPage.module.css'

/**
 * Reads who is asking, and the course: who is not signed in, or asks for a course that does not exist, is told so. After any
 * other failure the page stands all the same.
 */
export async function loader({ params: { courseId = '' } }: LoaderFunctionArgs): Promise<null> {
  const reads = [queryClient.fetchQuery(q('viewer', {})), queryClient.fetchQuery(q('course', { courseId }))]
  for (const read of await Promise.allSettled(reads)) {
    if (read.status === 'fulfilled') continue
    const { reason: error } = read as { reason: unknown }
    if (error instanceof LmsError && ['unauthenticated', 'not-found'].includes(error.kind)) throw error
  }
  return null
}

/** Stands in the gradebook's place where the server gives one learner at a time: what it can tell, and a way to each learner. */
export function Component() {
  const intl = useIntl()
  const { courseId = '' } = useParams()
  const course = useQuery(q('course', { courseId }))
  const title = intl.formatMessage({ id: 'gradebook.title' })
  return (
    <div className={styles['page']}>
      <PageTitle parts={[title, course.data?.name ?? courseId]} />
      <header>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={styles['lead']}>
          <FormattedMessage id="lookUp.lead" />
        </p>
      </header>
      <section className={styles['section']} aria-labelledby="look-up">
        <h2 id="look-up">
          <FormattedMessage id="lookUp.title" />
        </h2>
        <UsernameForm courseId={courseId} />
      </section>
      <section className={styles['section']} aria-labelledby="gives">
        <h2 id="gives">
          <FormattedMessage id="lookUp.gives" />
        </h2>
        <ul>
          <li>
            <FormattedMessage id="lookUp.gives.total" />
          </li>
          {lms().gradingInfo ? (
            <li>
              <FormattedMessage
                id="lookUp.gives.policy"
                values={{ a: linkTo(path.gradingInfo({ courseId })) }}
              />
            </li>
          ) : null}
          <li>
            <FormattedMessage id="lookUp.gives.own" values={{ a: linkTo(path.progress({ courseId })) }} />
          </li>
        </ul>
        <p>
          <FormattedMessage id="lookUp.lacks" />
        </p>
        <p>
          <Link to={path.courses({ all: true })}>
            <FormattedMessage id="error.toCourses" />
          </Link>
        </p>
      </section>
    </div>
  )
}

const linkTo = (to: string) => (words: ReactNode) => (
  <Link key={to} to={to}>
    {words}
  </Link>
)
