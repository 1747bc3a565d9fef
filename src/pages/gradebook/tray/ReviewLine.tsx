import { type ReactNode, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { isSet } from '#src/domain/conflict.ts'
import { lossOf } from '#src/domain/edits-read.ts'
import type { Edit } from '#src/domain/edits-state.ts'
import { refusalWords } from '#src/i18n/refusal-words.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import { IconButton } from '#src/ui/Button.tsx'
import { arrow } from '#src/ui/arrow.tsx'
import { LineConflict } from './LineConflict.tsx'
import { ReasonInput } from './ReasonInput.tsx'
import styles from './Review.module.css'
import { factsWords, willWords } from './reviewed.ts'

interface ReviewLineProps {
  readonly store: EditStore
  readonly edit: Edit
  /** Usual points of the column; null where nobody has told. */
  readonly possible: number | null
  /** Whose, or of what, within its group. */
  readonly name: string
  /** The same for those who do not see the group. */
  readonly full: string
  /** Characters that a reason may have; 0: none is given. */
  readonly most: number
  readonly children: ReactNode
}

/** One change: was and will be, what is the matter with it, why it is made, and the way to drop it. */
export function ReviewLine({ store, edit, possible, name, full, most, children }: ReviewLineProps) {
  const intl = useIntl()
  const line = useRef<HTMLLIElement>(null)
  const { status } = edit
  const loss = lossOf(edit)
  return (
    <li ref={line} className={styles['line']} data-loss={loss ?? undefined} data-status={status.kind}>
      <p className={styles['what']}>
        <bdi>{name}</bdi>
        <span className={styles['scores']}>
          <FormattedMessage
            id="tray.change"
            values={{
              to: arrow,
              before: <span key="before">{factsWords(intl, edit.was, possible)}</span>,
              after: <b key="after">{willWords(intl, edit, possible)}</b>,
            }}
          />
        </span>
        {loss ? (
          <strong>
            <FormattedMessage id="tray.loss" values={{ loss, sets: String(isSet(edit.was)) }} />
          </strong>
        ) : null}
        {children}
      </p>
      {most > 0 ? (
        <ReasonInput
          reason={edit.reason ?? ''}
          onGive={(reason) => store.dispatch({ type: 'give-reason', cells: [edit], reason })}
          label={intl.formatMessage({ id: 'tray.reason.of' }, { cell: full })}
          most={most}
        />
      ) : null}
      {status.kind === 'unknown' ? null : (
        <IconButton
          label={intl.formatMessage({ id: 'tray.drop' }, { cell: full })}
          onPress={() => {
            focusBeside(line.current)
            store.dispatch({ type: 'discard', cells: [edit] })
          }}
        >
          ✕
        </IconButton>
      )}
      {status.kind === 'refused' ? (
        <p className={styles['note']}>
          <FormattedMessage id="tray.refused.why" values={{ why: refusalWords(intl, status.refusal) }} />
        </p>
      ) : null}
      {status.kind === 'unknown' ? (
        <p className={styles['note']}>
          <FormattedMessage id="tray.unknown.why" />
        </p>
      ) : null}
      {status.kind === 'conflict' ? (
        <LineConflict store={store} edit={edit} status={status} possible={possible} full={full} />
      ) : null}
    </li>
  )
}

/** The focus would be lost with the line: the one beside takes it. */
function focusBeside(line: HTMLElement | null): void {
  const beside = line?.nextElementSibling ?? line?.previousElementSibling
  beside?.querySelector('button')?.focus()
}
