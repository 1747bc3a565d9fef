import { FormattedMessage, useIntl } from 'react-intl'
import type { SubsectionGrade } from '#src/domain/course.ts'
import styles from './OverridePanel.module.css'
import { scoreText } from './score-text.ts'

interface ClearNoticeProps {
  readonly grade: SubsectionGrade
  /** Scores are set: clearing one leaves none. */
  readonly setsGrades: boolean
}

/** What clearing an override does: there is no deleting, and that must be said. */
export function ClearNotice({ grade: { graded }, setsGrades }: ClearNoticeProps) {
  const intl = useIntl()
  const score = scoreText(intl, graded.earned, graded.possible)
  return (
    <div className={styles['notice']} role="status">
      <p>
        <FormattedMessage id="override.clear.meaning" values={{ score, sets: String(setsGrades) }} />
      </p>
      {graded.earned === 0 && !setsGrades ? (
        <p>
          <FormattedMessage id="override.clear.notAttempted" />
        </p>
      ) : null}
    </div>
  )
}
