import { FormattedMessage, useIntl } from 'react-intl'
import type { CourseGrade } from '#src/domain/grading.ts'
import { percentText } from '#src/i18n/score-words.ts'

/** The highest total still within reach, with its letter. */
export function Highest({
  reach: { percent, letter },
}: {
  readonly reach: Pick<CourseGrade, 'percent' | 'letter'>
}) {
  const intl = useIntl()
  return (
    <FormattedMessage
      id="progress.need.highest"
      values={{
        percent: percentText(intl, percent),
        letter: <bdi key="letter">{letter}</bdi>,
        hasLetter: String(letter !== null),
      }}
    />
  )
}
