import { FormattedMessage } from 'react-intl'
import type { GradeComment } from '#src/domain/course.ts'

/** What staff wrote to a grade, in their words; and, to staff, whether the learner reads it. */
export function Comment({ comment: { text, isShown } }: { readonly comment: GradeComment }) {
  return (
    <>
      <q>
        <bdi>{text}</bdi>
      </q>
      {isShown ? null : (
        <>
          {' '}
          <small>
            <FormattedMessage id="progress.comment.unseen" />
          </small>
        </>
      )}
    </>
  )
}
