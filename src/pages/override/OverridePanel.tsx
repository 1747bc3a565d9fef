import '#src/i18n/later-messages.ts'
import { type KeyboardEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useOutletContext,
  useParams,
} from 'react-router'
import { cellKey } from '#src/domain/edits-state.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { SidePanel } from '#src/ui/SidePanel.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import { CellEditor } from './CellEditor.tsx'
import { Moves } from './Moves.tsx'
import styles from './OverridePanel.module.css'
import { PanelProblem } from './PanelProblem.tsx'
import { PeriodGrades } from './PeriodGrades.tsx'
import { Subtitle } from './Subtitle.tsx'
import { lockOf } from './lock.ts'
import { moveOf, targetOf } from './moves.ts'
import { useSubject } from './use-subject.ts'

/** Starts reading the grade. Waits for nothing: the frame stands at once with what the gradebook knows. */
export function loader({ params: { courseId = '', learnerId = '', subsectionId = '' } }: LoaderFunctionArgs) {
  void queryClient.prefetchQuery(q('subsectionGrade', { courseId, learnerId, subsectionId }))
  return null
}

/** Filters and sort stand in the same URL, and are no reason to read the grade again. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return ['courseId', 'learnerId', 'subsectionId'].some((name) => currentParams[name] !== nextParams[name])
}

/** The subsection override editor, beside the grid. */
export function Component() {
  const intl = useIntl()
  const toaster = useToasts()
  const outlet = useOutletContext<GradebookOutlet>()
  const { learnerId = '', subsectionId = '' } = useParams()
  const cell = { learnerId, subsectionId }
  const { gradebook, info } = outlet
  const subject = useSubject(gradebook, info, cell)
  const { learner, assignment, problem } = subject
  const [kept, setKept] = useState<string | null>(null)

  const onLeave = (words: string | null) => {
    setKept(words)
    if (words !== null) toaster.announce(words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event)
    if (!move) return
    event.preventDefault()
    const target = targetOf(move, cell, outlet)
    if (target) outlet.open(target)
    else toaster.announce(intl.formatMessage({ id: move.edge }))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys, from whatever has focus in the panel
    <div className={styles['keys']} onKeyDown={onKeyDown}>
      <SidePanel
        title={assignment?.name ?? intl.formatMessage({ id: 'override.title' })}
        subtitle={<Subtitle outlet={outlet} learner={learner} assignment={assignment} />}
        actions={<Moves outlet={outlet} cell={cell} />}
        closeLabel={intl.formatMessage({ id: 'override.close' })}
        onClose={() => outlet.close(cell)}
      >
        {kept === null ? null : <p className={styles['kept']}>{kept}</p>}
        {problem instanceof Error ? <PanelProblem error={problem} onRetry={subject.retry} /> : null}
        {typeof problem === 'string' ? (
          <PanelProblem
            title={intl.formatMessage({ id: `override.${problem}.title` })}
            text={intl.formatMessage({ id: `override.${problem}.text` })}
          />
        ) : null}
        {!problem && learner && assignment?.isComputed ? (
          <>
            <PanelProblem
              title={intl.formatMessage({ id: 'override.computed.title' })}
              text={intl.formatMessage({ id: 'gradebook.editing.computed' })}
            />
            {gradebook.lms.periodGrades ? (
              <PeriodGrades
                key={learnerId}
                gradebook={gradebook}
                learnerId={learnerId}
                isDisabled={subject.closed !== null}
                isOpen
              />
            ) : null}
          </>
        ) : null}
        {!problem && learner && assignment && !assignment.isComputed ? (
          <CellEditor
            key={cellKey(cell)}
            outlet={outlet}
            cell={cell}
            row={subject.row}
            learner={learner}
            assignment={assignment}
            lock={lockOf(info, gradebook.lms, subject.closed)}
            onLeave={onLeave}
          />
        ) : null}
        {!problem && !(learner && assignment) ? (
          <p className="loading">
            <FormattedMessage id="shell.loading" />
          </p>
        ) : null}
      </SidePanel>
    </div>
  )
}
