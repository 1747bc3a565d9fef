import { FormattedMessage, useIntl } from 'react-intl'
import styles from './GradingInfo.module.css'
import table from './Table.module.css'
import bar from './WeightBar.module.css'
import { percentText } from '#src/i18n/score-words.ts'
import { type PolicyRow, totalWeight } from './policy-rows.ts'

/** The rows of the policy: weight, how many are required and dropped, how many exist. */
export function TypeTable({ rows }: { rows: readonly PolicyRow[] }) {
  const intl = useIntl()
  if (rows.length === 0) {
    return (
      <p className={styles['quiet']}>
        <FormattedMessage id="gradingInfo.types.none" />
      </p>
    )
  }
  const counted = rows.some(({ existing }) => existing !== null)
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="gradingInfo.types.name" />
          </th>
          <th scope="col" className={table['number']}>
            <FormattedMessage id="gradingInfo.types.weight" />
          </th>
          <th scope="col" className={table['number']}>
            <FormattedMessage id="gradingInfo.types.required" />
          </th>
          <th scope="col" className={table['number']}>
            <FormattedMessage id="gradingInfo.types.dropped" />
          </th>
          {counted ? (
            <th scope="col" className={`${table['number']} ${table['existing']}`}>
              <FormattedMessage id="gradingInfo.types.existing" />
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ type, existing, place }) => (
          <tr key={place}>
            <th scope="row">
              <span className={bar['keyed']} data-shade={place % 6}>
                <TypeName name={type.name} />{' '}
                {type.shortLabel !== null && type.shortLabel !== type.name ? (
                  <bdi className={styles['second']}>{type.shortLabel}</bdi>
                ) : null}
              </span>
            </th>
            <Value value={type.weight === null ? null : percentText(intl, type.weight)} />
            <Value value={type.required === null ? null : intl.formatNumber(type.required)} />
            <Value value={type.dropped === null ? null : intl.formatNumber(type.dropped)} />
            {existing === null ? null : <Value value={intl.formatNumber(existing)} />}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <FormattedMessage id="gradingInfo.types.total" />
          </th>
          <td className={table['number']}>{percentText(intl, totalWeight(rows.map(({ type }) => type)))}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** A type's name as the policy writes it; in words where it has none. */
export function TypeName({ name }: { name: string }) {
  return name === '' ? <FormattedMessage id="gradingInfo.types.unnamed" /> : <bdi>{name}</bdi>
}

function Value({ value }: { value: string | null }) {
  if (value !== null) return <td className={table['number']}>{value}</td>
  return (
    <td className={`${table['number']} ${table['missing']}`}>
      <FormattedMessage id="gradingInfo.types.missing" />
    </td>
  )
}
