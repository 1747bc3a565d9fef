import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router'
import type { CourseId } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { BrokenGrading } from './BrokenGrading.tsx'
import { Grading } from './Grading.tsx'
import styles from './GradingInfo.module.css'
import { readGrading } from './read-grading.ts'

/** Reads how the course is graded. Name and dates are an extra: without them the page stands all the same. */
export async function loader({ params: { courseId = '' } }: LoaderFunctionArgs) {
  const [broken] = await Promise.all([
    lms().gradingInfo ? readGrading(courseId) : null,
    queryClient.prefetchQuery(q('course', { courseId })),
  ])
  return { broken }
}

/** How this course is graded, at a glance, and what looks wrong in it. */
export function Component() {
  const intl = useIntl()
  const { courseId = '' } = useParams()
  const { broken } = useLoaderData<typeof loader>()
  const { data: course } = useQuery(q('course', { courseId }))
  const title = intl.formatMessage({ id: 'gradingInfo.title' })
  return (
    <div className={styles['page']}>
      <PageTitle parts={[title, course?.name ?? courseId]} />
      <header className={styles['head']}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <FormattedMessage id="gradingInfo.lead" /> <CourseLink courseId={courseId} />
        </p>
      </header>
      {lms().gradingInfo === undefined ? (
        <p>
          <FormattedMessage id="gradingInfo.none" />
        </p>
      ) : broken ? (
        <BrokenGrading courseId={courseId} error={broken} />
      ) : (
        <Grading courseId={courseId} end={course?.end ?? null} />
      )}
    </div>
  )
}

/** Leads into the learning system, where what looks wrong can be put right; where that has a link. */
function CourseLink({ courseId }: { courseId: CourseId }) {
  const href = lms().links.course?.(courseId)
  if (href === undefined) return null
  return (
    <a href={href} className={styles['away']}>
      <FormattedMessage id="gradingInfo.openCourse" />
    </a>
  )
}
