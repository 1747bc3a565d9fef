import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { CourseId } from '#src/domain/course.ts'
import { displayName } from '#src/domain/view.ts'
import { lms } from '#src/lms/connect.ts'
import { ReadFailure } from '#src/pages/ReadFailure.tsx'
import { UsernameForm } from '#src/pages/UsernameForm.tsx'
import { path } from '#src/paths.ts'
import { Field } from '#src/ui/Field.tsx'
import styles from './StaffView.module.css'
import { findLearners } from './find-learners.ts'

/** Milliseconds without a key before the server is asked. */
const PAUSE = 250

/** Finds a learner of the course, by exact username where the server lists nobody; each leads to their progress. */
export function FindLearner({ courseId }: { readonly courseId: CourseId }) {
  if (!lms().gradebook) return <UsernameForm courseId={courseId} />
  return <Search courseId={courseId} />
}

function Search({ courseId }: { readonly courseId: CourseId }) {
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState('')
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const finding = useQuery({ ...findLearners(courseId, wanted), placeholderData: keepPreviousData })
  const { data: found, error } = finding

  const type = (typed: string) => {
    setText(typed)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => setWanted(typed.trim()), PAUSE)
  }
  return (
    <div className={styles['find']} tabIndex={-1}>
      <Field
        label={<FormattedMessage id="progress.find.label" />}
        description={<FormattedMessage id="progress.find.hint" />}
      >
        {(control) => (
          <input
            {...control}
            type="search"
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <output className={styles['count']}>
        {found && !error ? (
          <FormattedMessage
            id="progress.find.count"
            values={{ count: found.learners.length, more: String(found.more) }}
          />
        ) : null}
      </output>
      {error ? (
        <ReadFailure error={error} onRetry={() => void finding.refetch()} />
      ) : (
        <ul className={styles['found']} aria-busy={finding.isFetching}>
          {found?.learners.map((learner) => (
            <li key={learner.id}>
              <Link to={path.progress({ courseId, learnerId: learner.id })}>
                <bdi>{displayName(learner)}</bdi>
              </Link>{' '}
              <small>
                {[learner.name === null ? null : learner.username, learner.email, learner.studentKey]
                  .filter((part) => part !== null)
                  .map((part) => (
                    <bdi key={part}>{part}</bdi>
                  ))}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
