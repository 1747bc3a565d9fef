import { useIntl } from 'react-intl'
import { useNow } from '#src/ui/now.ts'
import { timeAway } from './time-away.ts'
import { useTimeZone } from './time-zone.ts'

interface MomentProps {
  /** ISO 8601, with offset. */
  readonly at: string
  /** Says also how far away it is: `Fri, 27 Nov, 23:59 (in 6 days)`. */
  readonly relative?: boolean
  /** The day of the month alone, where weekday and hour say nothing. */
  readonly dayOnly?: boolean
}

/** A moment in the viewer's zone. */
export function Moment({ at, relative = false, dayOnly = false }: MomentProps) {
  const intl = useIntl()
  const now = useNow()()
  const timeZone = useTimeZone()
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <>{at}</>
  const isThisYear = date.getFullYear() === now.getFullYear()
  const text = intl.formatDate(date, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
    ...(dayOnly ? {} : { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
  })
  const { value, unit } = timeAway(date, now)
  return (
    <time dateTime={at}>
      {relative
        ? intl.formatMessage(
            { id: 'progress.moment' },
            { date: text, away: intl.formatRelativeTime(value, unit) },
          )
        : text}
    </time>
  )
}
