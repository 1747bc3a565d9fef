import { FormattedMessage, useIntl } from 'react-intl'
import type { Edit } from '#src/domain/edits-state.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import { Button } from '#src/ui/Button.tsx'
import styles from './Review.module.css'
import { factsWords, willWords } from './reviewed.ts'

interface LineConflictProps {
  readonly store: EditStore
  readonly edit: Edit
  readonly status: Extract<Edit['status'], { kind: 'conflict' }>
  readonly possible: number | null
  readonly full: string
}

/** Somebody else changed the cell: theirs, with who and when, mine, what I started from, and the decision. */
export function LineConflict({ store, edit, status: { theirs, entry }, possible, full }: LineConflictProps) {
  const intl = useIntl()
  const who = entry && [
    entry.by,
    intl.formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'short' }),
    entry.reason,
  ]
  const versions = [
    ['theirs', factsWords(intl, theirs, possible), who?.filter(Boolean).join(' · ')],
    ['mine', willWords(intl, edit, possible), edit.reason],
    ['started', factsWords(intl, edit.was, possible), null],
  ] as const
  return (
    <div className={styles['conflict']}>
      <dl>
        {versions.map(([whose, score, about]) => (
          <div key={whose}>
            <dt>
              <FormattedMessage id="tray.conflict.whose" values={{ whose }} />
            </dt>
            <dd>
              <b>{score}</b>
              {about ? (
                <small>
                  <bdi>{about}</bdi>
                </small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <Button
        size="small"
        aria-label={intl.formatMessage({ id: 'tray.conflict.takeTheirsOf' }, { cell: full })}
        onPress={() => store.dispatch({ type: 'take-theirs', cells: [edit] })}
      >
        <FormattedMessage id="tray.conflict.takeTheirs" />
      </Button>
      <Button
        size="small"
        aria-label={intl.formatMessage({ id: 'tray.conflict.keepMineOf' }, { cell: full })}
        onPress={() => store.dispatch({ type: 'keep-mine', cells: [edit] })}
      >
        <FormattedMessage id="tray.conflict.keepMine" />
      </Button>
    </div>
  )
}
