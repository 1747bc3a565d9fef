import { FormattedMessage } from 'react-intl'

/** Stands while the first page is on its way; said to screen readers, shown only when it takes long. */
export function Loading() {
  return (
    <p role="status" className="loading">
      <FormattedMessage id="shell.loading" />
    </p>
  )
}
