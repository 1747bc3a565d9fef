import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment, LearnerId, SubsectionId } from '#src/domain/course.ts'
import type { PasteMapping } from '#src/domain/paste-columns.ts'
import type { ChosenLearner } from '#src/domain/paste-preview.ts'
import type { PasteLine } from '#src/domain/paste.ts'
import { displayName } from '#src/domain/view.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { LineCells } from './LineCells.tsx'
import styles from './Preview.module.css'

interface PreviewLineProps {
  readonly line: PasteLine
  readonly gradebook: Gradebook
  readonly assignments: readonly Assignment[]
  /** Null where the line was not ambiguous, or nobody has been chosen. */
  readonly chosen: ChosenLearner | null
  readonly mapping: PasteMapping
  /** The line as it was pasted. */
  readonly texts: readonly string[]
  readonly possible: (subsectionId: SubsectionId) => number | null
  readonly extraCredit: boolean
  readonly onChoose: (learnerId: LearnerId | null, candidates: readonly LearnerId[]) => void
}

/** A pasted line: who is meant, and what becomes of each score. */
export function PreviewLine(props: PreviewLineProps) {
  const { line, gradebook, assignments, possible, extraCredit } = props
  return (
    <li className={styles['line']} data-kind={line.learner.kind}>
      <span className={styles['number']}>
        <FormattedMessage id="pasteTable.line" values={{ number: line.number }} />
      </span>
      <div className={styles['who']}>
        <Who {...props} />
      </div>
      {line.learner.kind === 'matched' ? (
        <LineCells
          cells={line.cells}
          learnerId={line.learner.learnerId}
          gradebook={gradebook}
          assignments={assignments}
          possible={possible}
          extraCredit={extraCredit}
        />
      ) : null}
    </li>
  )
}

function Who({ line, gradebook, chosen, mapping, texts, onChoose }: PreviewLineProps) {
  const intl = useIntl()
  const { learner } = line
  const given = mapping.roles
    .flatMap((role, at) => (role.kind === 'learner' ? [texts[at]?.trim() ?? ''] : []))
    .filter((text) => text !== '')
    .join(' · ')
  const candidates = chosen?.candidates ?? (learner.kind === 'ambiguous' ? learner.candidates : null)
  if (candidates) {
    return (
      <label className={styles['choice']}>
        <span>
          <FormattedMessage id="pasteTable.choose" values={{ given: <bdi key="given">{given}</bdi> }} />
        </span>
        <select
          value={chosen?.learnerId ?? ''}
          onChange={(event) => onChoose(event.target.value || null, candidates)}
        >
          <option value="">{intl.formatMessage({ id: 'pasteTable.chooseNobody' })}</option>
          {candidates.map((id) => (
            <option key={id} value={id}>
              {nameOf(gradebook, id)}
            </option>
          ))}
        </select>
        {learner.kind === 'duplicate' ? (
          <FormattedMessage id="pasteTable.duplicate" values={{ of: learner.of }} />
        ) : null}
      </label>
    )
  }
  switch (learner.kind) {
    case 'ambiguous':
      return null
    case 'matched':
      return (
        <>
          <Learner gradebook={gradebook} id={learner.learnerId} />
          {learner.note ? (
            <em>
              <FormattedMessage id="pasteTable.zerosCut" values={{ given }} />
            </em>
          ) : null}
        </>
      )
    case 'duplicate':
      return (
        <>
          <Learner gradebook={gradebook} id={learner.learnerId} />
          <span>
            <FormattedMessage id="pasteTable.duplicate" values={{ of: learner.of }} />
          </span>
        </>
      )
    case 'unknown':
      return (
        <>
          <bdi>{given}</bdi>
          <span>
            <FormattedMessage id={learner.note ? 'pasteTable.unknownExponent' : 'pasteTable.unknown'} />
          </span>
        </>
      )
    case 'blank':
      return (
        <span>
          <FormattedMessage id="pasteTable.nobody" />
        </span>
      )
  }
}

function Learner({ gradebook: { sheet }, id }: { readonly gradebook: Gradebook; readonly id: LearnerId }) {
  const learner = sheet.learners[sheet.row(id)]
  if (!learner) return null
  return (
    <span>
      <bdi>{displayName(learner)}</bdi> {learner.name === null ? null : <small>{learner.username}</small>}
    </span>
  )
}

function nameOf({ sheet }: Gradebook, id: LearnerId): string {
  const learner = sheet.learners[sheet.row(id)]
  if (!learner) return id
  return learner.name === null ? learner.username : `${learner.name} (${learner.username})`
}
