import { useId, useState } from 'react'
import type { Entry, Field } from '#mocks/catalogue/model.ts'
import styles from './Catalogue.module.css'
import { TryIt } from './TryIt.tsx'

/** One operation in the list; opens to show what is documented of it, and to try it. */
export function EntryRow({ entry }: { readonly entry: Entry }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { method, path, summary, answeredBy, open, screens } = entry
  const facts = [
    answeredBy === 'school' ? 'school' : 'by its documents',
    ...(open ? ['without signing in'] : []),
    ...(screens.length > 0 ? [`used by: ${screens.join(', ')}`] : []),
  ]
  return (
    <li className={styles['entry']}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles['line']}>
          <b>{method}</b>
          <bdi dir="ltr">{path}</bdi>
        </span>
        <small>{facts.join(' · ')}</small>
      </button>
      {isOpen ? (
        <div id={id} className={styles['detail']}>
          {summary ? <p>{summary}</p> : null}
          <Facts entry={entry} />
          <TryIt entry={entry} />
        </div>
      ) : null}
    </li>
  )
}

function Facts({ entry: { response, form, statuses, doc } }: { readonly entry: Entry }) {
  return (
    <>
      {statuses.length > 0 ? <p>Documented statuses: {statuses.join(', ')}</p> : null}
      {response.length > 0 ? (
        <details className={styles['fields']}>
          <summary>
            Documented response: {FORMS[form]} <small>{response.length} fields</small>
          </summary>
          <dl>
            {response.map((field) => (
              <div key={field.name}>
                <dt dir="ltr">{field.name}</dt>
                <dd>{typeInWords(field)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {doc === null ? null : (
        <p>
          <a href={doc} target="_blank" rel="noreferrer">
            Documentation
          </a>
        </p>
      )}
    </>
  )
}

const FORMS: Readonly<Record<Entry['form'], string>> = {
  object: 'an object',
  array: 'a list',
  paged: 'a page of a list',
  prose: 'in prose',
  none: 'nothing',
}

function typeInWords({ type, required, nullable }: Field): string {
  return [type, ...(required ? ['required'] : []), ...(nullable ? ['or null'] : [])].join(', ')
}
