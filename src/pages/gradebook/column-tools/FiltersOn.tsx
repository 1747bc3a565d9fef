import { FormattedMessage, useIntl } from 'react-intl'
import styles from './ColumnTools.module.css'

/** Says which filters leave learners out; nothing where none does. */
export function FiltersOn({ filters }: { readonly filters: readonly string[] }) {
  const intl = useIntl()
  if (filters.length === 0) return null
  return (
    <p className={styles['quiet']}>
      <FormattedMessage
        id="gradebook.tool.filters"
        values={{ filters: intl.formatList(filters, { type: 'unit' }) }}
      />
    </p>
  )
}
