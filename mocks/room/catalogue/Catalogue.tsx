import { useDeferredValue, useState } from 'react'
import { catalogue, search } from '#mocks/catalogue/catalogue.ts'
import type { Family } from '#mocks/catalogue/model.ts'
import { SearchField } from '#mocks/room/SearchField.tsx'
import styles from './Catalogue.module.css'
import { EntryRow } from './EntryRow.tsx'

/** Everything that the simulated LMS answers, by family. */
export function Catalogue() {
  const families = catalogue()
  const [text, setText] = useState('')
  const [onlyUsed, setOnlyUsed] = useState(false)
  const found = useDeferredValue(narrowed(families, text, onlyUsed))
  const all = countOf(families)
  const shown = countOf(found)
  const isNarrow = shown !== all
  return (
    <div className={styles['catalogue']}>
      <div className={styles['tools']}>
        <SearchField label="Search endpoints" value={text} onChange={setText} />
        <label>
          <input type="checkbox" checked={onlyUsed} onChange={(event) => setOnlyUsed(event.target.checked)} />
          Used by Rollbook
        </label>
      </div>
      <p className={styles['note']}>
        <span role="status">{isNarrow ? `${shown} of ${all} operations` : `${all} operations`}</span>.
        “School” answers from the school and remembers what is written; “by its documents” answers with
        made-up values in the documented shape.
      </p>
      <div>
        {found.map((family) => (
          <FamilyGroup
            key={`${family.id} ${isNarrow && shown <= 60}`}
            family={family}
            opens={isNarrow && shown <= 60}
          />
        ))}
      </div>
    </div>
  )
}

function FamilyGroup({ family, opens }: { readonly family: Family; readonly opens: boolean }) {
  const [isOpen, setOpen] = useState(opens)
  return (
    <details
      className={styles['family']}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {family.title} <small>{family.entries.length}</small>
      </summary>
      {isOpen ? (
        <ul>
          {family.entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
    </details>
  )
}

function narrowed(families: readonly Family[], text: string, onlyUsed: boolean): readonly Family[] {
  return families
    .map((family) => ({
      ...family,
      entries: search(family.entries, text).filter(({ screens }) => !onlyUsed || screens.length > 0),
    }))
    .filter(({ entries }) => entries.length > 0)
}

function countOf(families: readonly Family[]): number {
  return families.reduce((sum, { entries }) => sum + entries.length, 0)
}
