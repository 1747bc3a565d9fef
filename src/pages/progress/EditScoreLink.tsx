import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { Link, useParams } from 'react-router'
import type { ProgressSubsection } from '#src/domain/progress.ts'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'

/**
 * For staff who look at a learner: leads to the override editor of a graded subsection. Nothing for anybody else, so
 * that it may stand beside each subsection.
 */
export function EditScoreLink({ subsection }: { readonly subsection: ProgressSubsection }) {
  const { courseId = '', learnerId } = useParams()
  const { data: home } = useQuery(q('courseHome', { courseId }))
  if (learnerId === undefined || !subsection.graded || home?.isStaff === false) return null
  if (!lms().subsectionGrade) return null
  return (
    <Link to={path.override({ courseId, learnerId, subsectionId: subsection.id })}>
      <FormattedMessage
        id="progress.editScore"
        values={{
          name: (
            <span key="name" className="visually-hidden">
              {subsection.name}
            </span>
          ),
        }}
      />
    </Link>
  )
}
