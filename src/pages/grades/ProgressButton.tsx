import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { TotalRow } from '#src/domain/total-rows.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import { useStillHere } from '#src/pages/use-still-here.ts'

/** Leads to a learner's progress in a course. Totals tell usernames only: the gradebook knows the id behind one. */
export function ProgressButton({ row: { courseId, courseName, username } }: { readonly row: TotalRow }) {
  const intl = useIntl()
  const toaster = useToasts()
  const navigate = useNavigate()
  const [isPending, setPending] = useState(false)
  const isHere = useStillHere()
  const open = async () => {
    setPending(true)
    try {
      const { rows = [] } = await queryClient.fetchQuery(q('learnerGrades', { courseId, username }))
      const learnerId = rows[0]?.learner.id
      if (learnerId !== undefined && isHere.current) await navigate(path.progress({ courseId, learnerId }))
    } catch (error) {
      const { title } = errorWords(intl, error)
      toaster.show({ text: intl.formatMessage({ id: 'grades.notOpened' }, { title }), tone: 'bad' })
    }
    setPending(false)
  }
  return (
    <Button size="small" isPending={isPending} onPress={() => void open()}>
      <FormattedMessage
        id="grades.progress"
        values={{
          name: (
            <span key="name" className="visually-hidden">
              {username}, {courseName}
            </span>
          ),
        }}
      />
    </Button>
  )
}
