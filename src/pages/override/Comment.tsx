import { useIntl } from 'react-intl'
import type { GradeComment } from '#src/domain/course.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { CommentForm } from './CommentForm.tsx'

interface CommentProps {
  readonly gradebook: Gradebook
  readonly cell: CellRef
  readonly comment: GradeComment | null
  readonly isDisabled: boolean
}

/** The comment of a grade. */
export function Comment({ gradebook, cell, comment, isDisabled }: CommentProps) {
  const intl = useIntl()
  const { lms, courseId, edits } = gradebook
  const { learnerId, subsectionId } = cell
  return (
    <CommentForm
      store={edits}
      name={`comment\n${cellKey(cell)}`}
      label={intl.formatMessage({ id: 'override.comment' })}
      comment={comment}
      isDisabled={isDisabled}
      save={async (written) =>
        lms.saveComment?.({
          courseId,
          learnerId,
          on: { kind: 'assignment', id: subsectionId },
          comment: written,
        })
      }
      read={async () =>
        (await queryClient.fetchQuery(q('subsectionGrade', { courseId, ...cell }))).comment ?? null
      }
    />
  )
}
