import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import type { Entry } from '#mocks/catalogue/model.ts'
import { Body } from '#mocks/room/Body.tsx'
import { useRoom } from '#mocks/room/room.ts'
import styles from './Catalogue.module.css'
import { type Answer, addressOf, ask } from './ask.ts'
import { bodyFor } from './body.ts'
import { type Values, prefill, valuesOf } from './values.ts'

/** So many parameters are shown at once. */
const FEW = 4

/** A form that asks the simulated LMS, filled in from the present school, and what it answers. */
export function TryIt({ entry }: { readonly entry: Entry }) {
  const { control } = useRoom()
  const { method, path, pathParameters, query } = entry
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    beginning(entry, valuesOf(control.world.school)),
  )
  const [body, setBody] = useState(() => bodyFor(entry, valuesOf(control.world.school)))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isAsking, setAsking] = useState(false)
  const address = addressOf(
    path,
    texts,
    Object.fromEntries(query.map(({ name }) => [name, texts[name] ?? ''])),
  )
  const takesBody = method !== 'GET' && method !== 'DELETE'

  const send = async () => {
    setAsking(true)
    setAnswer(await ask(method, address, takesBody ? body : '', control.world.options.user))
    setAsking(false)
  }
  return (
    <form
      className={styles['try']}
      aria-label={`Try ${method} ${path}`}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {pathParameters.length > 0 ? (
        <Inputs fields={pathParameters} texts={texts} onChange={setTexts} isRequired />
      ) : null}
      {query.length > 0 ? (
        <details open={query.length <= FEW}>
          <summary>
            Query <small>{query.length === 1 ? '1 parameter' : `${query.length} parameters`}</small>
          </summary>
          <Inputs fields={query} texts={texts} onChange={setTexts} />
        </details>
      ) : null}
      {takesBody ? (
        <Field label="Body" description="JSON">
          {(field) => (
            <textarea
              {...field}
              dir="ltr"
              rows={Math.min(12, Math.max(2, body.split('\n').length))}
              spellCheck={false}
              value={body}
              onChange={({ target }) => setBody(target.value)}
            />
          )}
        </Field>
      ) : null}
      <div className={styles['send']}>
        <Button type="submit" variant="primary" size="small" isPending={isAsking}>
          Try it
        </Button>
        <bdi dir="ltr">
          {method} {address}
        </bdi>
      </div>
      <output className={styles['answered']}>
        {answer === null
          ? null
          : answer.status === 0
            ? 'The connection was dropped.'
            : `Status ${answer.status}, after ${Math.round(answer.took)} ms.`}
      </output>
      {answer === null || answer.status === 0 ? null : <Body label="Answer" message={answer} />}
    </form>
  )
}

interface InputsProps {
  readonly fields: Entry['query']
  readonly texts: Readonly<Record<string, string>>
  readonly onChange: (texts: Readonly<Record<string, string>>) => void
  readonly isRequired?: boolean
}

function Inputs({ fields, texts, onChange, isRequired = false }: InputsProps) {
  return (
    <div className={styles['parameters']}>
      {fields.map(({ name, type }) => (
        <Field key={name} label={<bdi dir="ltr">{name}</bdi>} description={type}>
          {(field) => (
            <input
              {...field}
              dir="ltr"
              value={texts[name] ?? ''}
              required={isRequired}
              onChange={({ target }) => onChange({ ...texts, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

/** Path parameters filled in; of the query nothing, since each part of it changes the answer. */
function beginning({ pathParameters, path }: Entry, values: Values): Record<string, string> {
  return Object.fromEntries(
    pathParameters.map((field) => [
      field.name,
      prefill({ ...field, name: nameOf(field.name, path) }, values),
    ]),
  )
}

/** `{id}` says what it means by what stands before it: `/courses/{id}` is a course. */
function nameOf(name: string, path: string): string {
  if (name !== 'id') return name
  const before = path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? ''
  return before.startsWith('course') ? 'course_id' : name
}
