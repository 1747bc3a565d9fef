import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './Settings.module.css'
import { fromField, toField } from './local-time.ts'
import { useRoom, useView } from './room.ts'

/** Sets what the school takes for now. */
export function Clock() {
  const { control, reload } = useRoom()
  const { now, isClockSet } = useView(control)
  const [text, setText] = useState(toField(now))
  const wanted = fromField(text)
  const set = () => {
    if (wanted === null) return
    control.change({ now: wanted })
    reload()
  }
  return (
    <>
      <form
        className={styles['row']}
        aria-label="Clock of the school"
        onSubmit={(event) => {
          event.preventDefault()
          set()
        }}
      >
        <Field
          label="Today in the course"
          description={isClockSet ? 'Set by hand.' : 'The scenario’s own time.'}
          error={wanted === null ? 'This is no date.' : undefined}
        >
          {(field) => (
            <input
              {...field}
              name="now"
              type="datetime-local"
              min="1970-01-02T00:00"
              max="9998-12-31T00:00"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit">Set</Button>
      </form>
      <p className={styles['note']}>
        Decides what is released, due, frozen or expired.{' '}
        {isClockSet ? (
          <button
            type="button"
            name="unset-clock"
            className={styles['link']}
            onClick={() => {
              control.unsetClock()
              reload()
            }}
          >
            Back to the scenario’s own time
          </button>
        ) : null}
      </p>
    </>
  )
}
