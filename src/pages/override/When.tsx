import { useIntl } from 'react-intl'
import { useNow } from '#src/ui/now.ts'
import styles from './OverridePanel.module.css'

/**
 * A moment in the viewer's zone; the exact time on hovering, and on focus.
 * @param at ISO 8601, with offset
 */
export function When({ at }: { readonly at: string }) {
  const intl = useIntl()
  const isThisYear = new Date(at).getFullYear() === useNow()().getFullYear()
  const short = intl.formatDate(at, {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <time
      className={styles['when']}
      dateTime={at}
      title={intl.formatDate(at, { dateStyle: 'full', timeStyle: 'long' })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the exact time is for the keyboard, too
      tabIndex={0}
    >
      {short}
    </time>
  )
}
