import { type FormEvent, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { inForce } from '#src/domain/conflict.ts'
import type { Assignment, SubsectionGrade } from '#src/domain/course.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LmsError } from '#src/lms/errors.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { Button } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import { ClearNotice } from './ClearNotice.tsx'
import { EditNotice } from './EditNotice.tsx'
import { ExceptionChoice } from './ExceptionChoice.tsx'
import styles from './OverridePanel.module.css'
import { ReasonField } from './ReasonField.tsx'
import { ScoreField } from './ScoreField.tsx'
import { TotalEffect } from './TotalEffect.tsx'
import { recentReasons } from './kept-text.ts'
import { scoreProblem } from './score-problem.ts'
import type { Editing } from './use-editing.ts'
import type { SheetRow } from './use-row.ts'

interface OverrideFormProps {
  readonly editing: Editing
  readonly outlet: GradebookOutlet
  readonly assignment: Assignment
  readonly row: SheetRow
  /** Undefined while it is being read. */
  readonly grade: SubsectionGrade | undefined
  /** Points to be had; null while they are not known. */
  readonly possible: number | null
  /** Why grades cannot be changed; null where they can. */
  readonly lock: LmsError | null
}

/** New score, reason, what it would do to the total, Save. */
export function OverrideForm(props: OverrideFormProps) {
  const { editing, outlet, assignment, row, grade, possible, lock } = props
  const intl = useIntl()
  const toaster = useToasts()
  const form = useRef<HTMLFormElement>(null)
  const { reasonLength: most, exceptions, estimatesTotals, setsGrades } = outlet.gradebook.lms.capabilities
  const sets = String(setsGrades)
  const { draft, edit, isSaving } = editing
  const isUnknown = edit?.status.kind === 'unknown'
  const isFixed = isSaving || isUnknown

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const obstacle = editing.submit()
    if (!obstacle) return
    form.current?.querySelector<HTMLElement>(`[name=${obstacle}]`)?.focus()
    // A description that changes under the focus is not read out.
    toaster.announce(obstacle === 'reason' ? tooLong() : (scoreProblem(intl, editing.wish) ?? ''))
  }
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={onSubmit}>
      {exceptions.length > 0 && !draft.clears ? (
        <ExceptionChoice editing={editing} exceptions={exceptions} isDisabled={lock !== null || isFixed} />
      ) : null}
      {draft.clears && grade ? <ClearNotice grade={grade} setsGrades={setsGrades} /> : null}
      {draft.exception || (draft.clears && grade) ? null : (
        <ScoreField
          editing={editing}
          possible={possible}
          scale={assignment.scale}
          isDisabled={lock !== null}
          isFixed={isFixed}
        />
      )}
      {most > 0 ? (
        <ReasonField
          editing={editing}
          most={most}
          offered={recentReasons(outlet.gradebook.edits)}
          isDisabled={lock !== null}
          isFixed={isFixed}
        />
      ) : null}
      <TotalEffect
        info={outlet.info}
        row={row}
        subsectionId={assignment.id}
        percent={estimatesTotals ? fractionAfter(editing, grade, possible) : null}
      />
      <EditNotice editing={editing} possible={possible} />
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" isPending={isSaving} unavailable={whyNotSaved()}>
          <FormattedMessage id={saveLabel()} values={{ sets }} />
        </Button>
        {draft.clears ? (
          <Button variant="plain" isDisabled={isSaving} onPress={() => editing.change({ clears: false })}>
            <FormattedMessage id="override.clear.cancel" />
          </Button>
        ) : (
          <Button
            variant="plain"
            isDisabled={isFixed}
            unavailable={whyNotCleared()}
            onPress={() => editing.change({ clears: true })}
          >
            <FormattedMessage id="override.clear" values={{ sets }} />
          </Button>
        )}
      </div>
    </form>
  )

  function tooLong(): string {
    return intl.formatMessage({ id: 'override.reason.tooLong' }, { over: -editing.reasonLeft, most })
  }
  function saveLabel() {
    if (isUnknown) return 'override.readAgain'
    return draft.clears ? 'override.clear' : 'override.save'
  }
  function whyNotSaved(): string | null {
    if (lock) return errorWords(intl, lock).title
    return editing.canSave || isUnknown ? null : intl.formatMessage({ id: 'override.stillReading' })
  }
  function whyNotCleared(): string | null {
    if (lock) return errorWords(intl, lock).title
    if (!grade) return intl.formatMessage({ id: 'override.stillReading' })
    const isThere = inForce(grade.override) || Boolean(grade.exception)
    return isThere ? null : intl.formatMessage({ id: 'override.clear.nothing' }, { sets })
  }
}

/** What the cell would be as a fraction 0..; null while nothing that makes sense is typed. */
function fractionAfter(
  { wish, draft }: Editing,
  grade: SubsectionGrade | undefined,
  possible: number | null,
): number | null {
  if (draft.clears) return grade ? fractionOf(grade.graded.earned, grade.graded.possible) : null
  if (possible === null) return null
  if (wish.kind === 'ask') return fractionOf(wish.earned, possible)
  return wish.kind === 'will' && wish.will && !wish.will.exception
    ? fractionOf(wish.will.earned, possible)
    : null
}
