import { type FormEvent, useEffect, useEffectEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradeComment } from '#src/domain/course.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import { LmsError } from '#src/lms/errors.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './Comments.module.css'
import { keepComment, keptComment } from './kept-text.ts'
import { type CommentOutcome, NO_COMMENT, sameComment, writeComment } from './write-comment.ts'

export interface CommentFormProps {
  readonly store: EditStore
  /** Tells this comment from others: what is typed and not saved is kept under it. */
  readonly name: string
  readonly label: string
  /** As the server has it. */
  readonly comment: GradeComment | null
  readonly isDisabled: boolean
  readonly save: (comment: GradeComment) => Promise<void>
  /** Reads it again. */
  readonly read: () => Promise<GradeComment | null>
}

/** What staff write to a grade, and whether the learner may read it. Saved by itself, at once. */
export function CommentForm({ store, name, label, comment, isDisabled, save, read }: CommentFormProps) {
  const intl = useIntl()
  const toaster = useToasts()
  const [stored, setStored] = useState(comment ?? NO_COMMENT)
  const [draft, setDraft] = useState(() => keptComment(store, name) ?? stored)
  const [known, setKnown] = useState(comment)
  const [outcome, setOutcome] = useState<CommentOutcome | null>(null)
  const [isSaving, setSaving] = useState(false)
  if (known !== comment) {
    // Read anew: the field follows, unless something else has been typed into it.
    setKnown(comment)
    setStored(comment ?? NO_COMMENT)
    if (sameComment(draft, stored)) setDraft(comment ?? NO_COMMENT)
  }
  const isTyped = !sameComment(draft, stored)

  const leave = useEffectEvent(() => {
    keepComment(store, name, isTyped ? draft : null)
    if (isTyped) toaster.announce(intl.formatMessage({ id: 'override.comment.kept' }))
  })
  useEffect(() => () => leave(), [])

  const change = (part: Partial<GradeComment>) => {
    setOutcome(null)
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSaving || !isTyped) return
    setSaving(true)
    const came = await writeComment(draft, save, read)
    setSaving(false)
    setOutcome(came)
    if (came === 'saved') setStored(draft)
  }
  return (
    <form className={styles['comment']} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={label}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            // In the direction of what is written, whatever that of the page is.
            dir="auto"
            value={draft.text}
            disabled={isDisabled}
            readOnly={isSaving}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <div className={styles['bar']}>
        <label className={styles['shown']}>
          <input
            type="checkbox"
            checked={draft.isShown}
            disabled={isDisabled || isSaving}
            onChange={(event) => change({ isShown: event.target.checked })}
          />
          <FormattedMessage id="override.comment.shown" />
        </label>
        <Button
          type="submit"
          size="small"
          isPending={isSaving}
          unavailable={isTyped ? null : intl.formatMessage({ id: 'override.comment.unchanged' })}
        >
          <FormattedMessage id="override.comment.save" values={{ label }} />
        </Button>
      </div>
      <div role="status" className={styles['outcome']} data-tone={toneOf(outcome)}>
        {outcome === null ? null : outcomeText(outcome)}
      </div>
    </form>
  )

  function outcomeText(came: CommentOutcome): string {
    if (came === 'saved') {
      const id = draft.text.trim() === '' ? 'override.comment.removed' : 'override.comment.saved'
      return intl.formatMessage({ id }, { shown: String(draft.isShown) })
    }
    if (!(came instanceof LmsError)) return intl.formatMessage({ id: `override.comment.${came}` })
    const { title, text } = errorWords(intl, came)
    const why = came.kind === 'invalid' ? (came.details.serverMessage ?? '') : ''
    const words = why ? intl.formatMessage({ id: 'error.serverSays' }, { message: why }) : `${title}. ${text}`
    return intl.formatMessage({ id: 'override.comment.notSaved' }, { why: words })
  }
}

function toneOf(outcome: CommentOutcome | null): 'good' | 'bad' | undefined {
  if (outcome === null) return undefined
  return outcome === 'saved' ? 'good' : 'bad'
}
