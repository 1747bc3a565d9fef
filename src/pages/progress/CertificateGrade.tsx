import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { useParams } from 'react-router'
import { percentText } from '#src/i18n/score-words.ts'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'

interface CertificateGradeProps {
  readonly username: string
  /** The grade as it stands, a fraction. */
  readonly today: number
}

/** For staff: the grade that was written on the certificate beside today's, which may have changed since. */
export function CertificateGrade({ username, today }: CertificateGradeProps) {
  const intl = useIntl()
  const { courseId = '' } = useParams()
  const { data: record } = useQuery({
    ...q('certificate', { courseId, username }),
    enabled: lms().certificate !== undefined,
  })
  // Kept back from this viewer, or not to be read: an extra, which nobody misses.
  if (record?.grade === undefined || record.grade === null) return null
  return (
    <p>
      <FormattedMessage
        id={record.grade === today ? 'progress.certificate.sameGrade' : 'progress.certificate.grade'}
        values={{
          written: percentText(intl, record.grade),
          today: percentText(intl, today),
        }}
      />
    </p>
  )
}
