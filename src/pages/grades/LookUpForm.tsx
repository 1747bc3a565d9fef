import { type FormEvent, useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { malformedUsernames, usernamesIn } from '#src/domain/total-rows.ts'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { CourseSummary } from '#src/lms/lms.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './Grades.module.css'
import type { Wanted } from './use-look-up.ts'

interface LookUpFormProps {
  readonly courses: readonly CourseSummary[]
  /** What is looked up now; null at first. */
  readonly wanted: Wanted | null
  /** What the server said of it. */
  readonly error: Error | null
  readonly onLookUp: (wanted: Wanted) => void
}

/** A course, usernames, or both. What the server refuses of it stands at the field that it is about. */
export function LookUpForm({ courses, wanted, error, onLookUp }: LookUpFormProps) {
  const intl = useIntl()
  const listId = useId()
  const nameOf = (id: string) => courses.find((course) => course.id === id)?.name ?? id
  const courseWanted = wanted?.courseId == null ? '' : nameOf(wanted.courseId)
  const namesWanted = wanted?.usernames.join('\n') ?? ''
  const [course, setCourse] = useState(courseWanted)
  const [names, setNames] = useState(namesWanted)
  // Back and Forward bring back what was looked up then.
  const key = JSON.stringify(wanted)
  const [known, setKnown] = useState(key)
  if (known !== key) {
    setKnown(key)
    setCourse(courseWanted)
    setNames(namesWanted)
  }
  const [problem, setProblem] = useState<'empty' | 'many' | null>(null)
  const most = lms().capabilities.usernamesAtOnce ?? 0
  const usernames = usernamesIn(names)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const courseId = courseIdOf(course, courses)
    if (courseId === null && usernames.length === 0) return setProblem('empty')
    if (usernames.length > most) return setProblem('many')
    setProblem(null)
    onLookUp({ courseId, usernames })
  }
  const refused = error instanceof LmsError ? error : null
  const courseError =
    problem === 'empty'
      ? intl.formatMessage({ id: 'grades.find.empty' })
      : refused?.details.reason === 'no-course'
        ? intl.formatMessage({ id: 'grades.find.noCourse' })
        : null
  const malformed = malformedUsernames(wanted?.usernames ?? [])
  const namesError =
    problem === 'many'
      ? intl.formatMessage({ id: 'grades.find.many' }, { most, count: usernames.length })
      : refused?.kind === 'invalid' && wanted && wanted.usernames.length > 0
        ? intl.formatMessage(
            { id: 'grades.find.malformed' },
            { count: malformed.length, names: intl.formatList(malformed, { type: 'unit' }) },
          )
        : null
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={<FormattedMessage id="grades.find.course" />}
        description={<FormattedMessage id="grades.find.courseHint" />}
        error={courseError}
      >
        {(control) => (
          <input
            {...control}
            list={listId}
            value={course}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setCourse(event.target.value)}
          />
        )}
      </Field>
      <datalist id={listId}>
        {courses.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      {most > 0 ? (
        <Field
          label={<FormattedMessage id="grades.find.names" />}
          description={<FormattedMessage id="grades.find.namesHint" values={{ most }} />}
          error={namesError}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              value={names}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setNames(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div>
        <Button type="submit" variant="primary">
          <FormattedMessage id="grades.find.action" />
        </Button>
      </div>
    </form>
  )
}

/** Takes a course by its name as well, where one course has it; null where nothing was typed. */
function courseIdOf(typed: string, courses: readonly CourseSummary[]): string | null {
  const text = typed.trim()
  if (text === '') return null
  const named = courses.filter(({ id, name }) => id !== text && name === text)
  return (named.length === 1 && named[0]?.id) || text
}
