import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { inForce } from '#src/domain/conflict.ts'
import type { Assignment, Learner } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LmsError } from '#src/lms/errors.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { q } from '#src/lms/query.ts'
import { Comment } from './Comment.tsx'
import { Conflict } from './Conflict.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { OverrideForm } from './OverrideForm.tsx'
import styles from './OverridePanel.module.css'
import { PanelProblem } from './PanelProblem.tsx'
import { PeriodGrades } from './PeriodGrades.tsx'
import { focusUnlessBusy } from './focus-unless-busy.ts'
import { useEditing } from './use-editing.ts'
import type { SheetRow } from './use-row.ts'

const Submissions = lazy(() => import('#src/pages/Submissions.tsx'))

interface CellEditorProps {
  readonly outlet: GradebookOutlet
  readonly cell: CellRef
  readonly row: SheetRow
  readonly learner: Learner
  readonly assignment: Assignment
  /** Why grades cannot be changed; null where they can. */
  readonly lock: LmsError | null
  /** Hears what became of text that was typed and not saved when one leaves the cell; null: there was none. */
  readonly onLeave: (words: string | null) => void
}

/** One grade: what it is, what it shall be, what it was. A new one for each cell. */
export function CellEditor({ outlet, cell, row, learner, assignment, lock, onLeave }: CellEditorProps) {
  const intl = useIntl()
  const { sheet, courseId, lms } = outlet.gradebook
  const { learnerId, subsectionId } = cell
  // The route's loader has just asked.
  const reading = useQuery({ ...q('subsectionGrade', { courseId, ...cell }), refetchOnMount: false })
  const viewer = useQuery(q('viewer', {}))
  const grade = reading.data
  const possible = grade?.graded.possible ?? row.possible
  const [lockAtFirst] = useState(lock)
  const isLocked = lock !== null || grade?.available === false
  const editing = useEditing({
    outlet,
    cell,
    row,
    learner,
    assignment,
    grade,
    possible,
    isLocked,
    onLeave,
  })

  const isInSheet = row.cell !== null
  useEffect(() => {
    if (grade?.available && isInSheet) sheet.markOverridden(learnerId, subsectionId, inForce(grade.override))
  }, [grade, isInSheet, sheet, learnerId, subsectionId])

  if (grade?.available === false) {
    return (
      <PanelProblem
        title={intl.formatMessage({ id: 'override.notAvailable.title' })}
        text={intl.formatMessage({ id: 'override.notAvailable.text' })}
      />
    )
  }
  const status = editing.edit?.status
  return (
    <>
      <Facts grade={grade} cell={row.cell} />
      {reading.error && !grade ? (
        <PanelProblem error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {lock ? <Locked lock={lock} isNews={lockAtFirst === null} /> : null}
      {editing.edit && status?.kind === 'conflict' ? (
        <Conflict editing={editing} edit={editing.edit} status={status} possible={possible} />
      ) : (
        <OverrideForm
          editing={editing}
          outlet={outlet}
          assignment={assignment}
          row={row}
          grade={grade}
          possible={possible}
          lock={lock}
        />
      )}
      {grade && lms.saveComment && grade.comment !== undefined ? (
        <Comment gradebook={outlet.gradebook} cell={cell} comment={grade.comment} isDisabled={isLocked} />
      ) : null}
      {lms.periodGrades ? (
        <PeriodGrades gradebook={outlet.gradebook} learnerId={learnerId} isDisabled={lock !== null} />
      ) : null}
      {grade ? <History grade={grade} isKept={lms.capabilities.keepsHistory} /> : null}
      {viewer.data?.globalStaff && lms.submissions ? (
        <Suspense fallback={null}>
          <Submissions
            courseId={courseId}
            username={learner.username}
            subsectionId={subsectionId}
            level={3}
          />
        </Suspense>
      ) : null}
      {reading.isLoading ? (
        <p className="loading">
          <FormattedMessage id="shell.loading" />
        </p>
      ) : null}
    </>
  )
}

interface LockedProps {
  readonly lock: LmsError
  /** The fields were open until now: focus comes here from the one in use. */
  readonly isNews: boolean
}

function Locked({ lock, isNews }: LockedProps) {
  const { title, text } = errorWords(useIntl(), lock)
  return (
    <div
      ref={isNews ? focusUnlessBusy : undefined}
      className={styles['notice']}
      data-tone="locked"
      tabIndex={isNews ? -1 : undefined}
    >
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
    </div>
  )
}
