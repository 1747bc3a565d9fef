import { type ReactNode, useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CellFacts } from '#src/domain/conflict.ts'
import type { Edit } from '#src/domain/edits-state.ts'
import { exceptionText } from '#src/i18n/exception-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { When } from './When.tsx'
import { focusUnlessBusy } from './focus-unless-busy.ts'
import styles from './OverridePanel.module.css'
import { willText } from './saved-words.ts'
import { scoreText } from './score-text.ts'
import type { Editing } from './use-editing.ts'

interface ConflictProps {
  readonly editing: Editing
  readonly edit: Edit
  readonly status: Extract<Edit['status'], { kind: 'conflict' }>
  /** Points to be had; null while they are not known. */
  readonly possible: number | null
}

/** Somebody else was faster: theirs, mine, what I started from, and the decision. */
export function Conflict({ editing, edit, status, possible }: ConflictProps) {
  const intl = useIntl()
  const titleId = useId()
  const { theirs, entry } = status
  const facts = (known: CellFacts) => {
    if (known.exception) return exceptionText(intl, known.exception)
    if (known.earned === null) return intl.formatMessage({ id: 'override.conflict.notKnown' })
    if (known.attempted === false) return intl.formatMessage({ id: 'override.conflict.notAttempted' })
    return scoreText(intl, known.earned, known.possible ?? possible)
  }
  return (
    <section className={styles['notice']} data-tone="conflict" aria-labelledby={titleId}>
      <h3 id={titleId} ref={focusUnlessBusy} tabIndex={-1}>
        <FormattedMessage id="override.conflict.title" />
      </h3>
      <dl className={styles['versions']}>
        <Version label={<FormattedMessage id="override.conflict.theirs" />} score={facts(theirs)}>
          {entry ? (
            <>
              {entry.reason === null ? null : (
                <>
                  <bdi>{entry.reason}</bdi>
                  {' · '}
                </>
              )}
              {entry.by === null ? null : (
                <>
                  <bdi>{entry.by}</bdi>
                  {' · '}
                </>
              )}
              <When at={entry.at} />
            </>
          ) : null}
        </Version>
        <Version
          label={<FormattedMessage id="override.conflict.mine" />}
          score={willText(intl, edit.will, possible)}
        >
          {edit.reason === null ? null : <bdi>{edit.reason}</bdi>}
        </Version>
        <Version label={<FormattedMessage id="override.conflict.started" />} score={facts(edit.was)} />
      </dl>
      <div className={styles['actions']}>
        <Button isDisabled={editing.isSaving} onPress={editing.takeTheirs}>
          <FormattedMessage id="override.conflict.takeTheirs" />
        </Button>
        <Button isDisabled={editing.isSaving} onPress={editing.keepMine}>
          <FormattedMessage id="override.conflict.keepMine" />
        </Button>
      </div>
    </section>
  )
}

interface VersionProps {
  readonly label: ReactNode
  readonly score: string
  readonly children?: ReactNode
}

function Version({ label, score, children }: VersionProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{score}</b>
        {children ? <small>{children}</small> : null}
      </dd>
    </div>
  )
}
