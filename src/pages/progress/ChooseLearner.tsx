import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { CourseId } from '#src/domain/course.ts'
import { q } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { FindLearner } from './FindLearner.tsx'
import styles from './Progress.module.css'
import staff from './StaffView.module.css'

/** For staff who do not learn in the course: whose progress shall it be? */
export default function ChooseLearner({ courseId }: { readonly courseId: CourseId }) {
  const intl = useIntl()
  const { data: course } = useQuery(q('course', { courseId }))
  const title = intl.formatMessage({ id: 'progress.choose.title' })
  return (
    <div className={styles['page']}>
      <PageTitle parts={[title, course?.name ?? courseId]} />
      <header className={styles['head']}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <FormattedMessage id="progress.choose.text" />
        </p>
      </header>
      <div className={staff['choose']}>
        <FindLearner courseId={courseId} />
        <p>
          <Link to={path.gradebook({ courseId })}>
            <FormattedMessage id="progress.staff.gradebook" />
          </Link>
        </p>
      </div>
    </div>
  )
}
