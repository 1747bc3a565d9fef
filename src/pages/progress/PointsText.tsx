import { FormattedMessage, useIntl } from 'react-intl'
import type { Points } from '#src/domain/course.ts'
import { pointsText } from '#src/i18n/score-words.ts'

/** Points earned of those to be had: `8 of 10`. */
export function PointsText({ earned, possible }: Points) {
  const intl = useIntl()
  return (
    <FormattedMessage
      id="progress.scores.points"
      values={{ earned: pointsText(intl, earned), possible: pointsText(intl, possible) }}
    />
  )
}
