import { FormattedMessage } from 'react-intl'
import { useParams } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { AwayLink } from './AwayLink.tsx'
import styles from './Around.module.css'

/** For staff who look at the course as a learner does: as whom, and where that is ended. */
export function MaskBanner({ username }: { readonly username: string }) {
  const { courseId = '' } = useParams()
  const course = lms().links.course?.(courseId)
  return (
    <p className={styles['mask']} role="note">
      <FormattedMessage
        id="progress.mask"
        values={{
          username: (
            <b key="username">
              <bdi>{username}</bdi>
            </b>
          ),
        }}
      />{' '}
      {course === undefined ? null : (
        <AwayLink href={course}>
          <FormattedMessage id="progress.mask.end" />
        </AwayLink>
      )}
    </p>
  )
}
