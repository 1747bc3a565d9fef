import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import { type PasteMapping, type PastedTable, withRole } from '#src/domain/paste-columns.ts'
import { type ColumnRole, IGNORED } from '#src/domain/paste-header.ts'
import { IDENTIFIERS } from '#src/domain/paste-learners.ts'
import { Field } from '#src/ui/Field.tsx'
import { Segmented } from '#src/ui/Segmented.tsx'
import styles from './PasteDialog.module.css'

interface MappingFieldsProps {
  /** Columns that are shown, by their places. */
  readonly columns: readonly number[]
  /** The first lines. */
  readonly table: PastedTable
  readonly mapping: PasteMapping
  readonly assignments: readonly Assignment[]
  readonly onChange: (mapping: PasteMapping) => void
}

/** So many of a column's texts are shown, to tell it by. */
const SHOWN = 3
/** Asks how the table is to be read: what each column holds, whether it has a header, which decimal sign. */
export function MappingFields({ columns, table, mapping, assignments, onChange }: MappingFieldsProps) {
  const intl = useIntl()
  const from = mapping.hasHeader ? 1 : 0
  return (
    <>
      <div className={styles['row']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={mapping.hasHeader}
            onChange={(event) => onChange({ ...mapping, hasHeader: event.target.checked })}
          />
          <FormattedMessage id="pasteTable.hasHeader" />
        </label>
        <Segmented
          label={intl.formatMessage({ id: 'pasteTable.decimal' })}
          value={mapping.decimal}
          options={[
            { value: '.', label: intl.formatMessage({ id: 'pasteTable.decimal.point' }) },
            { value: ',', label: intl.formatMessage({ id: 'pasteTable.decimal.comma' }) },
          ]}
          onChange={(decimal) => onChange({ ...mapping, decimal })}
        />
      </div>
      <div className={styles['columns']}>
        {columns.map((at) => {
          const role = mapping.roles[at] ?? IGNORED
          const header = mapping.hasHeader ? (table[0]?.[at]?.trim() ?? '') : ''
          const title = header || intl.formatMessage({ id: 'pasteTable.column' }, { number: at + 1 })
          const shown = table
            .slice(from)
            .map((line) => line[at]?.trim() ?? '')
            .filter((text) => text !== '')
            .slice(0, SHOWN)
          return (
            <div key={at} className={styles['column']}>
              <Field
                label={<bdi>{title}</bdi>}
                description={
                  <span className={styles['sample']}>
                    <bdi>{shown.join(' · ')}</bdi>
                  </span>
                }
              >
                {(control) => (
                  <select
                    {...control}
                    value={keyOf(role)}
                    onChange={(event) => onChange(withRole(mapping, at, roleOf(event.target.value, role)))}
                  >
                    <option value="">{intl.formatMessage({ id: 'pasteTable.role.ignored' })}</option>
                    <optgroup label={intl.formatMessage({ id: 'pasteTable.role.learner' })}>
                      {IDENTIFIERS.map((by) => (
                        <option key={by} value={`by ${by}`}>
                          {intl.formatMessage({ id: `pasteTable.role.${by}` })}
                        </option>
                      ))}
                    </optgroup>
                    <optgroup label={intl.formatMessage({ id: 'pasteTable.role.score' })}>
                      {assignments.map(({ id, name, label }) => (
                        <option key={id} value={`of ${id}`}>
                          {label ? `${label} · ${name}` : name}
                        </option>
                      ))}
                    </optgroup>
                  </select>
                )}
              </Field>
              {role.kind === 'score' ? (
                <Segmented
                  label={intl.formatMessage({ id: 'pasteTable.unit' }, { column: title })}
                  value={role.mode}
                  options={[
                    { value: 'points', label: intl.formatMessage({ id: 'gradebook.scores.points' }) },
                    { value: 'percent', label: intl.formatMessage({ id: 'gradebook.scores.percent' }) },
                  ]}
                  onChange={(mode) => onChange(withRole(mapping, at, { ...role, mode }))}
                />
              ) : null}
            </div>
          )
        })}
      </div>
    </>
  )
}

function keyOf(role: ColumnRole): string {
  if (role.kind === 'ignored') return ''
  return role.kind === 'learner' ? `by ${role.by}` : `of ${role.subsectionId}`
}

function roleOf(key: string, before: ColumnRole): ColumnRole {
  const by = IDENTIFIERS.find((one) => key === `by ${one}`)
  if (by) return { kind: 'learner', by }
  if (key === '') return IGNORED
  return { kind: 'score', subsectionId: key.slice(3), mode: before.kind === 'score' ? before.mode : 'points' }
}
