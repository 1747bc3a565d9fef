import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './PasteDialog.module.css'
import { EXTENSIONS } from './read-file.ts'

interface SourceStepProps {
  readonly onText: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Where a table comes from: pasted into a field, or a file. */
export function SourceStep({ onText, onFiles }: SourceStepProps) {
  const intl = useIntl()
  const table = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isChecked, setChecked] = useState(false)
  useEffect(() => table.current?.focus(), [])
  const isBlank = text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isBlank) table.current?.focus()
    else onText(text)
  }
  return (
    <form className={styles['source']} onSubmit={submit}>
      <p>
        <FormattedMessage id="pasteTable.how" />
      </p>
      <Field
        label={<FormattedMessage id="pasteTable.text" />}
        error={isChecked && isBlank ? <FormattedMessage id="pasteTable.textMissing" /> : null}
      >
        {(control) => (
          <textarea
            {...control}
            ref={table}
            name="table"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className={styles['row']}>
        <Button type="submit" variant="primary">
          <FormattedMessage id="pasteTable.preview" />
        </Button>
        <Button onPress={() => file.current?.click()}>
          <FormattedMessage id="pasteTable.file" />
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept={EXTENSIONS.join(',')}
          aria-label={intl.formatMessage({ id: 'pasteTable.file' })}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            // The same file, mended, may be chosen again.
            event.target.value = ''
          }}
        />
        <span className={styles['quiet']}>
          <FormattedMessage id="pasteTable.fileHint" />
        </span>
      </div>
    </form>
  )
}
