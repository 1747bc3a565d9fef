import '#src/i18n/later-messages.ts'
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useRevalidator } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import { queryClient } from '#src/lms/query.ts'
import { isToken } from '#src/lms/token.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './UsernameForm.module.css'

/**
 * Asks for a token, where the server knows people by one. It is kept in memory only, and the page loads again with it; also
 * where the page around the app hands one over.
 */
export default function TokenForm() {
  const intl = useIntl()
  const revalidator = useRevalidator()
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const holder = lms().token

  const load = useEffectEvent(() => {
    if (holder?.give() == null) return
    queryClient.clear()
    void revalidator.revalidate()
  })
  useEffect(() => {
    // One may have come while this form was on its way.
    load()
    return holder?.changes.subscribe(() => load())
  }, [holder])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = text.trim()
    setRefused(!isToken(token))
    if (isToken(token)) holder?.take(token)
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate autoComplete="off">
      <Field
        label={<FormattedMessage id="token.label" />}
        description={<FormattedMessage id="token.hint" />}
        error={isRefused && <span role="alert">{intl.formatMessage({ id: 'token.unusable' })}</span>}
      >
        {(control) => (
          <input
            {...control}
            type="password"
            value={text}
            // Browsers would offer to keep a password; few do so for a code that is used once.
            autoComplete="one-time-code"
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value)
              setRefused(false)
            }}
          />
        )}
      </Field>
      <Button variant="primary" type="submit" isPending={revalidator.state === 'loading'}>
        <FormattedMessage id="token.use" />
      </Button>
    </form>
  )
}
