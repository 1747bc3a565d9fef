import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import { refusalWords } from '#src/i18n/refusal-words.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { Button } from '#src/ui/Button.tsx'
import styles from './OverridePanel.module.css'
import { willText } from './saved-words.ts'
import type { Editing } from './use-editing.ts'
import type { NotSaved } from './use-saving.ts'

interface EditNoticeProps {
  readonly editing: Editing
  /** Points to be had; null while they are not known. */
  readonly possible: number | null
}

/** What is the matter with the change that is not saved: only staged, refused, unknown, or why the last try failed. */
export function EditNotice({ editing, possible }: EditNoticeProps) {
  const intl = useIntl()
  const { edit, failure } = editing
  if (failure) return <Trouble editing={editing}>{failureText(failure)}</Trouble>
  if (!edit) return null
  const score = willText(intl, edit.will, possible)
  switch (edit.status.kind) {
    case 'refused':
      return (
        <Trouble editing={editing}>
          <p>
            <FormattedMessage
              id="override.notSaved.refused"
              values={{ score, why: refusalWords(intl, edit.status.refusal) }}
            />
          </p>
        </Trouble>
      )
    case 'unknown':
      return (
        <Trouble>
          <p>
            <FormattedMessage id="override.unknown" values={{ score }} />
          </p>
        </Trouble>
      )
    case 'staged':
      return (
        <div className={styles['notice']} data-tone="staged">
          <p>
            <FormattedMessage id="override.staged" values={{ score }} />
          </p>
          <Discard editing={editing} />
        </div>
      )
    case 'conflict':
      return null
  }

  function failureText({ error, doubted }: NotSaved): ReactNode {
    if (doubted || !error) {
      return (
        <p>
          <FormattedMessage id={`override.notSaved.${whyOf(error)}`} />
        </p>
      )
    }
    const words = errorWords(intl, error)
    return (
      <>
        <p>
          <FormattedMessage id="override.notSaved" values={{ why: words.title }} />
        </p>
        <p>{words.text}</p>
        {words.detail ? <p className={styles['detail']}>{words.detail}</p> : null}
        <Remedy error={error} />
      </>
    )
  }
}

/** Null: nothing was sent. A server that failed did answer, though nobody could tell from it whether it had saved. */
function whyOf(error: NotSaved['error']): 'busy' | 'server' | 'noAnswer' {
  if (!error) return 'busy'
  return error.details.reason === 'server' ? 'server' : 'noAnswer'
}

function Trouble({ editing, children }: { readonly editing?: Editing; readonly children: ReactNode }) {
  return (
    <div className={styles['notice']} data-tone="bad" role="alert">
      {children}
      {editing ? <Discard editing={editing} /> : null}
    </div>
  )
}

function Discard({ editing }: { readonly editing: Editing }) {
  return (
    <Button size="small" onPress={editing.discard}>
      <FormattedMessage id="override.discard" />
    </Button>
  )
}
