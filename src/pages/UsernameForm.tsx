import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { CourseId } from '#src/domain/course.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import { useStillHere } from '#src/pages/use-still-here.ts'
import styles from './UsernameForm.module.css'

/**
 * Finds a learner by exact username, where the server gives one learner at a time: who is there opens in their standing; who is
 * not, or may not be seen, is told beside the field.
 */
export function UsernameForm({ courseId }: { readonly courseId: CourseId }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const isHere = useStillHere()
  const username = text.trim()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (username === '' || asked !== null) return
    setAsked(username)
    setProblem(null)
    try {
      const { rows } = await queryClient.fetchQuery(q('learnerGrades', { courseId, username }))
      const learnerId = rows?.[0]?.learner.id ?? username
      if (isHere.current) await navigate(path.progress({ courseId, learnerId }))
    } catch (error) {
      setProblem(error)
    } finally {
      setAsked(null)
    }
  }
  const words = problem === null ? null : lookUpWords(intl, problem)
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={<FormattedMessage id="lookUp.username" />}
        description={<FormattedMessage id="lookUp.hint" />}
        error={words && <span role="alert">{words}</span>}
      >
        {(control) => (
          <input
            {...control}
            value={text}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value)
              setProblem(null)
            }}
          />
        )}
      </Field>
      <Button
        variant="primary"
        type="submit"
        isPending={asked !== null}
        unavailable={username === '' ? intl.formatMessage({ id: 'lookUp.empty' }) : null}
      >
        <FormattedMessage id="lookUp.open" />
      </Button>
      {problem === null ? null : <Remedy error={problem} />}
    </form>
  )
}

/** What is wrong, with this field in mind: who is not known is mistyped most often. */
function lookUpWords(intl: ReturnType<typeof useIntl>, problem: unknown): string {
  if (problem instanceof LmsError) {
    const { kind, details } = problem
    if (kind === 'not-found' && details.reason !== 'not-enrolled') {
      return intl.formatMessage({ id: 'lookUp.nobody' })
    }
    if (kind === 'forbidden') return intl.formatMessage({ id: 'lookUp.forbidden' })
  }
  const { title, text, detail } = errorWords(intl, problem)
  return [`${title}.`, text, detail].filter(Boolean).join(' ')
}
