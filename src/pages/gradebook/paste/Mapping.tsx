import { useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import type { PasteMapping, PastedTable } from '#src/domain/paste-columns.ts'
import { IDENTIFIERS } from '#src/domain/paste-learners.ts'
import { Button } from '#src/ui/Button.tsx'
import { MappingFields } from './MappingFields.tsx'
import styles from './PasteDialog.module.css'

interface MappingProps {
  readonly table: PastedTable
  readonly mapping: PasteMapping
  readonly assignments: readonly Assignment[]
  readonly onChange: (mapping: PasteMapping) => void
}

/** Lines that tell whether a column is blank altogether. */
const SAMPLE = 200
/** So many columns leave room for what would change. */
const FEW = 6

/** How the table is read: in full where it has few columns, or where something has to be said of them; else in a sentence. */
export function Mapping({ table, mapping, assignments, onChange }: MappingProps) {
  const intl = useIntl()
  const id = useId()
  const sample = table.slice(0, SAMPLE)
  const columns = mapping.roles.flatMap((role, at) => {
    const isBlank = role.kind === 'ignored' && sample.every((line) => (line[at]?.trim() ?? '') === '')
    return isBlank ? [] : at
  })
  const count = (kind: 'learner' | 'score') => mapping.roles.filter((role) => role.kind === kind).length
  const isMany = columns.length > FEW
  // As it was at first: fields that are being filled in must not go.
  const [isOpen, setOpen] = useState(() => !isMany || count('learner') === 0 || count('score') === 0)
  const by = IDENTIFIERS.filter((one) =>
    mapping.roles.some((role) => role.kind === 'learner' && role.by === one),
  )
  return (
    <section className={styles['mapping']} aria-labelledby={id}>
      <h3 id={id}>
        <FormattedMessage id="pasteTable.columns" />
      </h3>
      {isMany ? (
        <div className={styles['row']}>
          <span>
            <FormattedMessage
              id="pasteTable.mapping"
              values={{
                identifiers: intl.formatList(
                  by.map((one) => intl.formatMessage({ id: `pasteTable.role.${one}` })),
                  { type: 'unit' },
                ),
                learners: by.length,
                scores: count('score'),
                ignored: columns.filter((at) => mapping.roles[at]?.kind === 'ignored').length,
              }}
            />
          </span>
          <Button size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            <FormattedMessage id="pasteTable.mapping.all" values={{ count: columns.length }} />
          </Button>
        </div>
      ) : null}
      {isOpen ? (
        <MappingFields
          columns={columns}
          table={sample}
          mapping={mapping}
          assignments={assignments}
          onChange={onChange}
        />
      ) : null}
    </section>
  )
}
