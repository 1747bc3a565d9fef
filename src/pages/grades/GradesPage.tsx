import '#src/i18n/later-messages.ts'
import { FormattedMessage, useIntl } from 'react-intl'
import { q, queryClient } from '#src/lms/query.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import styles from './Grades.module.css'

/** Reads who is asking, which decides what can be asked for. */
export async function loader() {
  await queryClient.fetchQuery(q('viewer', {}))
  return null
}

/** Totals across courses. */
export function Component() {
  const intl = useIntl()
  return (
    <div className={styles['page']}>
      <PageTitle parts={[intl.formatMessage({ id: 'grades.title' })]} />
      <h1 tabIndex={-1}>
        <FormattedMessage id="grades.title" />
      </h1>
    </div>
  )
}
