import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './Settings.module.css'
import { read } from './read.ts'
import { useRoom, useView } from './room.ts'

/** Chooses how large the course is and how fast the LMS answers. */
export function Size() {
  const { control, reload } = useRoom()
  const { learners, subsections, size } = useView(control)
  const [texts, setTexts] = useState({
    learners: String(learners ?? ''),
    subsections: String(subsections ?? ''),
  })
  const wanted = {
    learners: read('learners', texts.learners),
    subsections: read('subsections', texts.subsections),
  }
  const apply = () => {
    if (wanted.learners.error ?? wanted.subsections.error) return
    control.resize({ learners: wanted.learners.value, subsections: wanted.subsections.value })
    reload()
  }
  return (
    <>
      <form
        className={styles['row']}
        aria-label="Size of the course"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <Field label="Learners" error={wanted.learners.error}>
          {(field) => (
            <input
              {...field}
              name="learners"
              inputMode="numeric"
              placeholder={String(size.learners)}
              value={texts.learners}
              onChange={(event) => setTexts({ ...texts, learners: event.target.value })}
            />
          )}
        </Field>
        <Field label="Subsections" error={wanted.subsections.error}>
          {(field) => (
            <input
              {...field}
              name="subsections"
              inputMode="numeric"
              placeholder={String(size.subsections)}
              value={texts.subsections}
              onChange={(event) => setTexts({ ...texts, subsections: event.target.value })}
            />
          )}
        </Field>
        <Button type="submit">Apply</Button>
      </form>
      <p className={styles['note']}>Empty: as many as the scenario has. Another size is another school.</p>
      <Latency />
    </>
  )
}

function Latency() {
  const { control } = useRoom()
  const { latency } = useView(control)
  const [text, setText] = useState(String(latency ?? ''))
  const { error } = read('latency', text)
  return (
    <Field label="Latency" description="Each answer is held back so long." suffix="ms" error={error}>
      {(field) => (
        <input
          {...field}
          name="latency"
          inputMode="numeric"
          placeholder="0"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            const typed = read('latency', event.target.value)
            if (!typed.error) control.change({ latency: typed.value ?? 0 })
          }}
        />
      )}
    </Field>
  )
}
