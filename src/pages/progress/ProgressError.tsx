import '#src/i18n/later-messages.ts'
import { useState } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import { errorWords } from '#src/i18n/error-words.ts'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q, queryClient } from '#src/lms/query.ts'
import type { RefusalProps } from '#src/pages/page-handle.ts'
import { path } from '#src/paths.ts'
import { useNow } from '#src/ui/now.ts'
import { AwayLink } from './AwayLink.tsx'
import { type ProgressRefusal, progressRefusal } from './progress-refusal.ts'

/** Says why a progress page could not be had, in words for the one who would read it. */
export function ProgressError({ error, children }: RefusalProps) {
  const intl = useIntl()
  const now = useNow()
  const { courseId = '', learnerId = null } = useParams()
  // Told once: trying again empties the cache, and the words are to stand until it is known what came of it.
  const tell = () => {
    const course = queryClient.getQueryData(q('course', { courseId }).queryKey)
    const home = queryClient.getQueryData(q('courseHome', { courseId }).queryKey)
    const refusal = progressRefusal(error, { learnerId, home, course, now: now() })
    return { error, refusal, start: course?.start ?? null }
  }
  const [told, setTold] = useState(tell)
  if (told.error !== error) setTold(tell)
  const { refusal, start } = told
  if (refusal === null) return children()
  return children(wordsFor(intl, refusal, error, start), <Ways refusal={refusal} courseId={courseId} />)
}

function wordsFor(intl: IntlShape, refusal: ProgressRefusal, error: LmsError, start: string | null) {
  const { detail } = errorWords(intl, error)
  if (refusal === 'no-course') return errorWords(intl, new LmsError('not-found', { reason: 'no-course' }))
  const date = start === null ? '' : intl.formatDate(start, { dateStyle: 'long' })
  return {
    title: intl.formatMessage({ id: `progress.refused.${refusal}.title` }),
    text: intl.formatMessage({ id: `progress.refused.${refusal}.text` }, { date }),
    // The server's sentence says more only where it keeps somebody out.
    detail: refusal === 'kept-out' || refusal === 'access-over' ? detail : null,
  }
}

interface WaysProps {
  readonly refusal: ProgressRefusal
  readonly courseId: string
}

/** Where one can go from here. */
function Ways({ refusal, courseId }: WaysProps) {
  if (refusal === 'no-course') return null
  if (refusal === 'not-yours') {
    return (
      <Link to={path.progress({ courseId })}>
        <FormattedMessage id="error.toProgress" />
      </Link>
    )
  }
  if (refusal === 'no-learner') {
    return (
      <Link to={path.gradebook({ courseId })}>
        <FormattedMessage id="progress.refused.toGradebook" />
      </Link>
    )
  }
  const course = lms().links.course?.(courseId)
  return course === undefined ? null : (
    <AwayLink href={course}>
      <FormattedMessage id="progress.refused.toCourse" />
    </AwayLink>
  )
}
